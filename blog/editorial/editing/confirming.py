"""What the editor says after a page was published or scheduled."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages

from blog.scheduling.wording import when_in_words

from ..checklist.counting import describe_findings
from ..running.state import get_timer_state
from .telling import told_in_words
from .wording import beside_in_words, name_instant_in_words


def confirm(request, page, zone, dropped_at=None):
    """Say what was done with a page: published, or scheduled for when, and who is told.

    dropped_at: for when it was scheduled before, or None.
    """
    scheduled = page.revisions.filter(approved_go_live_at__isnull=False).first()
    if scheduled:
        at = scheduled.approved_go_live_at
        sentences = scheduled_in_words(page, request.user, at, zone, dropped_at)
        timer = get_timer_state()
    else:
        sentences, timer = published_in_words(page, request.user, zone, dropped_at), None
    buttons = get_buttons(request, page, is_published=not scheduled)
    if findings := describe_findings(scheduled.as_object() if scheduled else page):
        address = reverse("editorial_checks", args=(page.pk,))
        buttons.append(messages.button(address, findings))
    messages.success(request, " ".join(filter(None, sentences)), buttons=buttons)
    if timer and timer.is_silent:
        messages.warning(request, f"{timer.sentence} {timer.advice}")


def tell_of_review(request, page, zone):
    """Say what a decision of a review did with a page; return whether there was anything to say."""
    page = page.specific_class.objects.get(pk=page.pk)
    review = page.workflow_states.order_by("-created_at", "-pk").first()
    if review is None:
        return False
    if review.status == review.STATUS_APPROVED:
        confirm(request, page, zone)
        return True
    if review.status == review.STATUS_NEEDS_CHANGES:
        text = _("“%(title)s” was sent back. %(user)s hears of it, with your words.")
        words = {"title": get_title(page), "user": review.requested_by or _("Its author")}
        messages.success(request, text % words)
        return True
    return False


def scheduled_in_words(page, user, at, zone, dropped_at):
    """Return the sentences about a page that was scheduled."""
    words = name_instant_in_words(at, zone, timezone.now()) | {"title": get_title(page)}
    if page.live:
        text = _(
            "An update of “%(title)s” is scheduled for %(when)s, %(until)s. "
            "What readers see now stays until then."
        )
    else:
        text = _("“%(title)s” is scheduled for %(when)s, %(until)s.")
    moved = ""
    if dropped_at and dropped_at != at:
        moved = _("It was scheduled for %(when)s before.") % {
            "when": when_in_words(dropped_at, zone)
        }
    told = told_in_words(page, user, is_update=page.live, is_done=False)
    return [text % words, beside_in_words(at, zone), moved, told]


def published_in_words(page, user, zone, dropped_at):
    """Return the sentences about a page that readers can see now."""
    is_update = page.first_published_at != page.last_published_at
    if is_update:
        text = _("The update of “%(title)s” is published.")
    else:
        text = _("“%(title)s” is published.")
    dropped = ""
    if dropped_at:
        dropped = _("It is no longer scheduled for %(when)s.") % {
            "when": when_in_words(dropped_at, zone)
        }
    told = told_in_words(page, user, is_update=is_update, is_done=True)
    return [text % {"title": get_title(page)}, dropped, told]


def get_buttons(request, page, is_published):
    """Return the message's buttons; others add theirs with `register_publication_buttons`."""
    buttons = []
    if is_published and page.url is not None:
        buttons.append(messages.button(page.url, _("View live"), new_window=False))
    edit_url = reverse("wagtailadmin_pages:edit", args=(page.pk,))
    buttons.append(messages.button(edit_url, _("Edit")))
    if is_published:
        for hook in hooks.get_hooks("register_publication_buttons"):
            buttons += hook(request, page)
    return buttons


def get_title(page):
    return page.get_admin_display_title()
