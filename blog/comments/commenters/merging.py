"""Two addresses of one person: joined by a moderator, and parted again.

It stays flat: who was merged leads to somebody who was not. Every comment keeps the address that
it was sent with, and so can go back to it.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from ..models import Comment, Commenter


class MergeRefused(ValueError):  # noqa: N818 - it is an answer, in a sentence, to who asked
    """Why two addresses cannot become one person's."""


@transaction.atomic
def merge(row, into):
    """Make an address, with all that was merged into it, another one of the person `into`.

    Raises MergeRefused for themselves, for one that is merged already, either way round, and for
    two of whom only one is banned or has lost trust: that must be decided first.
    """
    rows = Commenter.objects.select_for_update().in_bulk([row.pk, into.pk])
    if len(rows) < 2:  # noqa: PLR2004
        raise MergeRefused(_("This is one and the same address."))
    row, into = rows[row.pk], rows[into.pk]
    if into.merged_into_id == row.pk:
        raise MergeRefused(_("%(other)s is another address of this person already.")
                           % {"other": into.email})  # fmt: skip
    for one in (row, into):
        if one.merged_into_id:
            raise MergeRefused(
                _("%(other)s belongs to %(person)s. Choose that one, or part the two first.")
                % {"other": one.email, "person": one.merged_into.email}
            )
    if row.is_banned != into.is_banned:
        raise MergeRefused(_("Only one of the two is banned. Ban the other too, or lift the ban."))
    if bool(row.trust_revoked_at) != bool(into.trust_revoked_at):
        raise MergeRefused(
            _("Only one of the two has lost trust. Take it from the other too, or give it back.")
        )
    Commenter.objects.filter(pk=row.pk).update(merged_into=into)
    row.other_addresses.update(merged_into=into)
    Comment.objects.filter(commenter=row).update(commenter=into)


@transaction.atomic
def split(row):
    """Make a merged address a person of its own again; return whether it was merged."""
    row = Commenter.objects.select_for_update().filter(pk=row.pk).first()
    if row is None or not row.merged_into_id:
        return False
    comments = Comment.objects.filter(commenter=row.merged_into_id, email__iexact=row.email)
    comments.update(commenter=row)
    Commenter.objects.filter(pk=row.pk).update(merged_into=None)
    return True


def split_all(row):
    """Part an address from every other one."""
    split(row)
    for other in row.other_addresses.all():
        split(other)
