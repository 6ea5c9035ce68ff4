"""The lines of snippets that have drafts and schedules."""

from django.contrib.contenttypes.models import ContentType
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, Revision
from wagtail.permissions import policy_registry

from ..models import ScheduleAttempt
from ..running.due import models_with_drafts
from .people import get_snippet_schedulers
from .row import Kind, Row
from .states import choose_state, find_attempt


def get_snippet_rows(user, attempts):
    """Return the Rows of snippets of the kinds that `user` may change: a few queries a kind."""
    rows = []
    for model in models_with_drafts():
        if model is not Page and may_change(model, user):
            rows += get_rows_of(model, user, attempts)
    return rows


def may_change(model, user):
    return policy_registry.get_by_type(model).user_has_permission(user, "change")


def has_snippets_with_drafts(user):
    """Return whether `user` may change a kind of snippet that can be scheduled."""
    return any(model is not Page and may_change(model, user) for model in models_with_drafts())


def get_rows_of(model, user, attempts):
    content_type = ContentType.objects.get_for_model(model, for_concrete_model=False)
    revisions = list(
        Revision.objects.filter(
            base_content_type=content_type, approved_go_live_at__isnull=False
        ).defer("content")
    )
    policy, finder = policy_registry.get_by_type(model), AdminURLFinder(user)
    may_decide = policy.user_has_permission(user, "publish")
    named = model._base_manager.in_bulk([revision.object_id for revision in revisions])
    things = {str(pk): thing for pk, thing in named.items()}
    schedulers = get_snippet_schedulers([revision.pk for revision in revisions])

    def describe(thing, kind, at, attempt_kind, by, **fields):
        attempt = find_attempt(attempts, attempt_kind, content_type, thing.pk, at)
        return Row(
            kind=kind,
            title=str(thing),
            type_label=str(model._meta.verbose_name),
            at=at,
            state=choose_state(attempt, at),
            attempt=attempt,
            by=by,
            is_mine=bool(by and by.pk == user.pk),
            may_decide=may_decide,
            edit_url=finder.get_edit_url(thing) or "",
            **fields,
        )

    rows = [
        describe(
            thing,
            Kind.UPDATE if thing.live else Kind.PUBLICATION,
            revision.approved_go_live_at,
            ScheduleAttempt.Kind.PUBLISH,
            schedulers.get(revision.pk),
            version_at=revision.created_at,
            has_newer_draft=thing.latest_revision_id != revision.pk,
        )
        for revision in revisions
        if (thing := things.get(revision.object_id))
    ]
    ending = model._base_manager.filter(live=True, expire_at__isnull=False)
    rows += [
        describe(thing, Kind.EXPIRY, thing.expire_at, ScheduleAttempt.Kind.EXPIRE, None)
        for thing in ending
    ]
    return rows
