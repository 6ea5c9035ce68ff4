"""Taking in what a reader posted: once, and either published or with the reasons why not."""

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from blog.lib.tickets import TicketError

from .actions import check_may_rate, get_thread
from .actions.moves import send
from .candidate import Candidate
from .checks import judge
from .commenters.proof import ask_for_proof
from .commenters.rows import get_commenter
from .models import Comment, Judgement
from .notices.writing import note_submitted
from .people import get_public_name, speaks_for_the_journal
from .policies import OPEN, get_comment_settings, get_comments_state
from .reasons import RATED_BEFORE
from .signals import comment_approved, comment_submitted
from .spam.flood import tell_of_flood
from .spam.likeness import fill_prints
from .visitors import get_submission_keys, hash_visitor


def submit_comment(
    *, page, body="", half_stars=None, name="", email="", parent=None, notify="", user=None,
    is_private=False, is_proved=False, visitor_trait="", network_trait="", marks=(),
    ticket_nonce=None,
):  # fmt: skip
    """Store a comment and return it; the same words sent again return the first one.

    page: the specific page. half_stars: 1 to 10 on a film, or None. user: a signed-in account
    whose post was proved to be its own. is_proved: whether the device showed that `email` is its
    owner's. visitor_trait, network_trait: see blog.lib.http. marks: codes that the form found.
    Raises ValueError when the page takes no comments or no stars or `parent` cannot be answered,
    and TicketError("used") when the ticket already brought other words.
    """
    settings = get_comment_settings(page)
    if get_comments_state(page, settings) != OPEN:
        raise ValueError(f"Page {page.pk} takes no comments.")
    if parent and not (parent.page_id == page.pk and parent.is_published):
        raise ValueError(f"Comment {parent.pk} cannot be answered on page {page.pk}.")
    if half_stars:
        check_may_rate(page, parent)
    is_staff = speaks_for_the_journal(user)
    if is_staff:
        visitor_trait, name, email = f"account {user.pk}", get_public_name(user), ""
        network_trait, is_private = "", False
    words = [str(page.pk), str(parent.pk if parent else ""), name, email, body]
    words += [str(half_stars or ""), "private" * is_private]
    keys = get_submission_keys(visitor_trait, words)
    comment = Comment(
        page=page,
        parent=parent,
        thread=get_thread(parent),
        author=user if is_staff else None,
        name=name,
        email=email,
        is_private=is_private,
        body=body,
        half_stars=half_stars,
        notify=notify,
        submission_key=keys[0],
        ticket_nonce=ticket_nonce,
        visitor_hash="" if is_staff else hash_visitor(visitor_trait),
        network_hash=hash_visitor(network_trait),
    )
    earlier = _find_earlier(comment, keys)
    if earlier:
        return earlier
    if half_stars and not is_staff and _has_rated_before(comment):
        marks = [*marks, RATED_BEFORE]
    comment.commenter = get_commenter(email, name, is_proved=is_proved)
    comment.is_proved = bool(is_proved and comment.commenter)
    candidate = Candidate.of(comment, page, settings, marks=list(marks))
    _take_verdict(comment, judge(candidate))
    fill_prints(comment)
    return _insert(comment, keys)


def _take_verdict(comment, verdict):
    """Give a new comment the state that the checks found, and say why."""
    comment.created_at = comment.decided_at = timezone.now()
    comment.status = verdict.status
    comment.reasons = verdict.reasons
    comment.spam_score = verdict.spam_score
    if verdict.is_published:
        comment.published_at = comment.created_at


def _has_rated_before(comment):
    """Return whether the film seems to have stars of the same reader.

    Nobody is refused for it: two people share a network, and anyone can type an address.
    """
    same_reader = Q(email__iexact=comment.email)
    if comment.visitor_hash:
        same_reader |= Q(visitor_hash=comment.visitor_hash)
    rated = Comment.objects.rated().filter(same_reader, page_id=comment.page_id)
    return rated.filter(status__in=["pending", "published"]).exists()


def _find_earlier(comment, keys):
    """Return the comment that the same post already made, or None.

    Raises TicketError when only the ticket is the same.
    """
    same_post = Q(submission_key__in=keys)
    if comment.ticket_nonce:
        same_post |= Q(ticket_nonce=comment.ticket_nonce)
    rows = list(Comment.objects.filter(same_post))
    for earlier in rows:
        if earlier.submission_key in keys or _says_the_same(earlier, comment):
            return earlier
    if rows:
        raise TicketError("used")
    return None


def _says_the_same(earlier, comment):
    fields = ("page_id", "parent_id", "name", "email", "body", "half_stars", "is_private")
    return all(getattr(earlier, field) == getattr(comment, field) for field in fields)


def _insert(comment, keys):
    """Store the comment with what was judged, or return the one of a faster twin."""
    try:
        with transaction.atomic():
            comment.save(force_insert=True)
            Judgement.objects.create(
                comment=comment,
                how=Judgement.How.RULES,
                to_status=comment.status,
                reasons=comment.reasons,
                created_at=comment.created_at,
            )
            tell_of_flood(comment)
            note_submitted(comment)
            ask_for_proof(comment)
            for signal in (comment_submitted, comment_approved)[: 1 + comment.is_published]:
                send(signal, comment)
    except IntegrityError:
        earlier = _find_earlier(comment, keys)
        if earlier is None:
            raise
        return earlier
    return comment
