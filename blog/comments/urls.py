"""Where comment forms post, and what only their writers see; only the feed is ever cached."""

from django.urls import include, path

from . import feeds, receipt_views, views

app_name = "comments"

urlpatterns = [
    path("feed/", feeds.journal_feed, name="feed"),
    path("ticket/", views.ticket, name="ticket"),
    path("mine/<str:token>/", receipt_views.receipt, name="receipt"),
    path("mine/<str:token>/place/", receipt_views.place, name="place"),
    path("<int:page_id>/", views.comment_create, name="create"),
    path("", include("blog.comments.commenters.urls")),
    path("", include("blog.comments.privacy.urls")),
    path("", include("blog.comments.notices.urls")),
    path("", include("blog.comments.reports.urls")),
]
