"""What the checks know while they are measured: rows in memory in the place of the database."""

from collections import deque
from datetime import timedelta

from ...models import CommentSettings
from ..bayes import COUNTED
from ..knowledge import MOST_RECENT, SAME_WORDS_HOURS, Words
from ..page_words import get_topics
from ..periods import KEEP_REFUSED
from ..words import split_words

STRANGER, NEWCOMER, TRUSTED = "stranger", "newcomer", "trusted"
READERS = (STRANGER, NEWCOMER, TRUSTED)


class Memory:
    """A journal that was just begun and remembers what it is told.

    rules: WordRules that hold. topic: what was commented on, in words; "" if nobody says it.
    """

    def __init__(self, rules=(), topic=""):
        self.rules = list(rules)
        self.topics = get_topics(split_words(topic)) if topic else None
        self.settings = CommentSettings()
        self.counts = {}
        self.recent = deque(maxlen=MOST_RECENT)
        self.spam = []  # (date, row), see Knowledge.spam
        self.last_dates = {}  # of the same words
        self.names = set()

    def store(self, number, words, row):
        """Remember that a comment came, whatever becomes of it."""
        if words.simhash is not None:
            self.recent.appendleft((number, words.simhash))
        if words.words_hash:
            self.last_dates[words.words_hash] = row.date

    def learn(self, number, words, row):
        """Remember what a person decided about a comment."""
        for token in {*words.tokens, COUNTED}:
            spam, ham = self.counts.get(token, (0, 0))
            self.counts[token] = (spam + row.is_spam, ham + (not row.is_spam))
        if row.is_spam:
            prints = (number, words.words_hash, words.simhash, words.hosts, "")
            self.spam.append((row.date, prints))
        else:
            self.names.add(row.name.casefold())

    def get_spam(self, date):
        """Return the spam folder as it stands on a day; without dates, all of it."""
        return [
            prints
            for when, prints in self.spam
            if not (date and when) or when >= date - KEEP_REFUSED
        ]


class Remembered(Words):
    """What is known about one candidate, as `Knowledge` would tell it."""

    was_refused_lately = False

    def __init__(self, candidate, memory, row):
        super().__init__(candidate)
        self.memory, self.row = memory, row
        self.reader = STRANGER
        self.rules = memory.rules
        self.counts = memory.counts
        self.recent = list(memory.recent)
        self.spam = memory.get_spam(row.date)
        self.page_words = memory.topics

    @property
    def is_trusted(self):
        return self.reader == TRUSTED

    @property
    def facts(self):
        return {"published": 1} if self.reader == TRUSTED else {}

    @property
    def same_words(self):
        """As in Knowledge; 0 stands for "some comment", as no one asks for more than whether."""
        last = self.memory.last_dates.get(self.words_hash)
        is_lately = last and self.row.date and self.row.date - last <= _DAY
        return "0" if is_lately else None

    @property
    def is_name_known(self):
        return self.row.name.casefold() in self.memory.names


_DAY = timedelta(hours=SAME_WORDS_HOURS)
