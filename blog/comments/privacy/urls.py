"""Where readers look after what is theirs; part of `comments:`."""

from django.urls import path

from . import reader_views, views

urlpatterns = [
    path("me/", views.me, name="me"),
    path("me/<str:token>/", reader_views.reader, name="reader"),
    path("me/<str:token>/data/", reader_views.data, name="reader_data"),
    path("me/<str:token>/withdraw/", reader_views.withdraw, name="reader_withdraw"),
    path("me/<str:token>/erase/", reader_views.erase, name="reader_erase"),
]
