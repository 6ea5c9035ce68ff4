"""Until when what a page says stays true, for whoever keeps a copy of it."""

from django.utils import timezone


def limit_validity(request, moment):
    """Note that what is drawn for `request` changes at `moment`, an aware datetime or None.

    The earliest moment counts; one that has passed changes nothing any more.
    """
    if request is None or moment is None or moment <= timezone.now():
        return
    earlier = get_validity_end(request)
    request.valid_until = min(earlier, moment) if earlier else moment


def get_validity_end(request):
    """Return when what was drawn for `request` stops being true, or None for not by itself."""
    return getattr(request, "valid_until", None)
