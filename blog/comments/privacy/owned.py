"""What is an address' own: the comments that were sent with it, whoever it was merged into."""

from ..commenters.rows import find_address, normalise_email
from ..models import Comment


def get_comments_of(address):
    """Return the comments sent with an address that still have their words, newest first.

    Not those of a person: whom a moderator took for the same may be somebody else.
    """
    address = normalise_email(address)
    # Comments without an address belong to nobody here; PostgreSQL refuses to look for a NUL.
    if not address or "\0" in address:
        return Comment.objects.none()
    comments = Comment.objects.not_erased().filter(email__iexact=address)
    return comments.order_by("-created_at", "-pk")


def is_known(address):
    """Return whether anything is kept about an address."""
    return find_address(address) is not None or get_comments_of(address).exists()
