"""Where the report of what is scheduled hangs in Wagtail's admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from ..report.rows import has_report
from ..report.views import ScheduledView


class ScheduledMenuItem(MenuItem):
    def is_shown(self, request):
        return has_report(request.user)


@hooks.register("register_admin_urls")
def register_the_report():
    view = ScheduledView.as_view
    return [
        path("reports/scheduled/", view(), name="editorial_scheduled"),
        path(
            "reports/scheduled/results/",
            view(results_only=True),
            name="editorial_scheduled_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def offer_the_report():
    return ScheduledMenuItem(
        _("Scheduled"), reverse("editorial_scheduled"), icon_name="calendar-check", order=600
    )
