"""The calendar: a month, a week, or an agenda."""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.forms import Media
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from blog.lib.zones import get_site_zone
from blog.scheduling.wording import zone_in_words

from ..ideas.shelf import get_shelf
from ..models import CalendarFeed
from .days import lay_out
from .entries import get_entries
from .entry import EntryKind
from .forms import FilterForm
from .hints import get_hints, get_round_films
from .period import View, read_period
from .rights import has_calendar

SHELF_SHOWN = 12
MEDIA = Media(css={"all": ["css/admin/calendar.css"]}, js=["js/admin/calendar.js"])


class CalendarPage(WagtailAdminTemplateMixin):
    """What all pages of the calendar share. Mix in first."""

    header_icon = "calendar"
    page_title = _("Calendar")
    is_calendar = False

    def dispatch(self, request, *args, **kwargs):
        if not has_calendar(request.user):
            raise PermissionDenied(f"User {request.user.pk} writes nothing.")
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        items = [*self.breadcrumbs_items]
        if not self.is_calendar:
            items.append({"url": reverse("editorial_calendar"), "label": _("Calendar")})
        return [*items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(media=MEDIA, **kwargs)


class CalendarView(CalendarPage, TemplateView):
    template_name = "editorial/calendar/calendar.html"
    is_calendar = True

    def get_context_data(self, **kwargs):
        user, period = self.request.user, read_period(self.request.GET)
        filters, site_zone = FilterForm(self.request.GET), get_site_zone()
        chosen = filters.read()
        entries = get_entries(period.start, period.end, user, **chosen)
        days = lay_out(period, entries, get_hints(period, user))
        return super().get_context_data(
            period=period,
            views=[self.make_link(view, period) for view in View],
            days=days,
            gaps=[day.gap for day in days if day.gap],
            is_empty=not entries,
            kinds=EntryKind.choices,
            weekdays=[WEEKDAYS_ABBR[number] for number in range(7)],
            round_films=get_round_films(period),
            shelf=None if chosen["what"] == "films" else get_shelf(user, SHELF_SHOWN),
            filters=filters,
            site_zone=site_zone,
            zones=describe_zones(site_zone),
            feed=CalendarFeed.objects.filter(user=user).first(),
            earlier_url=self.make_url(period.view, period.earlier),
            later_url=self.make_url(period.view, period.later),
            today_url=self.make_url(period.view, timezone.localdate()),
            here=self.request.get_full_path(),
            **kwargs,
        )

    def make_url(self, view, day):
        """Return the address of a view of a day, with the filters as they are; "" without a day."""
        if day is None:
            return ""
        kept = {
            name: self.request.GET[name] for name in ("whose", "what") if self.request.GET.get(name)
        }
        query = {"view": view, "on": day.isoformat()} | kept
        return f"{reverse('editorial_calendar')}?{urlencode(query)}"

    def make_link(self, view, period):
        return {
            "label": view.label,
            "url": self.make_url(view, period.on),
            "is_current": view == period.view,
        }


def describe_zones(site):
    """Return {"own": name, "site": name, "" where it is the same} of the clocks that are shown."""
    own = timezone.get_current_timezone()
    is_same = getattr(own, "key", str(own)) == site.key
    return {"own": zone_in_words(own), "site": "" if is_same else zone_in_words(site)}
