"""What readers change about themselves: their name, and which mails they get."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..actions.moves import send
from ..checks import judge
from ..commenters.judging import OF_THE_WRITER, judge_again, make_candidate
from ..commenters.proof import raise_in_queue
from ..models import Comment, Commenter
from ..policies import get_comment_settings
from ..signals import comment_edited
from .owned import get_comments_of


class NameRefused(ValueError):  # noqa: N818 - it is an answer, in a sentence, to who asked
    """Why a name cannot be taken."""


def change_name(row, name):
    """Put another name over all that an address wrote; return over how many comments.

    The checks look at the name as at a new comment's. Where nothing is found it stands at once,
    also over published words, and a person is asked to look at it.
    Raises NameRefused when the checks find something.
    """
    comments = list(get_comments_of(row.email).select_related("page", "parent", "commenter"))
    changed = [comment for comment in comments if comment.name != name]
    if changed and _is_suspicious(changed[0], name):
        raise NameRefused(_("A person would have to look at this name first. Choose another one."))
    with transaction.atomic():
        Commenter.objects.filter(pk=row.pk).update(name=name)
        Comment.objects.filter(pk__in=[comment.pk for comment in changed]).update(name=name)
        published = [comment for comment in changed if comment.is_published]
        for comment in published:
            send(comment_edited, comment)
        if published:
            raise_in_queue(published[0], _("Its writer took another name, which stands already."))
    for comment in changed:
        comment.name = name
        judge_again(comment)
    return len(changed)


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


def _is_suspicious(comment, name):
    """Return whether the checks find something in a name that was not found in the comment."""
    page = comment.page.specific
    settings = get_comment_settings(page)
    verdict = judge(make_candidate(comment, page, settings, name=name))
    known = OF_THE_WRITER | {reason["code"] for reason in comment.reasons}
    return any(reason["code"] not in known for reason in verdict.reasons)
