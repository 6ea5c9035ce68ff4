"""The style that a site has chosen."""

from wagtail.models import Site

from .models import CitationSettings


def citation_style(request=None):
    """Return "apa", "mla" or "chicago": what the request's site has chosen, else the default one.

    One query for each request.
    """
    if request is not None and Site.find_for_request(request):
        return CitationSettings.for_request(request).style
    site = Site.objects.filter(is_default_site=True).first()
    return CitationSettings.for_site(site).style if site else CitationSettings.Style.APA
