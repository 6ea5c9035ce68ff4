"""Where links in mails lead. No name of its own: it stands in the `comments` of the part."""

from django.urls import path

from . import views

urlpatterns = [
    path("stop/<str:token>/", views.stop, name="stop"),
    path("decide/<str:token>/", views.decide, name="decide"),
]
