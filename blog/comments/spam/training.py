"""Learning from what people decide: in the transaction of the decision, each comment once."""

from django.db import connection, transaction
from django.db.models import F

from ..models import Comment, Judgement, SpamToken
from .bayes import COUNTED
from .tokens import make_tokens
from .words import open_spoilers

HAM, SPAM = "ham", "spam"
BY_PEOPLE = (Judgement.How.PERSON, Judgement.How.MAIL)
TAUGHT_BY = {Comment.Status.PUBLISHED: HAM, Comment.Status.SPAM: SPAM}


def learn(comment, judgement):
    """Count the words of a comment as what a person called it; learning twice changes nothing.

    What the rules decided teaches nothing. What is neither published nor spam any more, or was
    taken back, is unlearned.
    """
    if judgement.how in BY_PEOPLE:
        teach(comment, TAUGHT_BY.get(comment.status, ""))
    elif judgement.how == Judgement.How.UNDO:
        decided = comment.judgements.filter(
            how__in=BY_PEOPLE, to_status=comment.status, undone_at=None
        )
        teach(comment, TAUGHT_BY.get(comment.status, "") if decided.exists() else "")


@transaction.atomic
def teach(comment, lesson):
    """Make `lesson`, "ham", "spam" or "", what is counted of a comment, in place of another."""
    row = Comment.objects.select_for_update().filter(pk=comment.pk)
    row = row.values("trained_as", "body", "name").first()
    if not row or not row["body"] or row["trained_as"] == lesson:
        return
    Comment.objects.filter(pk=comment.pk).update(trained_as=lesson)
    comment.trained_as = lesson
    tokens = make_tokens(open_spoilers(row["body"]), row["name"])
    if row["trained_as"]:
        count_tokens(tokens, **{row["trained_as"]: -1})
    if lesson:
        count_tokens(tokens, **{lesson: 1})


def count_tokens(tokens, *, spam=0, ham=0):
    """Add to the counts of tokens, and of comments, in few queries; no count falls below 0."""
    tokens = sorted({*tokens, COUNTED})
    SpamToken.objects.bulk_create(
        [SpamToken(token=token) for token in tokens], ignore_conflicts=True
    )
    rows = SpamToken.objects.filter(token__in=tokens)
    if spam:
        rows.filter(spam__gte=-spam).update(spam=F("spam") + spam)
    if ham:
        rows.filter(ham__gte=-ham).update(ham=F("ham") + ham)


def take_turn(how):
    """Have everybody else who is about to learn wait until this transaction ends.

    First of all in a decision: two that count the same words in another order would wait for each
    other for ever. On SQLite a transaction that writes is alone anyway.
    """
    teaches = how in BY_PEOPLE or how == Judgement.How.UNDO
    if not teaches or not connection.features.has_select_for_update:
        return
    if not SpamToken.objects.select_for_update().filter(token=COUNTED).values("pk").first():
        SpamToken.objects.bulk_create([SpamToken(token=COUNTED)], ignore_conflicts=True)
        SpamToken.objects.select_for_update().filter(token=COUNTED).values("pk").first()


def count_known(tokens):
    """Return {token: (spam, ham)} of the tokens that were learned, and of COUNTED: one query."""
    rows = SpamToken.objects.filter(token__in=[*tokens, COUNTED])
    return {token: (spam, ham) for token, spam, ham in rows.values_list("token", "spam", "ham")}
