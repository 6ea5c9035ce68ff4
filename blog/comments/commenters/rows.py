"""The row of a reader's address."""

from django.utils import timezone

from ..models import Commenter


def get_commenter(email, name="", seen_at=None, is_proved=False):
    """Return the Commenter of a typed address, made if it is new; None without an address.

    An address that was merged into another leads to that other one. seen_at: when it first was, if
    that is not now. is_proved: whether this very post is its owner's; anybody can type an address,
    and no such post renames one that is proved.
    """
    email = normalise_email(email)
    if not email:
        return None
    commenter, is_new = Commenter.objects.select_related("merged_into").get_or_create(
        email=email, defaults={"name": name, "created_at": seen_at or timezone.now()}
    )
    may_rename = is_new or is_proved or not commenter.is_proved
    if name and may_rename and commenter.name != name:
        commenter.name = name
        commenter.save(update_fields=["name"])
    return commenter.merged_into or commenter


def find_commenter(email):
    """Return the Commenter to whom a typed address leads, or None; makes nothing."""
    row = find_address(email)
    return row and (row.merged_into or row)


def find_address(email):
    """Return the row of exactly this address, also when it was merged into another, or None."""
    email = normalise_email(email)
    rows = Commenter.objects.select_related("merged_into")
    # A NUL is no part of any address, and PostgreSQL refuses to look for it.
    return rows.filter(email=email).first() if email and "\0" not in email else None


def normalise_email(email):
    """Return an address in the one form in which addresses are compared."""
    return email.strip().lower()
