"""Where the calendar's pages stand below /admin/."""

from django.urls import path

from . import acts, feed_views, moves, shift_view, views

urlpatterns = [
    path("editorial/calendar/", views.CalendarView.as_view(), name="editorial_calendar"),
    path("editorial/calendar/shift/", shift_view.ShiftView.as_view(), name="editorial_shift"),
    path(
        "editorial/calendar/feed/make/",
        feed_views.MakeFeedView.as_view(),
        name="editorial_make_feed",
    ),
    path("editorial/calendar/feed/revoke/", feed_views.revoke, name="editorial_revoke_feed"),
    path(
        "editorial/calendar/<int:page_id>/move/",
        moves.PageMoveView.as_view(),
        name="editorial_move",
    ),
    path(
        "editorial/calendar/<int:page_id>/move-end/",
        moves.EndMoveView.as_view(),
        name="editorial_move_end",
    ),
    path(
        "editorial/calendar/idea/<int:idea_id>/move/",
        moves.IdeaMoveView.as_view(),
        name="editorial_move_idea",
    ),
    path("editorial/calendar/<int:page_id>/unplan/", acts.unplan, name="editorial_unplan"),
    path(
        "editorial/calendar/<int:page_id>/unschedule/",
        acts.unschedule,
        name="editorial_unschedule",
    ),
    path(
        "editorial/calendar/<int:page_id>/publish/",
        acts.publish_now,
        name="editorial_publish_now",
    ),
]
