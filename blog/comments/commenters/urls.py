"""Where a mailed link asks for the proof of an address; part of `comments:`."""

from django.urls import path

from . import views

urlpatterns = [path("proof/<str:token>/", views.proof, name="proof")]
