"""Remarks in the editor that nobody has resolved: a warning before publishing, never a lock."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

RELATION = getattr(settings, "WAGTAIL_COMMENTS_RELATION_NAME", "wagtail_admin_comments")


def count_unresolved(page):
    """Return how many remarks on a page wait for an answer."""
    return getattr(page, RELATION).filter(resolved_at__isnull=True).count()


def unresolved_words(page):
    """Return what a reviewer is told of them; "" where there is none."""
    count = count_unresolved(page)
    if not count:
        return ""
    words = ngettext(
        "%(count)s remark in the text is not resolved.",
        "%(count)s remarks in the text are not resolved.",
        count,
    )
    return words % {"count": count}


def asking_words():
    """Return {"one", "many"}: what is asked before publishing; {count} is how many there are."""
    return {
        "one": _("A remark in the text is not resolved. Publish all the same?"),
        "many": _("{count} remarks in the text are not resolved. Publish all the same?"),
    }
