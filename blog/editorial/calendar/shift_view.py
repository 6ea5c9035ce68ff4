"""“Shift everything after a day”: a form, what would move, and the yes to it."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages

from blog.lib.http import see_other

from ..moving import MoveRefusedError, find_shifts, shift
from ..moving.shifting import name_shifts
from .forms import ShiftForm
from .views import CalendarPage


class ShiftView(CalendarPage, TemplateView):
    template_name = "editorial/calendar/shift.html"
    page_title = gettext_lazy("Shift everything after a day")

    def get(self, request, *args, **kwargs):
        if "days" not in request.GET:
            after = request.GET.get("after") or timezone.localdate().isoformat()
            return self.show(ShiftForm(initial={"after": after, "days": 7}))
        return self.show(ShiftForm(request.GET))

    def post(self, request, *args, **kwargs):
        form = ShiftForm(request.POST)
        if not form.is_valid():
            return self.show(form)
        try:
            moved, left = shift(
                form.cleaned_data["after"],
                form.cleaned_data["days"],
                request.user,
                with_scheduled="with_scheduled" in request.POST,
                expected=request.POST.get("expected", ""),
            )
        except MoveRefusedError as refusal:
            return self.show(form, refusal=str(refusal))
        self.say(moved, left)
        return see_other(reverse("editorial_calendar"))

    def say(self, moved, left):
        words = ngettext("%(count)s thing was moved.", "%(count)s things were moved.", len(moved))
        if moved:
            messages.success(self.request, words % {"count": len(moved)})
        else:
            messages.info(self.request, _("Nothing was moved."))
        for sentence in left:
            messages.warning(self.request, sentence)

    def show(self, form, refusal=""):
        """Show the form and, when it makes sense, what would move."""
        context = {"form": form, "refusal": refusal}
        if form.is_bound and form.is_valid():
            after, days = form.cleaned_data["after"], form.cleaned_data["days"]
            shifts = find_shifts(after, days, self.request.user)
            context |= {
                "is_preview": True,
                "after": after,
                "days": days,
                "expected": name_shifts(shifts),
                "wishes": [one for one in shifts if not one.is_scheduled],
                "scheduled": [one for one in shifts if one.is_scheduled],
                "may_move": any(not one.is_past for one in shifts),
            }
        is_wrong = refusal or (form.is_bound and not form.is_valid())
        return self.render_to_response(
            self.get_context_data(**context), status=422 if is_wrong else 200
        )
