"""What is due now, and what comes next: pages and snippets to publish, and those to take down."""

from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Min
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from blog.lib.trash import is_in_trash

from ..models import ScheduleAttempt


@dataclass(frozen=True)
class DueItem:
    """One page or snippet whose time has come.

    content_type: of the base model, which is Page for every page. due_at: the intended time.
    revision_id: the revision to publish; None for an expiry.
    """

    kind: str
    content_type: ContentType
    object_id: str
    title: str
    due_at: datetime
    revision_id: int | None = None

    @property
    def model(self):
        """The model class; None when the program no longer has it."""
        return self.content_type.model_class()

    @property
    def is_page(self):
        return bool(self.model) and issubclass(self.model, Page)

    def get_object(self):
        """Return the page, specific, or the snippet as it stands now; None when it is gone."""
        found = self.model._base_manager.filter(pk=self.object_id).first()
        return getattr(found, "specific", found)

    def __str__(self):
        what = self.content_type.name
        return f"{what} {self.object_id} “{self.title}”, due {self.due_at:%Y-%m-%d %H:%M} UTC"


def due_publications(now=None):
    """Return the items to publish by `now`, longest due first, without those that rest."""
    now = now or timezone.now()
    revisions = (
        Revision.objects.filter(approved_go_live_at__lte=now)
        .order_by("approved_go_live_at", "pk")
        .select_related("base_content_type")
        .defer("content")
    )
    items = [
        DueItem(
            kind=ScheduleAttempt.Kind.PUBLISH,
            content_type=revision.base_content_type,
            object_id=revision.object_id,
            title=revision.object_str,
            due_at=revision.approved_go_live_at,
            revision_id=revision.pk,
        )
        for revision in revisions
    ]
    return without_trashed(without_resting(items, now))


def due_expiries(now=None):
    """Return the items to take down by `now`, longest due first, without those that rest."""
    now = now or timezone.now()
    items = []
    for model in models_with_drafts():
        objects = model._base_manager.filter(live=True, expire_at__lte=now)
        items += [
            DueItem(
                kind=ScheduleAttempt.Kind.EXPIRE,
                content_type=ContentType.objects.get_for_model(model, for_concrete_model=False),
                object_id=str(item.pk),
                title=str(item),
                due_at=item.expire_at,
            )
            for item in objects
        ]
    return without_resting(sorted(items, key=lambda item: item.due_at), now)


def get_next_due(now=None):
    """Return the next instant after `now` at which readers will see something else, or None."""
    now = now or timezone.now()
    go_live = Revision.objects.filter(approved_go_live_at__gt=now)
    found = [go_live.aggregate(next=Min("approved_go_live_at"))["next"]]
    for model in models_with_drafts():
        ending = model._base_manager.filter(live=True, expire_at__gt=now)
        found.append(ending.aggregate(next=Min("expire_at"))["next"])
    return min((moment for moment in found if moment), default=None)


def models_with_drafts():
    """Return Page, which stands for every page, and the snippet models that have drafts."""
    return [Page] + [
        model
        for model in apps.get_models()
        if issubclass(model, DraftStateMixin)
        and not issubclass(model, Page)
        # A model that inherits rows from another one is found there.
        and not model._meta.parents
    ]


def without_resting(items, now):
    """Return `items` without those that failed a short while ago for the same due time."""
    if not items:
        return items
    resting = {
        (row.kind, row.content_type_id, row.object_id, row.due_at)
        for row in ScheduleAttempt.objects.resting(now)
    }
    return [
        item
        for item in items
        if (item.kind, item.content_type.pk, item.object_id, item.due_at) not in resting
    ]


def without_trashed(items):
    """Return `items` without pages in the trash; brought back, they are due again."""
    if not any(item.is_page for item in items):
        return items
    pages = Page.objects.filter(pk__in=[item.object_id for item in items if item.is_page])
    # One whose row is gone stays too: who takes it finds that out.
    hidden = {str(page.pk) for page in pages.only("url_path") if is_in_trash(page)}
    return [item for item in items if not (item.is_page and item.object_id in hidden)]
