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

    Also when it only begins like it: "Ines Halloran (author)". After a name of one word another
    word may follow, because "Moira" is not every Moira's name.
    """
    folded = fold_look_alikes(name)
    authors = Author.objects.values_list("name", flat=True)
    accounts = get_user_model().objects.exclude(display_name="")
    known = [*authors, *accounts.values_list("display_name", flat=True)]
    return any(_begins_with(folded, fold_look_alikes(other)) for other in known)


def _begins_with(folded, other):
    """Return whether a folded name begins with another one that no further letter follows."""
    letters = [character for character in other if character.isalnum()]
    no_further_letter = r"(?![^\W\d_])" if len(other.split()) > 1 else r"(?!\s*[^\W\d_])"
    # What stands between the letters does not count; \W and _ are all but letters and digits.
    pattern = r"[\W_]*" + r"[\W_]*".join(letters) + no_further_letter
    return bool(letters) and re.match(pattern, folded) is not None


def is_signed_in(request):
    """Return whether a signed-in account asks.

    Looks for the cookie first: to ask who the user is would mark every page as personal.
    """
    has_cookie = settings.SESSION_COOKIE_NAME in request.COOKIES
    return has_cookie and request.user.is_authenticated
