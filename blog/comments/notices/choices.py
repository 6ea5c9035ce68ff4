"""What an account may decide with one button on a page that a mail led to."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.permissions import policy_registry

from ..actions import answer_as, approve_comment, hide_comment, mark_spam
from ..models import Comment, Judgement
from ..moderation.keeping import keep_comment

MAIL = Judgement.How.MAIL
Status = Comment.Status


@dataclass(frozen=True)
class Choice:
    """act: called with the comment and by, returns whether it was done. needs: the permission."""

    label: str  # of the link in the mail and of the button
    question: str
    done: str
    act: Callable
    needs: str = "moderate"


def _approve(comment, by):
    return approve_comment(comment, by=by, how=MAIL)


def _mark_spam(comment, by):
    return mark_spam(comment, by=by, how=MAIL)


def _hide(comment, by):
    return hide_comment(comment, by=by, how=MAIL)


CHOICES = {
    "approve": Choice(
        _("Publish it"), _("Shall this be published?"), _("It is published."), _approve
    ),
    "spam": Choice(_("It is spam"), _("Is this spam?"), _("It is marked as spam."), _mark_spam),
    "hide": Choice(_("Hide it"), _("Shall this be hidden?"), _("It is hidden."), _hide),
    "keep": Choice(_("Let it stand"), _("May this stay as it is?"), _("It stays."), keep_comment),
    "answer": Choice(
        _("Answer it"), _("Your answer"), _("Your answer is published."), None, needs="answer"
    ),
}


def get_last_judgement_id(comment):
    """Return the id of the last decision about a comment, 0 before the first."""
    return comment.judgements.order_by("-pk").values_list("pk", flat=True).first() or 0


def find_account(link, comment):
    """Return the account of a link if it may still do that, else None."""
    user = get_user_model().objects.filter(pk=link.user, is_active=True).first()
    policy = policy_registry.get_by_type(Comment)
    needs = CHOICES[link.action].needs
    if user is None or not policy.user_has_permission_for_instance(user, needs, comment):
        return None
    may_moderate = policy.user_has_permission(user, "moderate")
    return user if comment.is_published or may_moderate else None


def is_open(link, comment):
    """Return whether what the mail asked is still to be decided.

    An answer to what readers can see is no decision, and so it stays possible.
    """
    if link.action == "answer" and comment.is_published:
        return True
    if get_last_judgement_id(comment) != link.judgement:
        return False
    if comment.is_awaiting:
        return link.action in ("approve", "spam", "answer") and not comment.is_private
    return comment.is_published and comment.reported_at is not None


@transaction.atomic
def carry_out(link, user, answer=""):
    """Do what a link asks, once, and return whether it was still to be done.

    answer: the words of an answer; it also publishes the comment. The row is held meanwhile, so
    that two clicks are one. Raises ValueError where the page shows no comments.
    """
    comment = Comment.objects.select_for_update(of=("self",)).filter(pk=link.comment).first()
    if comment is None or not is_open(link, comment):
        return False
    if link.action != "answer":
        return CHOICES[link.action].act(comment, by=user)
    if comment.answers.filter(author=user, body=answer).exists():
        return False  # the second click of two
    if comment.is_awaiting:
        approve_comment(comment, by=user, how=MAIL)
    answer_as(user, comment, answer)
    return True
