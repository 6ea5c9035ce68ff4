"""What a source says of a film beside what stands."""

from dataclasses import dataclass
from enum import Enum

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..models import FilmPage, Person
from .facts import FACTS, UNIQUE_FACTS, Fact
from .origins import origin_of


class State(Enum):
    EMPTY, SAME, DIFFERENT, TAKEN = range(4)


@dataclass(frozen=True)
class Row:
    """One fact. ours, theirs: as text. note: a sentence about the two, "" for none."""

    fact: Fact
    ours: str
    theirs: str
    state: State
    note: str = ""

    @property
    def can_be_taken(self):
        return self.state in (State.EMPTY, State.DIFFERENT)

    @property
    def is_ticked(self):
        """Only what is empty is filled unasked: an author's words stay."""
        return self.state is State.EMPTY

    @property
    def is_different(self):
        return self.state is State.DIFFERENT


def compare(film, record):
    """Return a Row for every fact of which `record`, a FilmRecord, says something.

    film: a FilmPage as its author sees it, with its newest draft.
    """
    taken = find_taken(film, record)
    fetch_people(film)
    return [_row(film, record, fact, taken) for fact in FACTS if fact.theirs(record)]


def find_taken(film, record):
    """Return {name: film} of the numbers elsewhere that another film of the library has."""
    numbers = {name: record.values[name] for name in UNIQUE_FACTS if name in record.values}
    having = Q(pk=None)
    for name, number in numbers.items():
        having |= Q(**{name: number})
    others = list(FilmPage.objects.filter(having).exclude(pk=film.pk).defer_streamfields())
    return {
        name: other
        for name, number in numbers.items()
        for other in others
        if getattr(other, name) == number
    }


def fetch_people(film):
    """Let the film's credits know their people, in one query for all."""
    credits = film.credits.all()
    people = Person.objects.in_bulk({credit.person_id for credit in credits})
    for credit in credits:
        if credit.person_id in people:
            credit.person = people[credit.person_id]


def _row(film, record, fact, taken):
    ours, theirs = fact.ours(film), fact.theirs(record)
    if not ours and fact.name in taken:
        note = _("“%(film)s” has this number already.") % {"film": taken[fact.name]}
        return Row(fact, ours, theirs, State.TAKEN, note)
    if not ours:
        return Row(fact, ours, theirs, State.EMPTY)
    if fact.is_same(film, record):
        return Row(fact, ours, theirs, State.SAME)
    if fact.name in taken:
        note = _("“%(film)s” has this number already.") % {"film": taken[fact.name]}
        return Row(fact, ours, theirs, State.TAKEN, note)
    return Row(fact, ours, theirs, State.DIFFERENT, _disagreement(film, fact, ours))


def _disagreement(film, fact, ours):
    """Return with whom the source disagrees: another source, or the author."""
    origin = origin_of(film, fact.name)
    if origin is None or origin.said != ours:
        return _("Disagrees with what was typed here.")
    return _("Disagrees with %(source)s of %(date)s.") % {
        "source": origin.source.label,
        "date": date_format(origin.asked_on),
    }
