"""“Move to…”: a page with a form, which drag and drop posts to as well."""

from datetime import datetime, time

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from blog.lib.http import see_other
from blog.scheduling.fields import current_zone_name, name_instant

from ..editing.wording import beside_in_words, name_instant_in_words
from ..ideas.actions import has_draft, plan_idea
from ..ideas.permissions import get_visible
from ..moving import MoveRefusedError, move_end, plan, reschedule
from ..moving.refusals import find_page, title_of
from ..moving.wishes import get_wish
from .forms import DayForm, MoveForm
from .period import read_day
from .telling import tell_moved
from .views import CalendarPage

# What lies on the shelf has no hour: a draft that is dropped on a day is wished for the morning.
MORNING = time(9)


class MoveView(CalendarPage, TemplateView):
    """Asks for a day and a time; what readers will notice is asked for once more, in words."""

    template_name = "editorial/calendar/move.html"
    page_title = gettext_lazy("Move to…")
    asks = False  # whether a second yes is needed
    was = None  # when it is to happen so far, aware

    def get(self, request, *args, **kwargs):
        if refusal := self.find():
            return refusal
        day = read_day(request.GET.get("day"))
        if day and self.asks:
            return self.take(self.make_form(self.data_of(day)))
        if day:
            return self.show(self.make_form(initial=self.data_of(day)))
        return self.show(self.make_form(initial=self.get_initial()))

    def post(self, request, *args, **kwargs):
        if refusal := self.find():
            return refusal
        day = read_day(request.POST.get("day"))
        return self.take(self.make_form(self.data_of(day) if day else request.POST))

    def take(self, form):
        """Move what the form says; show it again where it cannot be, or needs a second yes."""
        if not form.is_valid():
            return self.show(form, status=422)
        value = self.get_value(form)
        if self.asks and self.request.POST.get("confirmed") != name_instant(value):
            return self.show(form, confirming=value)
        try:
            self.move(value)
        except MoveRefusedError as refusal:
            form.add_error(None, str(refusal))
            return self.show(form, status=422)
        return see_other(self.get_next_url())

    def get_next_url(self):
        return get_valid_next_url_from_request(self.request) or reverse("editorial_calendar")

    def show(self, form, status=200, confirming=None):
        zone = timezone.get_current_timezone()
        context = {"form": form, "next_url": self.get_next_url(), "title": self.title, "view": self}
        for name, instant in (("was", self.was), ("confirming", confirming)):
            if instant:
                context[name] = name_instant_in_words(instant, zone, timezone.now())
                context[name]["beside"] = beside_in_words(instant, zone)
        if confirming:
            context["confirmed"] = name_instant(confirming)
        return self.render_to_response(self.get_context_data(**context), status=status)


class PageMoveView(MoveView):
    """A wish, which moves at once, or a schedule, which asks."""

    def find(self):
        """Find the page; return a response instead where it is not to be moved."""
        found = Page.objects.filter(pk=self.kwargs["page_id"]).first()
        if found is None:
            raise Http404("There is no such page.")
        try:
            self.page = find_page(found, self.request.user)
            self.read_state()
            if self.asks:
                find_page(found, self.request.user, publishing=True)
        except MoveRefusedError as refusal:
            messages.error(self.request, str(refusal))
            return see_other(self.get_next_url())
        self.title = title_of(self.page)["title"]
        return None

    def read_state(self):
        waiting = self.page.revisions.filter(approved_go_live_at__isnull=False)
        self.was = waiting.values_list("approved_go_live_at", flat=True).first()
        self.asks = self.was is not None
        if not self.asks:
            self.was = get_wish(self.page)

    def make_form(self, data=None, initial=None):
        return MoveForm(data, initial=initial)

    def get_initial(self):
        return {"at": self.was} if self.was else {}

    def data_of(self, day):
        """Return what the form would hold for another day at the same time."""
        hour = timezone.localtime(self.was).time() if self.was else MORNING
        naive = datetime.combine(day, hour.replace(second=0, microsecond=0))
        return {"at": f"{naive:%Y-%m-%dT%H:%M}", "schedule_zone": current_zone_name()}

    def get_value(self, form):
        return form.cleaned_data["at"]

    def move(self, instant):
        act = reschedule if self.asks else plan
        tell_moved(self.request, act(self.page, instant, self.request.user), act)


class EndMoveView(PageMoveView):
    """When a page is taken down, or leaves the lists: readers notice, so it asks."""

    page_title = gettext_lazy("Move the end to…")
    is_end = True

    def read_state(self):
        self.asks, self.was = True, self.page.expire_at
        if self.was is None:
            raise MoveRefusedError(_("“%(title)s” has no end any more.") % title_of(self.page))

    def move(self, instant):
        tell_moved(self.request, move_end(self.page, instant, self.request.user), move_end)


class IdeaMoveView(MoveView):
    """An idea knows its day alone, and moves at once."""

    is_idea = True

    def find(self):
        self.idea = get_visible(self.request.user).filter(pk=self.kwargs["idea_id"]).first()
        if self.idea is None:
            raise Http404("There is no such idea, or it is somebody else's.")
        self.title = self.idea.line

    def make_form(self, data=None, initial=None):
        return DayForm(data, initial=initial)

    def get_initial(self):
        return {"day": self.idea.planned_on}

    def data_of(self, day):
        return {"day": day.isoformat()}

    def get_value(self, form):
        return form.cleaned_data["day"]

    def move(self, day):
        if has_draft(self.idea):
            # The wish of an idea that was written is its draft's date.
            raise MoveRefusedError(
                _("“%(title)s” has a draft by now. Move that one.") % {"title": self.title}
            )
        plan_idea(self.idea, day, self.request.user)
        words = {"title": self.title, "day": date_format(day, pgettext("a day", "D j M Y"))}
        messages.success(self.request, _("“%(title)s” is wished for %(day)s.") % words)
