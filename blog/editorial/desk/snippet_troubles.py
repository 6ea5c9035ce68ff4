"""What failed of things that are no pages: snippets with drafts and schedules."""

from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page
from wagtail.permissions import policy_registry

from .troubles import Trouble, get_prospect
from .words import in_words


def get_snippet_troubles(user, attempts):
    """Return the Troubles with snippets of the kinds that `user` may change, in a query for each.

    attempts: ScheduleAttempts with their content type. One whose thing or model is gone is left
    out: the timer forgets it.
    """
    by_model = {}
    for attempt in attempts:
        model = attempt.content_type.model_class()
        if model is not None and not issubclass(model, Page):
            by_model.setdefault(model, []).append(attempt)
    troubles, finder = [], AdminURLFinder(user)
    for model, rows in by_model.items():
        if not policy_registry.get_by_type(model).user_has_permission(user, "change"):
            continue
        things = model._base_manager.in_bulk([row.object_id for row in rows])
        named = {str(pk): thing for pk, thing in things.items()}
        troubles += [
            describe(row, named[row.object_id], finder) for row in rows if row.object_id in named
        ]
    return troubles


def describe(attempt, thing, finder):
    return Trouble(
        title=str(thing),
        sentence=_("was to change on %(when)s") % {"when": in_words(attempt.due_at)},
        reason=attempt.last_error,
        prospect=get_prospect(attempt),
        is_urgent=attempt.needs_attention,
        due_at=attempt.due_at,
        edit_url=finder.get_edit_url(thing) or "",
    )
