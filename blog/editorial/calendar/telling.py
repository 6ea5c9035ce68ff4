"""What the calendar says when something was moved, with the way back."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from blog.scheduling.fields import current_zone_name, name_instant
from blog.scheduling.wording import when_in_words

from ..editing.confirming import get_buttons
from ..editing.wording import name_instant_in_words
from ..moving import move_end, plan, reschedule

SENTENCES = {
    plan: gettext_lazy(
        "“%(title)s” is planned for %(when)s, %(until)s. Nothing happens then by itself."
    ),
    reschedule: gettext_lazy("“%(title)s” is scheduled: it goes live on %(when)s, %(until)s."),
    move_end: gettext_lazy("“%(title)s” now ends on %(when)s, %(until)s."),
}
ADDRESSES = {plan: "editorial_move", reschedule: "editorial_move", move_end: "editorial_move_end"}


def tell_moved(request, moved, act):
    """Say what was moved to when, with a button that moves it back while that is possible."""
    zone, now = timezone.get_current_timezone(), timezone.now()
    words = {"title": moved.title} | name_instant_in_words(moved.now, zone, now)
    context = {"sentence": SENTENCES[act] % words, "next": get_valid_next_url_from_request(request)}
    if moved.was and moved.was > now:
        context["undo_url"] = reverse(ADDRESSES[act], args=[moved.page_id])
        context["fields"] = {
            "at": moved.was.isoformat(timespec="seconds"),
            "schedule_zone": current_zone_name(),
            "confirmed": name_instant(moved.was),
        }
    elif act is plan and moved.was is None:
        context["undo_url"] = reverse("editorial_unplan", args=[moved.page_id])
    message = render_to_string("editorial/calendar/moved.html", context, request)
    messages.success(request, message)


def tell_unplanned(request, moved):
    messages.success(
        request,
        _("“%(title)s” has no date any more and lies on the shelf.") % {"title": moved.title},
    )


def tell_unscheduled(request, moved):
    when = when_in_words(moved.was, timezone.get_current_timezone())
    words = {"title": moved.title, "when": when}
    messages.success(
        request,
        _("“%(title)s” is not scheduled any more. %(when)s stays as a wish.") % words,
    )


def tell_published(request, moved):
    """Say that it is live, with the buttons of the editor: to take it back, among others."""
    page = Page.objects.get(pk=moved.page_id).specific
    buttons = get_buttons(request, page, is_published=True)
    messages.success(request, _("“%(title)s” is live.") % {"title": moved.title}, buttons=buttons)
