"""Dates are printed in the journal's own time zone, whoever reads them and wherever."""

from django.utils import timezone
from wagtail.models import Site

from blog.lib.zones import UTC_NAME, get_zone

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


def get_site_zone_name():
    """Return the name of the zone of the default site, for work without a request."""
    names = SiteSettings.objects.filter(site__in=Site.objects.filter(is_default_site=True))
    return names.values_list("time_zone", flat=True).first() or UTC_NAME
