"""“Loose ends”: what is unfinished or goes stale, counted from the rows that the links lead to."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import BigIntegerField
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component
from wagtail.models import Revision
from wagtail.permissions import policy_registry

from blog.blocks.provenance import Provenance
from blog.films.models import FilmPage
from blog.posts.models import PostPage
from blog.quotes.models import Quote

from .rights import changeable, own, publishes
from .stale_watch import not_checked_since

OLD_DRAFT_DAYS = 60
STALE_WATCH_DAYS = 90


@dataclass(frozen=True)
class LooseEnd:
    """count: of the rows at `url`. words: with the count in them."""

    count: int
    words: str
    url: str


class LooseEndsPanel(Component):
    """One line, and nothing when all is tied up."""

    name = "loose-ends"
    template_name = "editorial/desk/loose_ends.html"

    def get_context_data(self, parent_context):
        found = get_loose_ends(parent_context["request"].user)
        return {"loose_ends": [end for end in found if end.count]}


def get_loose_ends(user):
    """Return the LooseEnds of `user`, in one query each."""
    quotes = get_unverified_quotes(user).count()
    films = get_stale_films(user).count()
    drafts = get_old_drafts(user).count()
    listed = reverse("wagtailsnippets_quotes_quote:list")
    return [
        LooseEnd(
            quotes,
            ngettext("%(number)s unverified quotation", "%(number)s unverified quotations", quotes)
            % {"number": quotes},
            f"{listed}?provenance={Provenance.UNVERIFIED}",
        ),
        LooseEnd(
            films,
            ngettext(
                "%(number)s film whose “where to watch” is older than %(days)s days",
                "%(number)s films whose “where to watch” is older than %(days)s days",
                films,
            )
            % {"number": films, "days": STALE_WATCH_DAYS},
            reverse("editorial_stale_watch"),
        ),
        LooseEnd(
            drafts,
            ngettext(
                "%(number)s draft untouched for %(days)s days",
                "%(number)s drafts untouched for %(days)s days",
                drafts,
            )
            % {"number": drafts, "days": OLD_DRAFT_DAYS},
            reverse("editorial_old_drafts"),
        ),
    ]


def get_unverified_quotes(user):
    """Return the kept Quotes that are not verified, for whoever may change them."""
    policy = policy_registry.get_by_type(Quote)
    quotes = policy.instances_user_has_any_permission_for(user, {"change"})
    return quotes.filter(provenance=Provenance.UNVERIFIED)


def get_stale_films(user, today=None):
    """Return the FilmPages whose “where to watch” was not checked for long, by title."""
    day = (today or timezone.localdate()) - timedelta(days=STALE_WATCH_DAYS)
    return not_checked_since(changeable(FilmPage.objects.all(), user), day).order_by(
        "sort_title", "pk"
    )


def get_old_drafts(user, now=None):
    """Return the PostPages that nobody touched for long and nothing is planned for, oldest first.

    Of everybody for who publishes them, else the user's own.
    """
    now = now or timezone.now()
    scheduled = Revision.page_revisions.filter(approved_go_live_at__isnull=False).order_by()
    scheduled = scheduled.annotate(page_pk=Cast("object_id", BigIntegerField()))
    drafts = PostPage.objects.filter(
        live=False, latest_revision_created_at__lt=now - timedelta(days=OLD_DRAFT_DAYS)
    )
    drafts = drafts.exclude(go_live_at__gt=now).exclude(pk__in=scheduled.values("page_pk"))
    drafts = changeable(drafts, user)
    if not publishes(user):
        drafts = own(drafts, user)
    return drafts.order_by("latest_revision_created_at", "pk")
