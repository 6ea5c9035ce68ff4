"""Where the calendar hangs in Wagtail's admin."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from ..calendar import history
from ..calendar.admin_urls import urlpatterns
from ..calendar.rights import has_calendar


class CalendarMenuItem(MenuItem):
    def is_shown(self, request):
        return has_calendar(request.user)


@hooks.register("register_admin_urls")
def register_the_calendar():
    return urlpatterns


@hooks.register("register_admin_menu_item")
def offer_the_calendar():
    return CalendarMenuItem(
        _("Calendar"), reverse("editorial_calendar"), icon_name="calendar", order=170
    )


@hooks.register("register_log_actions")
def register_what_is_moved_in_time(actions):
    history.register(actions)
