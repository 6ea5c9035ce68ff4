"""Who speaks for the journal, and under which names nobody else may."""

import re

from django.conf import settings
from django.contrib.auth import get_user_model

from blog.accounts.models import Author
from blog.lib.look_alikes import fold_look_alikes

# They turn the direction of what follows, also outside the name.
DIRECTION_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def speaks_for_the_journal(user):
    """Return whether this account's comments are published at once: all who work here."""
    return bool(user and user.is_authenticated and user.is_active) and user.has_perm(
        "wagtailadmin.access_admin"
    )


def get_public_name(user):
    """Return the name under which readers know this account: its byline's, else its own."""
    author = Author.objects.filter(user=user).first()
    return author.name if author else user.display_name or str(user).partition("@")[0]


def tidy_name(name):
    """Return a typed name on one line, without marks that would turn the words around it."""
    return " ".join(DIRECTION_MARKS.sub("", name).split())


def is_name_of_author(name):
    """Return whether a guest's name reads like one of the people who write or work here.

    Also when such a name only stands in it: "The author Ines Halloran". A name of one word counts
    only where no other word follows at its beginning, because "Moira" is not every Moira's name.
    """
    folded = fold_look_alikes(name)
    authors = Author.objects.values_list("name", flat=True)
    accounts = get_user_model().objects.exclude(display_name="")
    known = [*authors, *accounts.values_list("display_name", flat=True)]
    return any(_wears(folded, fold_look_alikes(other)) for other in known)


def _wears(folded, other):
    """Return whether another folded name stands in this one, not as a part of longer words."""
    letters = [character for character in other if character.isalnum()]
    # What stands between the letters does not count; \W and _ are all but letters and digits.
    spelled = r"[\W_]*".join(letters)
    if len(other.split()) > 1:
        pattern = rf"(?<![^\W\d_]){spelled}(?![^\W\d_])"
    else:
        pattern = rf"\A[\W_]*{spelled}(?!\s*[^\W\d_])"
    return bool(letters) and re.search(pattern, folded) is not None


def is_signed_in(request):
    """Return whether a signed-in account asks.

    Looks for the cookie first: to ask who the user is would mark every page as personal.
    """
    has_cookie = settings.SESSION_COOKIE_NAME in request.COOKIES
    return has_cookie and request.user.is_authenticated
