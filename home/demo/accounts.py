"""The people of the demo journal: four accounts to try it with, and two bylines."""

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.utils.crypto import get_random_string

from blog.accounts.models import Author, User

from .content import read_rows
from .markup import to_rich_text

ACCOUNT_KEYS = {"email", "display_name", "group", "is_superuser"}
AUTHOR_KEYS = {"slug", "name", "bio", "portrait", "user"}


def make_demo_accounts():
    """Make the accounts that are missing; return the password made up for them, else None.

    None when all of them are there, or when DEMO_PASSWORD says the password.
    """
    rows = read_rows("site.toml", "account", ACCOUNT_KEYS, {"email", "display_name"}, "email")
    missing = [row for row in rows if not User.objects.filter(email__iexact=row["email"]).exists()]
    if not missing:
        return None
    made_up = None if settings.DEMO_PASSWORD else get_random_string(16)
    # Once for all: hashing is meant to be slow.
    encoded = make_password(settings.DEMO_PASSWORD or made_up)
    for row in missing:
        _make_account(row, encoded)
    return made_up


def _make_account(row, encoded):
    make = User.objects.create_user
    if row.get("is_superuser"):
        make = User.objects.create_superuser
    user = make(row["email"], display_name=row["display_name"])
    user.password = encoded
    user.save(update_fields=["password"])
    if name := row.get("group"):
        group = Group.objects.filter(name=name).first()
        if group is None:
            row.fail("group", f"“{name}” is not a group; write Author, Editor or Moderator.")
        user.groups.add(group)


def make_authors(shelf):
    """Make the bylines that are missing; return how many were made."""
    made = 0
    for row in read_rows("site.toml", "author", AUTHOR_KEYS, {"slug", "name"}, "slug"):
        if Author.objects.filter(slug=row["slug"]).exists():
            continue
        try:
            user = shelf.user(row["user"]) if row.get("user") else None
            portrait = shelf.image(row["portrait"]) if row.get("portrait") else None
        except LookupError as error:
            row.fail("user or portrait", str(error))
        if user and Author.objects.for_user(user).exists():
            user = None  # signs under another name by now
        Author.objects.create(
            slug=row["slug"],
            name=row["name"],
            bio=to_rich_text(row.get("bio", ""), shelf.find),
            user=user,
            portrait=portrait,
        )
        made += 1
    return made
