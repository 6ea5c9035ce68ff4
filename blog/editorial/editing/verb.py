"""What a button of the editor will do, in words, and what it promises."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from blog.scheduling.fields import name_instant
from blog.scheduling.wording import when_in_words

NOW, UNSURE = "now", "save"


@dataclass(frozen=True)
class Verb:
    """One action on a page, as its button says it.

    promise: what is compared when the button is pressed, "" for nothing. unsure: the label while
    changed dates are not saved yet.
    """

    label: str
    unsure: str
    active_label: str = ""
    promise: str = ""


def publish_verb(page, go_live_at, zone, is_old_version=False):
    """Return the Verb of publishing a page.

    go_live_at: an aware datetime that is still to come, or None. zone: in
    which it is named. is_old_version: an earlier version of it stands in the editor.
    """
    unsure = _("Save the changed dates")
    if go_live_at is None:
        return Verb(_publish_label(page, is_old_version), unsure, _("Publishing…"), NOW)
    if is_old_version:
        label = _("Schedule this version for %(when)s")
    elif is_seen(page):
        label = _("Schedule update for %(when)s")
    else:
        label = _("Schedule for %(when)s")
    words = {"when": when_in_words(go_live_at, zone)}
    return Verb(label % words, unsure, _("Scheduling…"), name_instant(go_live_at))


def approve_verb(page, go_live_at, zone):
    """Return the Verb of a reviewer's last approval of a page."""
    unsure = _("Approve, with the changed dates")
    if go_live_at is None:
        return Verb(_("Approve and publish now"), unsure)
    words = {"when": when_in_words(go_live_at, zone)}
    if is_seen(page):
        return Verb(_("Approve and schedule update for %(when)s") % words, unsure)
    return Verb(_("Approve and schedule for %(when)s") % words, unsure)


def submit_verb(label, go_live_at, zone):
    """Return the Verb of submitting a page, which Wagtail calls `label`."""
    words = {"label": label}
    unsure = _("%(label)s, with the changed dates") % words
    if go_live_at is None:
        return Verb(label, unsure)
    words["when"] = when_in_words(go_live_at, zone)
    return Verb(_("%(label)s, planned for %(when)s") % words, unsure)


def _publish_label(page, is_old_version):
    if is_old_version:
        return _("Publish this version now")
    return _("Publish update now") if is_seen(page) else _("Publish now")


def is_seen(page):
    """Return whether readers see a page; one that is only begun calls itself live."""
    return bool(page.pk and page.live)
