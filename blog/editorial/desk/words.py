"""Times as the desk says them: in the zone of whoever looks."""

from django.utils import timezone

from blog.scheduling.wording import when_in_words


def in_words(instant, with_zone=True):
    """Return an aware datetime with its zone: "Mon 8 Mar 2027, 09:00 Europe/Lisbon"."""
    return when_in_words(instant, timezone.get_current_timezone(), with_zone)
