"""Where readers report a comment. Never cached."""

from django.urls import path

from . import views

urlpatterns = [
    path("<int:pk>/report/", views.report, name="report"),
    path("<int:pk>/report/thanks/", views.report_thanks, name="report_thanks"),
]
