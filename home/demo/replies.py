"""What readers answered, and what still waits to be read."""

from datetime import timedelta

from django.utils import timezone

from blog.comments.actions import record_comment
from blog.comments.models import Comment
from blog.comments.people import get_public_name
from blog.comments.reasons import POLICY, make_reason

from .content import read_rows

KEYS = {
    *("key", "page", "parent", "name", "email", "account", "hours", "body"),
    "status",
    "half_stars",
}


def record_replies(shelf, new_pages):
    """Record the replies to pages that this run made; return how many.

    new_pages: names such as "essay:the-swing". Other pages keep the replies they have: what
    someone has erased does not come back.
    """
    recorded = {}
    for row in read_rows("comments.toml", "comment", KEYS, {"key", "page", "hours", "body"}, "key"):
        if row["page"] in new_pages:
            recorded[row["key"]] = _record(row, shelf, recorded)
    return len(recorded)


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
    # No reply is of the future, whatever the clock says.
    written = page.first_published_at + timedelta(hours=row["hours"])
    return record_comment(
        page=page.page_ptr,
        parent=parent,
        name=get_public_name(user) if user else row["name"],
        email="" if user else row.get("email", ""),
        author=user,
        body=row["body"].strip(),
        half_stars=row.get("half_stars"),
        status=status,
        reasons=[] if status == Comment.Status.PUBLISHED else [make_reason(POLICY)],
        created_at=min(written, timezone.now() - timedelta(minutes=20)),
    )
