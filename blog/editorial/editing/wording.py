"""What is planned and scheduled for a page, as sentences."""

from django.utils.translation import gettext as _

from blog.lib.zones import get_site_zone
from blog.scheduling.wording import clock_in_words, until_in_words, when_in_words


def standing_in_words(schedule, zone):
    """Return in a line how things stand with a PageSchedule; "" where nothing is planned."""
    sentences = []
    if schedule.scheduled_at:
        sentences.append(
            _("Scheduled for %(when)s, %(until)s.")
            % name_instant_in_words(schedule.scheduled_at, zone, schedule.now)
        )
    if schedule.planned_at:
        sentences.append(
            _("Planned, not scheduled: %(when)s, %(until)s.")
            % name_instant_in_words(schedule.planned_at, zone, schedule.now)
        )
    elif schedule.has_newer_draft:
        sentences.append(_("What was saved since then does not go out with it."))
    if schedule.missed_at:
        words = {"when": when_in_words(schedule.missed_at, zone)}
        sentences.append(_("It was planned for %(when)s, but nobody scheduled it.") % words)
    return " ".join(sentences)


def name_instant_in_words(instant, zone, now):
    """Return an instant and how far it is, for a sentence with %(when)s and %(until)s."""
    return {"when": when_in_words(instant, zone), "until": until_in_words(instant, now)}


def beside_in_words(instant, zone):
    """Return what the journal's own clocks say at an instant; "" where its zone is the same."""
    site_zone = get_site_zone()
    if site_zone.key == getattr(zone, "key", None):
        return ""
    words = {"time": clock_in_words(instant, site_zone, beside=zone)}
    return _("That is %(time)s, where the journal is.") % words


def version_in_words(schedule, zone):
    """Return which version of a scheduled page goes out."""
    words = {"when": when_in_words(schedule.scheduled.created_at, zone)}
    if user := schedule.scheduled_by:
        words["user"] = user.get_full_name() or user.get_username()
        text = _("The version of %(when)s goes out, scheduled by %(user)s.")
    else:
        text = _("The version of %(when)s goes out.")
    sentences = [text % words]
    if schedule.has_newer_draft:
        sentences.append(
            _(
                "There is a newer draft, and it does not go out. Give it a date of its own and "
                "press “Schedule …” to send that one out instead."
            )
        )
    else:
        sentences.append(_("What you save from now on does not change it."))
    return " ".join(sentences)
