"""What the pages of films and the home page show of the commonplace book."""

from django import template
from django.utils import timezone

from .. import daily
from ..models import Quote

register = template.Library()


@register.simple_tag
def quotes_from(film):
    """Return the published quotations from `film`, newest first."""
    return Quote.objects.published().from_film(film).for_listing()


@register.simple_tag
def quotes_spoken_by(person):
    """Return the published quotations of `person`, a Person of films, newest first."""
    return Quote.objects.published().filter(person=person).for_listing()


@register.simple_tag
def quote_of_the_day():
    """Return the quotation of this day in the time zone in force, or None."""
    return daily.quote_of_the_day(timezone.localdate())
