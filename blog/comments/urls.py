"""Where comment forms post, and what only their writers see. Nothing here is ever cached."""

from django.urls import path

from . import views

app_name = "comments"

urlpatterns = [
    path("ticket/", views.ticket, name="ticket"),
    path("mine/<str:token>/", views.receipt, name="receipt"),
    path("<int:page_id>/", views.comment_create, name="create"),
]
