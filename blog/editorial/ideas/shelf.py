"""What has no day yet: the shelf beside the calendar, from which things are put on a day."""

from dataclasses import dataclass, field

from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Revision
from wagtail.permissions import page_permission_policy

from blog.lib.trash import without_trash
from blog.posts.models import PostPage

from ..models import PostIdea
from .permissions import get_visible, may_note_idea

SHOWN = 30
IDEA, DRAFT = "idea", "draft"


@dataclass(frozen=True)
class ShelfItem:
    """An idea or a draft without a day.

    kind: IDEA or DRAFT. pk: of the PostIdea or of the page. about: the film's title, or "".
    write_url: where one click (a POST) makes a draft of it; "" for a draft.
    """

    kind: str
    pk: int
    title: str
    about: str
    edit_url: str
    write_url: str = ""

    @property
    def kind_label(self):
        return _("Idea") if self.kind == IDEA else _("Draft")


@dataclass(frozen=True)
class Shelf:
    """The newest ideas and the drafts worked on last, and how many there are of each."""

    ideas: list = field(default_factory=list)
    drafts: list = field(default_factory=list)
    idea_count: int = 0
    draft_count: int = 0


def get_shelf(user, shown=SHOWN):
    """Return the Shelf of what `user` may put on a day, at most `shown` of each kind.

    The number of queries does not depend on how much there is.
    """
    ideas = get_undated_ideas(user).select_related("film")
    drafts = get_undated_drafts(user).select_related("film")
    listed_ideas = list(ideas.defer("film__guide", "film__facts", "note")[:shown])
    listed_drafts = list(drafts.defer("body", "film__guide", "film__facts")[:shown])
    return Shelf(
        ideas=[_from_idea(idea) for idea in listed_ideas],
        drafts=[_from_draft(draft) for draft in listed_drafts],
        idea_count=ideas.count() if len(listed_ideas) == shown else len(listed_ideas),
        draft_count=drafts.count() if len(listed_drafts) == shown else len(listed_drafts),
    )


def get_undated_ideas(user):
    """Return the ideas that wait without a day, the newest first."""
    if not may_note_idea(user):
        return PostIdea.objects.none()
    return get_visible(user).waiting().undated().order_by("-created_at", "-pk")


def get_undated_drafts(user):
    """Return the essays never published that have no date and no schedule, the last one first."""
    mine = page_permission_policy.instances_user_has_permission_for(user, "change")
    drafts = PostPage.objects.filter(
        pk__in=mine.order_by().values("pk"),
        live=False,
        first_published_at=None,
        go_live_at=None,
    )
    scheduled = Revision.page_revisions.filter(
        approved_go_live_at__isnull=False, object_id=Cast(OuterRef("pk"), CharField())
    )
    drafts = without_trash(drafts).exclude(Exists(scheduled))
    return drafts.order_by("-latest_revision_created_at", "-pk")


def _from_idea(idea):
    return ShelfItem(
        IDEA,
        idea.pk,
        idea.line,
        str(idea.film or ""),
        reverse("idea:edit", args=[idea.pk]),
        reverse("idea:write", args=[idea.pk]),
    )


def _from_draft(page):
    return ShelfItem(
        DRAFT,
        page.pk,
        page.draft_title,
        str(page.film or ""),
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
    )
