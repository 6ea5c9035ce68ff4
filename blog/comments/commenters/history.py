"""What there is to know of several readers at once, for lists."""

from dataclasses import dataclass

from wagtail.models import Site

from ..models import Commenter, CommentSettings
from .facts import with_facts
from .trust import why_not_trusted
from .words import SHORT


@dataclass(frozen=True)
class CommenterHistory:
    """How a reader's comments fared. why_not: "" for a trusted reader, else a code of words.py."""

    published: int
    rejected: int
    spam: int
    pending: int
    is_trusted: bool
    why_not: str

    @property
    def in_words(self):
        """A word or two on the reader's standing."""
        return SHORT[self.why_not]


def summarise(commenter_ids, settings=None):
    """Return {id: CommenterHistory} of those that exist, in one query.

    settings: CommentSettings; without, those of the first site are asked for too.
    """
    settings = settings or get_default_settings()
    commenters = with_facts(Commenter.objects.filter(pk__in=set(commenter_ids)))
    return {commenter.pk: get_history(commenter, settings) for commenter in commenters}


def get_history(commenter, settings):
    """Return the CommenterHistory of a commenter that was fetched `with_facts`."""
    why_not = why_not_trusted(commenter, settings)
    return CommenterHistory(
        published=commenter.fact_published,
        rejected=commenter.fact_rejected,
        spam=commenter.fact_spam,
        pending=commenter.fact_pending,
        is_trusted=not why_not,
        why_not=why_not,
    )


def get_default_settings():
    """Return the CommentSettings of the default site, or unsaved ones without a site."""
    site = Site.objects.filter(is_default_site=True).first() or Site.objects.first()
    return CommentSettings.for_site(site) if site else CommentSettings()
