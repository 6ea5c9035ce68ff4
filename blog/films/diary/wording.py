"""Sentences about evenings."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _


def describe_noted(viewing):
    """Return what was done: "The Work (2017)" is in the diary for 22 November 2026, …"""
    day = viewing.watched_on
    names = {"film": viewing.film, "day": day and date_format(day, _("j F Y"))}
    if day and viewing.is_rewatch:
        sentence = _("“%(film)s” is in the diary for %(day)s, marked as seen before.")
    elif day:
        sentence = _("“%(film)s” is in the diary for %(day)s.")
    elif viewing.is_rewatch:
        sentence = _("“%(film)s” is in the diary without a day, marked as seen before.")
    else:
        sentence = _("“%(film)s” is in the diary without a day.")
    return sentence % names


def describe_evening(viewing):
    """Return how, where and with whom: "In a cinema, Filmhaus, with Ana", "" without any."""
    is_said = viewing.format and viewing.format != viewing.Format.OTHER
    parts = [viewing.get_format_display() if is_said else "", viewing.place.strip()]
    if companions := viewing.companions.strip():
        parts.append(_("with %(companions)s") % {"companions": companions})
    words = ", ".join(part for part in parts if part)
    return words[:1].upper() + words[1:]
