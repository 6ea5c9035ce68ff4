"""Judging a comment again, once it is known who wrote it."""

from django.db import transaction

from ..actions.deciding import approve_comment
from ..candidate import Candidate
from ..checks import judge
from ..models import Comment, Judgement
from ..policies import OPEN, get_comment_settings, get_comments_state
from ..reasons import (
    BANNED,
    DOUBTFUL_LINK,
    LINKS,
    NEWCOMER,
    NOT_ME,
    ONE_LINK,
    POLICY,
    PRAISE,
    PRIVATE,
    REFUSED_LATELY,
    SPAM_BEFORE,
    SPAM_HOST,
    SPAM_LIKE,
    UNPROVED,
    WORD_RULE,
    make_reason,
)

# What judging again finds as surely as the first time: it lies in the words, or in who wrote
# them. All else that was found stays found: how fast it came, and beside what, is past.
OF_THE_WRITER = {UNPROVED, NEWCOMER, POLICY, PRIVATE, BANNED, SPAM_BEFORE, REFUSED_LATELY, PRAISE}
OF_THE_WORDS = {LINKS, ONE_LINK, DOUBTFUL_LINK, SPAM_HOST, SPAM_LIKE, WORD_RULE}
ASKED_AGAIN = OF_THE_WRITER | OF_THE_WORDS


def judge_again(comment):
    """Publish a waiting comment if nothing speaks against it now; return whether it was.

    Otherwise it waits on, with the reasons that still hold.
    """
    if not comment.is_awaiting:
        return False
    page = comment.page.specific
    settings = get_comment_settings(page)
    verdict = judge(Candidate.of(comment, page, settings, edited=comment))
    found = {reason["code"] for reason in verdict.reasons}
    # Who proves an address takes back what they said as its owner.
    answered = ASKED_AGAIN | found | ({NOT_ME} if comment.is_proved else set())
    kept = [reason for reason in comment.reasons if reason["code"] not in answered]
    reasons = verdict.reasons + kept
    is_free = verdict.is_published and not kept
    if is_free and not (page.live and get_comments_state(page, settings) == OPEN):
        # Not by itself where nobody may write any more.
        is_free, reasons = False, [make_reason(POLICY)]
    with transaction.atomic():
        # Its writer may be changing the words, and somebody may be deciding.
        judged = Comment.objects.awaiting().filter(pk=comment.pk)
        words = judged.select_for_update().values_list("body", "half_stars", "name").first()
        if words != (comment.body, comment.half_stars, comment.name):
            return False
        judged.update(reasons=reasons, spam_score=verdict.spam_score)
        comment.reasons, comment.spam_score = reasons, verdict.spam_score
        return is_free and approve_comment(comment, how=Judgement.How.PROOF)
