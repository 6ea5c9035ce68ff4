"""Who scheduled what, as the history of a page or snippet says."""

from wagtail.models import ModelLogEntry, PageLogEntry

from ..running.publications import SCHEDULING_ACTIONS


def get_schedulers(log_model, revisions):
    """Return {revision id: who scheduled it last, or None}, in one query.

    log_model: PageLogEntry or ModelLogEntry. revisions: numbers.
    """
    entries = log_model.objects.filter(action__in=SCHEDULING_ACTIONS, revision__in=revisions)
    entries = entries.select_related("user").order_by("timestamp", "pk")
    return {entry.revision_id: entry.user for entry in entries}


def get_page_schedulers(revisions):
    return get_schedulers(PageLogEntry, revisions)


def get_snippet_schedulers(revisions):
    return get_schedulers(ModelLogEntry, revisions)
