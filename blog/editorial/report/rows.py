"""All lines of the report."""

from django.urls import reverse

from ..desk.held import get_held
from ..desk.rights import works_on_pages
from .pages import get_page_rows
from .row import Kind, Row, State
from .snippets import get_snippet_rows, has_snippets_with_drafts
from .states import get_attempts


def has_report(user):
    """Return whether there could be anything in the report for `user`."""
    return works_on_pages(user) or has_snippets_with_drafts(user)


def get_rows(user):
    """Return the Rows for `user`, a list; the earliest first."""
    attempts = get_attempts()
    rows = [*get_announcement_rows(user), *get_page_rows(user, attempts)]
    rows += get_snippet_rows(user, attempts)
    return sorted(rows, key=lambda row: (row.at, row.title))


def get_announcement_rows(user):
    return [describe_announcement(publication, user) for publication in get_held(user)]


def describe_announcement(publication, user):
    page, by = publication.page, publication.published_by
    return Row(
        kind=Kind.ANNOUNCEMENT,
        title=page.get_admin_display_title(),
        type_label=str(page.page_type_display_name),
        at=publication.published_at,
        state=State.HELD,
        by=by,
        is_mine=user.pk in (page.owner_id, publication.published_by_id),
        may_decide=True,
        page_id=page.pk,
        publication_id=publication.pk,
        planned_at=publication.intended_at,
        edit_url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
    )
