"""What is due now: pages and snippets to publish, and those to take down."""

from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from .models import ScheduleAttempt


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
        return self.content_type.model_class()

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
    return without_resting(items, now)


def due_expiries(now=None):
    """Return the items to take down by `now`, longest due first, without those that rest."""
    now = now or timezone.now()
    items = []
    for model in models_with_drafts():
        objects = model.objects.filter(live=True, expire_at__lte=now)
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


def models_with_drafts():
    """Return Page, which stands for every page, and the snippet models that have drafts."""
    return [Page] + [
        model
        for model in apps.get_models()
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page)
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
