"""What the checks know besides the candidate: each thing is asked of the database once, if at all.

Measuring gives the checks another object with the same names, see measuring/memory.py.
"""

from copy import copy
from datetime import timedelta
from functools import cached_property

from django.utils import timezone

from ..commenters.facts import get_facts
from ..commenters.trust import MOST_REFUSED_PERCENT, why_not_trusted
from ..models import Comment, WordRule
from .bayes import COUNTED, ENOUGH, Likeness, judge_tokens
from .likeness import hash_words, make_simhash
from .links import find_links
from .page_words import get_page_words
from .tokens import make_tokens
from .training import count_known
from .words import count_letters, join_spelled_out, split_words

Status = Comment.Status

MOST_RECENT = 500  # comments that near-duplicates are looked for among
MOST_SPAM = 5000  # the same, in the spam folder, which is emptied after 30 days
SAME_WORDS_HOURS = 24
FIRST_SPAM = 10  # comments; fewer may be one unlucky day


class Words:
    """A candidate's words, taken apart once for all checks."""

    def __init__(self, candidate):
        self.candidate = candidate

    @cached_property
    def _links(self):
        return find_links(self.plain_text)

    @property
    def hosts(self):
        """The host of each link, in the words and in the name."""
        return self._links[0]

    @cached_property
    def words(self):
        """The words without links and name, folded."""
        return split_words(find_links(self.candidate.shown_text)[1])

    @cached_property
    def plain_text(self):
        """What rules look through: the words and the name."""
        return f"{self.candidate.shown_text}\n{self.candidate.name}"

    @cached_property
    def all_words(self):
        """Words, name and what links are made of, folded."""
        return split_words(self.plain_text)

    @cached_property
    def spelled_out(self):
        """What is hidden in runs such as "c a s i n o"."""
        return join_spelled_out(self.all_words)

    @cached_property
    def page_words(self):
        """The folded words of what is commented on, or None if nothing is known of it."""
        return get_page_words(self.candidate.page, self.candidate.parent)

    @property
    def letters(self):
        return count_letters(self.words)

    @cached_property
    def words_hash(self):
        return hash_words(self.words)

    @cached_property
    def simhash(self):
        return make_simhash(self.words)

    @cached_property
    def tokens(self):
        return make_tokens(self.candidate.shown_text, self.candidate.name)

    @cached_property
    def likeness(self):
        """How much the words resemble spam; stars alone resemble nothing."""
        if not self.words and not self.hosts:
            return Likeness()
        return judge_tokens(self.tokens, self.counts)

    @property
    def is_filter_blind(self):
        """Whether spam comes here and too little was decided yet to tell it from the rest."""
        spam, ham = self.counts.get(COUNTED, (0, 0))
        return spam >= FIRST_SPAM and min(spam, ham) < ENOUGH


class Knowledge(Words):
    """What is stored about a candidate's words, visitor and reader."""

    @cached_property
    def counts(self):
        """{token: (spam, ham)} of the candidate's tokens."""
        hosts = {f"host:{host}" for host in self.hosts}
        return count_known({*self.tokens, *hosts})

    @cached_property
    def facts(self):
        """How other comments of the same address fared, or {} without one."""
        commenter = self.candidate.commenter
        return get_facts(commenter) if commenter else {}

    @cached_property
    def why_not_trusted(self):
        """The code of what speaks against trust, "" for none; see commenters/trust.py."""
        commenter = copy(self.candidate.commenter)
        for name, fact in self.facts.items():
            setattr(commenter, f"fact_{name}", fact)  # so that they are not asked for again
        return why_not_trusted(commenter, self.candidate.settings)

    @property
    def was_refused_lately(self):
        """Whether too much of what came surely from this address was refused lately."""
        refused = self.facts.get("recently_refused", 0)
        decided = refused + self.facts.get("recently_published", 0)
        return refused > 0 and 100 * refused >= MOST_REFUSED_PERCENT * decided

    @property
    def is_trusted(self):
        """Whether this very post is surely of a reader who is known here."""
        return self.candidate.is_proved and not self.why_not_trusted

    @cached_property
    def same_words(self):
        """The id of a comment with the same words, no older than a day, or None."""
        since = timezone.now() - timedelta(hours=SAME_WORDS_HOURS)
        rows = self._others().filter(words_hash=self.words_hash, created_at__gte=since)
        return rows.order_by("created_at").values_list("pk", flat=True).first()

    @cached_property
    def recent(self):
        """[(id, simhash)] of the last comments that are long enough to be compared."""
        rows = self._others().filter(simhash__isnull=False).order_by("-pk")
        return list(rows.values_list("pk", "simhash")[:MOST_RECENT])

    @cached_property
    def spam(self):
        """[(id, words_hash, simhash, link_hosts, visitor_hash)] of the spam folder."""
        rows = self._others().filter(status=Status.SPAM).order_by("-pk")
        return list(
            rows.values_list("pk", "words_hash", "simhash", "link_hosts", "visitor_hash")[
                :MOST_SPAM
            ]
        )

    @cached_property
    def rules(self):
        return list(WordRule.objects.filter(is_active=True).order_by("pk"))

    @cached_property
    def is_name_known(self):
        """Whether somebody of this name was published before."""
        named = self._others().filter(name__iexact=self.candidate.name, status=Status.PUBLISHED)
        return named.exists()

    def _others(self):
        edited = self.candidate.edited
        return Comment.objects.exclude(pk=edited.pk) if edited else Comment.objects.all()
