"""What was measured, in words and a table."""

from ...commentable import Policy
from ..bayes import ENOUGH
from .memory import NEWCOMER, READERS, STRANGER, TRUSTED
from .running import POLICIES

DISCARDED = ("rejected", "spam")
HELD = ("pending",)
PUBLISHED = ("published",)
MOST_SPAM_PUBLISHED = 0.01
MOST_TRUSTED_HELD = 0.05

WHO = {
    STRANGER: "address not proved",
    NEWCOMER: "new reader, address proved",
    TRUSTED: "trusted reader",
}
HEAD = ("policy", "reader", "spam published", "ham discarded", "ham held")
NOTES = """\
Every comment is judged three times: as if its writer's address were not proved, as a new reader's
whose address is, and as a trusted reader's. Files do not say who was trusted, and few people write
twice in them, so "trusted" are all: what is held there is held for its words alone.
Left out are the limits by hour and day, since the rows of years come at once{praise}."""


def describe(outcome, topic=""):
    """Return the lines of a report on an Outcome."""
    praise = "" if topic else ",\nand the check for praise that fits any page, which needs --topic"
    return [
        _count("Learned from", outcome.training),
        _count("Judged", outcome.test),
        *_warn(outcome),
        "",
        *_align([HEAD, *_rows(outcome)]),
        "",
        *NOTES.format(praise=praise).splitlines(),
        "",
        *_goals(outcome),
    ]


def _count(verb, rows):
    spam = sum(row.is_spam for row in rows)
    dates = sorted(row.date for row in rows if row.date)
    when = f", {dates[0]:%Y-%m-%d} to {dates[-1]:%Y-%m-%d}" if dates else ""
    return f"{verb} {len(rows)} comments ({spam} spam, {len(rows) - spam} ham{when})."


def _warn(outcome):
    spam = sum(row.is_spam for row in outcome.training)
    lines = []
    if min(spam, len(outcome.training) - spam) < ENOUGH:
        lines.append(f"That is too little for the filter: it needs {ENOUGH} of each to speak.")
    if not any(row.date for row in [*outcome.training, *outcome.test]):
        lines.append("There are no dates, so the order of the file is taken for that of time.")
    return lines


def _rows(outcome):
    for policy in POLICIES:
        for reader in READERS:
            yield (
                policy.value,
                WHO[reader],
                _percent(outcome, policy, reader, is_spam=True, states=PUBLISHED),
                _percent(outcome, policy, reader, is_spam=False, states=DISCARDED),
                _percent(outcome, policy, reader, is_spam=False, states=HELD),
            )


def _percent(outcome, *key, **which):
    return f"{outcome.share(*key, **which):.1%}"


def _align(rows):
    rows = list(rows)
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEAD))]
    for row in rows:
        yield "  ".join(
            cell.ljust(width) if place < 2 else cell.rjust(width)  # noqa: PLR2004
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()


def _goals(outcome):
    """Return whether the goals are met where most appears unread."""
    policy = Policy.REVIEW_SUSPICIOUS

    def share(reader, is_spam, states):
        return outcome.share(policy, reader, is_spam=is_spam, states=states)

    spam = max(share(reader, True, PUBLISHED) for reader in (STRANGER, NEWCOMER))
    discarded = max(share(reader, False, DISCARDED) for reader in READERS)
    held = share(TRUSTED, False, HELD)
    return [
        f"Goals, with the policy {policy.value}, where most appears unread:",
        _goal("at most 1 % of spam published", spam <= MOST_SPAM_PUBLISHED, spam),
        _goal("no ham discarded", discarded == 0, discarded),
        _goal("at most 5 % of trusted ham held", held <= MOST_TRUSTED_HELD, held),
    ]


def _goal(words, is_met, share):
    return f"  {'met   ' if is_met else 'MISSED'}  {words}: {share:.1%}"
