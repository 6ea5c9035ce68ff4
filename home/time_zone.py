"""Dates are printed in the journal's own time zone, whoever reads them and wherever."""

import zoneinfo

from django.utils import timezone

from .models import SiteSettings

# These print no date, or, as Wagtail's admin does, use the signed-in person's own zone.
ZONELESS_PREFIXES = ("/admin/", "/documents/", "/health/", "/media/", "/static/")


class SiteTimeZoneMiddleware:
    """Activates the zone of the site settings around each request for readers."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith(ZONELESS_PREFIXES):
            return self.get_response(request)
        with timezone.override(get_zone(SiteSettings.for_request(request).time_zone)):
            return self.get_response(request)


def get_zone(name):
    """Return the ZoneInfo called `name`; UTC when this machine no longer knows it."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return zoneinfo.ZoneInfo("UTC")
