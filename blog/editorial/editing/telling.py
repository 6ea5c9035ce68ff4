"""Who will hear of a publication, in words for whoever orders it."""

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from ..models import NoticeKind
from ..notices.choices import get_ways
from ..notices.people import get_writers, may_see, who_is_concerned


def told_in_words(page, user, is_update, is_done):
    """Return a sentence that says who is told that a page went live, and how.

    user: whoever published or scheduled it. is_done: readers see it already.
    """
    if is_update and is_done:
        return ""  # an update by hand is told to nobody
    told = get_told(page, user, is_update, is_done)
    if not told:
        return _("Nobody else is told.") if is_done else _("Nobody is told then.")
    words = {"list": get_text_list(told, _("and"))}
    if is_done:
        return _("Who is told in ten minutes, unless it is taken back: %(list)s.") % words
    return _("Who is told then: %(list)s.") % words


def get_told(page, user, is_update, is_done):
    """Return what is sent to whom, a list of words."""
    people = {one.pk: one for one in (get_writers if is_update else who_is_concerned)(page)}
    if is_done:
        people.pop(user.pk, None)  # they know
    else:
        people[user.pk] = user
    people = [one for one in people.values() if may_see(one, page)]
    ways = get_ways(people, NoticeKind.LIVE)
    told = []
    for one in people:
        way = ways[one.pk]
        by_mail = way.by_mail and not is_update
        if by_mail and one.email:
            told.append(_("a mail to %(name)s") % {"name": get_name(one, user)})
        elif way.on_desk:
            told.append(_("a notice for %(name)s") % {"name": get_name(one, user)})
    return told


def get_name(one, user):
    if one.pk == user.pk:
        return _("you")
    return one.get_full_name() or one.get_username()
