"""Everything that is kept about an address, as data that a program or a person can read."""

from blog.outbox.models import Mail

from ..commenters.rows import find_address, normalise_email
from ..models import CommentEdit, Judgement
from ..notices.tokens import absolute
from .owned import get_comments_of

FORMAT = 1


def export_reader(address, for_owner=False):
    """Return all that is kept about an address as a dict that JSON can hold, or None.

    for_owner: with what moderators wrote down for themselves.
    """
    row = find_address(address)
    comments = list(get_comments_of(address).select_related("page").order_by("created_at", "pk"))
    if row is None and not comments:
        return None
    return {
        "format": FORMAT,
        "address": normalise_email(address),
        "person": _describe(row, for_owner) if row else None,
        "comments": _describe_comments(comments),
        "mails": _describe_mails(address),
    }


def _describe(row, for_owner):
    person = {
        "name": row.name,
        "first_seen": _say(row.created_at),
        "address_proved": _say(row.proved_at),
        "proof_asked_for": _say(row.proof_mailed_at),
        "proof_denied": _say(row.proof_denied_at),
        "wants_no_mail_since": _say(row.mail_stopped_at),
        "banned": _say(row.banned_at),
        "trust_taken_back": _say(row.trust_revoked_at),
    }
    if for_owner:
        person["note"] = row.note
        person["the_same_person_as"] = row.merged_into and row.merged_into.email
        others = row.other_addresses.order_by("email")
        person["other_addresses"] = list(others.values_list("email", flat=True))
    return person


def _describe_comments(comments):
    pks = [comment.pk for comment in comments]
    edits = {edit.comment_id: edit for edit in CommentEdit.objects.filter(comment__in=pks)}
    decisions = {}
    for judgement in Judgement.objects.filter(comment__in=pks):
        decided = {
            "at": _say(judgement.created_at), "how": judgement.how, "to": judgement.to_status,
        }  # fmt: skip
        decisions.setdefault(judgement.comment_id, []).append(decided)
    urls = {}
    for comment in comments:
        if comment.page_id not in urls:
            urls[comment.page_id] = comment.page.get_url() or ""
    return [
        {
            "id": comment.pk,
            "page": comment.page.title,
            "page_address": absolute(urls[comment.page_id]) if urls[comment.page_id] else "",
            "in_reply_to": comment.parent_id,
            "name": comment.name,
            "address": comment.email,
            "address_proved": comment.is_proved,
            "words": comment.body,
            "half_stars": comment.half_stars,
            "first_published_at": comment.origin_name,
            "first_published_address": comment.origin_url,
            "state": comment.status,
            "not_for_publication": comment.is_private,
            "mail_about": comment.notify,
            "written": _say(comment.created_at),
            "edited": _say(comment.edited_at),
            "published": _say(comment.published_at),
            "new_words_that_wait": edits[comment.pk].body if comment.pk in edits else None,
            "decisions": decisions.get(comment.pk, []),
        }
        for comment in comments
    ]


def _describe_mails(address):
    mails = Mail.objects.to(address).order_by("created_at", "pk")
    return [
        {"subject": mail.subject, "written": _say(mail.created_at), "sent": _say(mail.sent_at)}
        for mail in mails
    ]


def _say(moment):
    """Return a moment as ISO 8601 in UTC, or None."""
    return moment and moment.isoformat(timespec="seconds")
