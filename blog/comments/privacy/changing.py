"""What readers change about themselves: their name, and which mails they get."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..actions.moves import send
from ..candidate import Candidate
from ..checks import judge
from ..commenters.judging import OF_THE_WRITER, judge_again
from ..commenters.proof import raise_in_queue
from ..models import Comment, Commenter
from ..people import is_name_of_author
from ..policies import get_comment_settings, get_policy
from ..signals import comment_edited
from .owned import get_comments_of


class NameRefused(ValueError):  # noqa: N818 - it is an answer, in a sentence, to who asked
    """Why a name cannot be taken."""


def change_name(row, name):
    """Put another name over what an address wrote; return over how many comments the old one stays.

    Nothing appears unread where the checks would hold it: published words then keep their name,
    and the new one stands over what waits. Where nothing is found it stands everywhere at once,
    and a person is asked to look at it. Raises NameRefused for the name of an author.
    """
    if is_name_of_author(name):
        raise NameRefused(_("Someone who writes here has this name. Choose another one."))
    comments = list(get_comments_of(row.email).select_related("page", "parent", "commenter"))
    changed = [comment for comment in comments if comment.name != name]
    kept = _find_keeping(changed, name)
    waiting = [comment for comment in changed if comment.is_awaiting]
    published = [comment for comment in changed if comment.is_published and comment not in kept]
    # What was taken off may be put back without being read again.
    others = [] if kept else [c for c in changed if not (c.is_awaiting or c.is_published)]
    with transaction.atomic():
        Commenter.objects.filter(pk=row.pk).update(name=name)
        # Somebody may be deciding: what is published meanwhile was read under the old name.
        _rename(Comment.objects.awaiting(), waiting, name)
        _rename(Comment.objects.exclude(status=Comment.Status.ERASED), published + others, name)
        for comment in published:
            send(comment_edited, comment)
        if published:
            raise_in_queue(published[0], _("Its writer took another name, which stands already."))
    for comment in waiting:
        comment.name = name
        judge_again(comment)
    return len(kept)


def choose_mails(row, choices):
    """Store which mails somebody wants. choices: {comment id: a value of Comment.Notify}."""
    comments = get_comments_of(row.email).order_by()
    for pk, notify in choices.items():
        wish = comments.filter(pk=pk).exclude(notify=notify, notify_stopped_at=None)
        wish.update(notify=notify, notify_stopped_at=None)


def stop_mails(row):
    """Send an address nothing more that it does not ask for itself."""
    rows = Commenter.objects.filter(pk=row.pk, mail_stopped_at=None)
    rows.update(mail_stopped_at=timezone.now())


def allow_mails(row):
    """Send an address again what it asked for, the question for proof included."""
    Commenter.objects.filter(pk=row.pk).update(mail_stopped_at=None, proof_denied_at=None)


def _rename(rows, comments, name):
    rows.filter(pk__in=[comment.pk for comment in comments]).order_by().update(name=name)


def _find_keeping(comments, name):
    """Return those published comments over which this name may not appear unread.

    The newest under the same rules speaks for the others: only the name is new on any of them.
    """
    answers, keeping = {}, []
    for comment in comments:
        if not comment.is_published:
            continue
        page = comment.page.specific
        settings = get_comment_settings(page)
        rules = (settings.pk, get_policy(page, settings), comment.is_proved)
        if rules not in answers:
            answers[rules] = _is_held(
                Candidate.of(comment, page, settings, edited=comment, name=name)
            )
        if answers[rules]:
            keeping.append(comment)
    return keeping


def _is_held(candidate):
    """Return whether the checks hold a name, by more than what was found in the words before."""
    verdict = judge(candidate)
    known = [reason for reason in candidate.edited.reasons if reason["code"] not in OF_THE_WRITER]
    return not verdict.is_published and any(found not in known for found in verdict.reasons)
