"""Publishing what is due when a reader asks for a page: for journals whose timer does not run.

It is belt and braces. A process looks once a minute, with two questions to the database; only where
the timer is late is anything done, with the timer's own claim, so that both may run at once.
"""

import logging
import threading
import time
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from wagtail.models import Page, Revision, Site

from .due import models_with_drafts
from .run import run_due

logger = logging.getLogger(__name__)

# The timer gets this long: a reader who comes at the minute itself should not do its work.
TIMER_IS_LATE_AFTER = timedelta(seconds=10)
# One reader waits for no more than these; the next request goes on.
MOST_AT_ONCE = 3
# These print no essay, or must answer whatever happens.
OTHER_PREFIXES = ("/admin/", "/documents/", "/health/", "/media/", "/static/")


class Gate:
    """Lets one thread through every so often."""

    def __init__(self):
        self.lock = threading.Lock()
        self.opens_at = 0

    def lets_through(self, seconds):
        """Whether the caller may pass; nobody else may for the next `seconds`."""
        with self.lock:
            if time.monotonic() < self.opens_at:
                return False
            self.opens_at = time.monotonic() + seconds
            return True

    def reopen(self):
        """Let the next one through at once."""
        self.opens_at = 0


gate = Gate()


class ReadingThroughMiddleware:
    """Looks for what is due before a page for readers is answered, and never keeps it from being.

    READING_THROUGH_SECONDS in the settings is the pace of each process; None switches it off.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        pace = settings.READING_THROUGH_SECONDS
        if pace is not None and is_for_readers(request) and gate.lets_through(pace):
            try:
                publish_late_ones(request)
            except Exception:
                logger.exception("What is due could not be looked for.")
        return self.get_response(request)


def is_for_readers(request):
    """Tell whether a request asks for a page that a due essay may stand on."""
    return request.method in {"GET", "HEAD"} and not request.path.startswith(OTHER_PREFIXES)


def publish_late_ones(request):
    """Do what the timer should have done, the page that was asked for first."""
    if not is_something_late():
        return
    summary = run_due(most=MOST_AT_ONCE, first=find_page_id(request))
    logger.warning("A reader did the timer's work: %s. Is a worker running?", summary.counts)
    if summary.published or summary.expired or summary.unlisted:
        gate.reopen()  # there may be more


def is_something_late():
    """Tell whether anything was due a while ago already."""
    late = timezone.now() - TIMER_IS_LATE_AFTER
    if Revision.objects.filter(approved_go_live_at__lte=late).exists():
        return True
    return any(
        model._base_manager.filter(live=True, expire_at__lte=late).exists()
        for model in models_with_drafts()
    )


def find_page_id(request):
    """Return the primary key, as a str, of the page at the address asked for; None if none is."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    url_path = site.root_page.url_path.rstrip("/") + request.path
    found = Page.objects.filter(url_path=url_path).values_list("pk", flat=True).first()
    return str(found) if found else None
