"""Where the checks of a page stand in the admin."""

from django.urls import path

from . import views

urlpatterns = [
    path("checks/<int:page_id>/", views.checks, name="editorial_checks"),
    path("checks/<int:page_id>/panel/", views.panel, name="editorial_checks_panel"),
]
