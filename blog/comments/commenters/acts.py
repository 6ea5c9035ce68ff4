"""What a moderator does about a reader; each stands in the audit log, with the id alone."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from ..models import Commenter
from . import device, merging

LONGEST_NOTE = 2000


def revoke_trust(commenter, by):
    """Have a person read everything of theirs again; return whether that is new."""
    return _set(commenter, by, "comments.trust_revoked", trust_revoked_at=timezone.now())


def give_trust_back(commenter, by):
    """Let trust be computed again; return whether that is new."""
    return _set(commenter, by, "comments.trust_given_back", trust_revoked_at=None)


def ban(commenter, by):
    """Take nothing more from a reader, who hears of it when they next try."""
    return _set(commenter, by, "comments.banned", banned_at=timezone.now(), ban_told_at=None)


def lift_ban(commenter, by):
    """Take comments from a banned reader again."""
    return _set(commenter, by, "comments.ban_lifted", banned_at=None, ban_told_at=None)


def write_note(commenter, note, by):
    """Keep what moderators want to remember of a reader; return whether it changed."""
    with transaction.atomic():
        rows = Commenter.objects.filter(pk=commenter.pk).exclude(note=note)
        done = bool(rows.update(note=note))
        if done:
            log_about(commenter, "comments.noted_reader", by)
    return done


def merge(row, into, by):
    """Make an address another one of a person; raises merging.MergeRefused with the sentence."""
    with transaction.atomic():
        merging.merge(row, into)
        log_about(row, "comments.merged", by, into=into.pk)


def split(row, by):
    """Part an address from the person that it was merged into; return whether it was merged."""
    with transaction.atomic():
        person = row.merged_into_id
        done = merging.split(row)
        if done:
            log_about(row, "comments.split", by, out_of=person)
    return done


def forget_devices(commenter, by):
    """Make every device of a reader a stranger, and every link that was mailed worthless."""
    with transaction.atomic():
        device.forget_devices(commenter)
        log_about(commenter, "comments.devices_forgotten", by)
    return True


def log_about(commenter, action, by, **data):
    """Write down what a person did about a reader, with no more of the reader than the id."""
    log(commenter, action, user=by, title=f"Commenter {commenter.pk}", data=data or None)


def _set(commenter, by, action, **changes):
    """Change a row that is not yet so, and say whether it was changed."""
    field = next(iter(changes))
    is_unset = {f"{field}__isnull": changes[field] is not None}
    with transaction.atomic():
        done = bool(Commenter.objects.filter(pk=commenter.pk, **is_unset).update(**changes))
        if done:
            log_about(commenter, action, by)
    return done
