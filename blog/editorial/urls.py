"""What people without an account open with a secret address: drafts, and calendars."""

from django.urls import path

from .calendar import feed_views
from .previews import remark_views
from .previews import views as preview_views

app_name = "editorial"
urlpatterns = [
    path("calendar/<str:token>.ics", feed_views.read, name="calendar_feed"),
    path("preview/<str:token>/", preview_views.preview, name="preview"),
    path("preview/<str:token>/remark/", remark_views.remark, name="remark"),
]
