"""What people without an account open with a secret address: drafts, and calendars."""

from django.urls import path  # noqa: F401

app_name = "editorial"
urlpatterns = []
