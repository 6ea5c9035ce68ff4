"""What readers answered, and what still waits to be read."""

from datetime import timedelta

from django.utils import timezone

from blog.comments.actions import record_comment
from blog.comments.models import Comment, Commenter, Notice, Report
from blog.comments.people import get_public_name
from blog.comments.reasons import NEWCOMER, PRIVATE, make_reason
from blog.comments.reports import report_comment
from blog.lib.stars import MAX_HALF_STARS, MIN_HALF_STARS

from .content import read_rows

ORIGIN = ("origin_name", "origin_url")
KEYS = {
    *("key", "page", "parent", "name", "email", "account", "hours", "body"),
    *("status", "reason", "is_private", "reported", "half_stars", *ORIGIN),
}


def record_replies(shelf, new_pages):
    """Record the replies to pages that this run made; return how many.

    new_pages: names such as "essay:the-swing". Other pages keep the replies they have: what
    someone has erased does not come back.
    """
    recorded = {}
    for row in read_rows("comments.toml", "comment", KEYS, {"key", "page", "hours"}, "key"):
        if row["page"] in new_pages:
            recorded[row["key"]] = _record(row, shelf, recorded)
    _prove_addresses(recorded.values())
    # Nobody is mailed about what never happened.
    Notice.objects.filter(comment__in=recorded.values()).delete()
    return len(recorded)


def _prove_addresses(comments):
    """Let those whose replies are published have shown once that their addresses are theirs."""
    published = [comment for comment in comments if comment.is_published and comment.commenter_id]
    Comment.objects.filter(pk__in=[comment.pk for comment in published]).update(is_proved=True)
    commenters = Commenter.objects.filter(pk__in=[comment.commenter_id for comment in published])
    commenters.update(proved_at=timezone.now())


def _record(row, shelf, recorded):
    try:
        page = shelf.page(row["page"])
        user = shelf.user(row["account"]) if row.get("account") else None
    except LookupError as error:
        row.fail("page or account", str(error))
    parent = recorded.get(row.get("parent"))
    if row.get("parent") and (parent is None or parent.page_id != page.pk):
        row.fail("parent", "is not an earlier reply to the same page; correct it.")
    status = row.get("status", Comment.Status.PUBLISHED)
    if status not in Comment.Status.values:
        row.fail("status", f"“{status}” is not one of {', '.join(Comment.Status.values)}.")
    if not user and not row.get("name"):
        row.fail("name", "is missing; write it, or an account.")
    _check_take(row, page, parent)
    if type(row["hours"]) not in (int, float):
        row.fail("hours", "is no number; write how many hours after the page it was written.")
    # No reply is of the future, whatever the clock says.
    written = page.first_published_at + timedelta(hours=row["hours"])
    comment = record_comment(
        page=page.page_ptr,
        parent=parent,
        name=get_public_name(user) if user else row["name"],
        email="" if user else row.get("email", ""),
        author=user,
        body=row.get("body", "").strip(),
        half_stars=row.get("half_stars"),
        status=status,
        reasons=_reasons(row, status),
        is_private=row.get("is_private", False),
        created_at=min(written, timezone.now() - timedelta(minutes=20)),
        **row.only(*ORIGIN),
    )
    if row.get("reported"):
        report_comment(comment, Report.Reason.OTHER, row["reported"])
    return comment


def _reasons(row, status):
    """Return why a reply waits: what its row says, else because new readers are read first."""
    if status == Comment.Status.PUBLISHED:
        return []
    return [make_reason(PRIVATE if row.get("is_private") else row.get("reason", NEWCOMER))]


def _check_take(row, page, parent):
    half_stars = row.get("half_stars")
    if half_stars is None:
        if not row.get("body"):
            row.fail("body", "is missing; write it, or half_stars.")
    elif parent or not page.takes_ratings:
        row.fail("half_stars", "can stand on a film alone, and not on an answer; take it out.")
    elif half_stars not in range(MIN_HALF_STARS, MAX_HALF_STARS + 1):
        row.fail("half_stars", f"{half_stars} is no whole number from 1 to 10; correct it.")
    if row.get("origin_url") and not row.get("origin_name"):
        row.fail("origin_name", "is missing; say where it was first published.")
