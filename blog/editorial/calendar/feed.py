"""One person's calendar in the form that other programs read: RFC 5545."""

import unicodedata
from datetime import UTC, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from icalendar import Calendar, Event
from wagtail.models import Page

from ..models import PostIdea
from .entries import get_entries
from .entry import EntryKind

DAYS_BACK, DAYS_AHEAD = 90, 730
REFRESHED_EVERY = timedelta(hours=1)
# A wish may change; what is scheduled or done will not by itself.
TENTATIVE = {EntryKind.PLANNED, EntryKind.IDEA}


def write_feed(user):
    """Return what `user` may see of the calendar, as bytes of text/calendar in UTF-8."""
    with translation.override(get_language_of(user)):
        now = timezone.now()
        start, end = now - timedelta(days=DAYS_BACK), now + timedelta(days=DAYS_AHEAD)
        entries = get_entries(start, end, user)
        changed = get_changes(entries)
        calendar = Calendar()
        calendar.add("prodid", "-//Wellspring//Editorial calendar//EN")
        calendar.add("version", "2.0")
        calendar.add("x-wr-calname", plain(settings.WAGTAIL_SITE_NAME))
        calendar.add("refresh-interval", REFRESHED_EVERY, parameters={"VALUE": "DURATION"})
        for entry in entries:
            calendar.add_component(make_event(entry, changed.get(entry.key, now)))
        return calendar.to_ical()


def make_event(entry, changed_at):
    """Return one VEVENT. Moved or published, an entry keeps its UID, so that it moves there too."""
    event = Event()
    event.add("uid", f"{entry.key}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("dtstamp", in_utc(changed_at))
    event.add("last-modified", in_utc(changed_at))
    # A day without an hour, or a moment: without an end, neither takes time from anybody.
    event.add("dtstart", entry.day if entry.is_all_day else in_utc(entry.at))
    words = {"kind": entry.kind_label, "title": plain(entry.title)}
    event.add("summary", _("%(kind)s: %(title)s") % words)
    event.add("status", "TENTATIVE" if entry.kind in TENTATIVE else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    if entry.edit_url:
        event.add("url", f"{settings.SITE_URL.rstrip('/')}{entry.edit_url}")
    return event


def get_changes(entries):
    """Return {key of an entry: when its page or idea was last changed}, in two queries."""
    pages = Page.objects.filter(pk__in={entry.page_id for entry in entries if entry.page_id})
    ideas = PostIdea.objects.filter(pk__in={entry.idea_id for entry in entries if entry.idea_id})
    saved = {
        pk: draft or published
        for pk, draft, published in pages.order_by().values_list(
            "pk", "latest_revision_created_at", "last_published_at"
        )
    }
    noted = dict(ideas.order_by().values_list("pk", "created_at"))
    found = {
        entry.key: noted.get(entry.idea_id) if entry.idea_id else saved.get(entry.page_id)
        for entry in entries
    }
    return {key: at for key, at in found.items() if at}


def get_language_of(user):
    profile = getattr(user, "wagtail_userprofile", None)
    return profile.get_preferred_language() if profile else settings.LANGUAGE_CODE


def in_utc(moment):
    return moment.astimezone(UTC).replace(microsecond=0)


def plain(text):
    """Return `text` without control characters, which the format forbids."""
    return "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in text)
