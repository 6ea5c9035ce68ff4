"""The year in film: every number on the page, from one list of viewings."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils import formats
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from blog.lib.stars import MAX_HALF_STARS, MIN_HALF_STARS

from ..models.people import Credit
from ..models.terms import FilmCountry
from .charts import columns, rows

MONTHS = range(1, 13)
MOST = 8  # rows of a ranking


@dataclass(frozen=True)
class YearInFilm:
    """What `viewings`, a list of all readable ones of a year with their films, amount to.

    directors, countries: {film id: [Person or Country, …]}, of the films in `viewings`.
    """

    viewings: list
    directors: dict
    countries: dict

    @cached_property
    def films(self):
        """Each film once, in the order of the year."""
        return list({viewing.film_id: viewing.film for viewing in self.in_order}.values())

    @cached_property
    def in_order(self):
        return sorted(self.viewings, key=lambda viewing: (viewing.watched_on, viewing.pk))

    @property
    def first(self):
        return self.in_order[0]

    @property
    def last(self):
        return self.in_order[-1]

    @cached_property
    def timed(self):
        """The viewings of films whose length is known."""
        return [viewing for viewing in self.viewings if viewing.film.runtime_minutes]

    @property
    def hours(self):
        """Whole hours of all the viewings whose film's length is known, rounded."""
        return round(sum(viewing.film.runtime_minutes for viewing in self.timed) / 60)

    @property
    def untimed_count(self):
        return len(self.viewings) - len(self.timed)

    @property
    def longest(self):
        return self._by_length(max)

    @property
    def shortest(self):
        return self._by_length(min)

    def _by_length(self, choose):
        timed = [film for film in self.films if film.runtime_minutes]
        # Of one film alone nothing is the longest.
        return choose(timed, key=lambda film: film.runtime_minutes) if len(timed) > 1 else None

    @property
    def rewatch_count(self):
        return sum(viewing.is_rewatch for viewing in self.viewings)

    @property
    def loved_count(self):
        return sum(viewing.is_loved for viewing in self.viewings)

    @cached_property
    def ratings(self):
        return [viewing.half_stars for viewing in self.viewings if viewing.half_stars]

    @property
    def mean_stars(self):
        """The mean rating in stars as it is printed, "" without one."""
        if not self.ratings:
            return ""
        return formats.number_format(sum(self.ratings) / len(self.ratings) / 2, decimal_pos=1)

    @cached_property
    def months(self):
        """Twelve columns, by the first day of the month."""
        counts = Counter(viewing.watched_on.replace(day=1) for viewing in self.viewings)
        year = self.first.watched_on.year
        return columns(counts, [date(year, month, 1) for month in MONTHS])

    @property
    def months_label(self):
        """The columns of the months in words."""
        counts = [(date_format(bar.key, "F"), bar.count) for bar in self.months if bar.count]
        said = ", ".join(f"{month} {count}" for month, count in counts)
        return _("Evenings by month: %(months)s.") % {"months": said}

    @cached_property
    def stars(self):
        """Ten columns, by half stars."""
        return columns(Counter(self.ratings), range(MIN_HALF_STARS, MAX_HALF_STARS + 1))

    @property
    def stars_label(self):
        """The columns of the ratings in words."""
        counts = ", ".join(str(bar.count) for bar in self.stars)
        return _("Ratings in half stars, from a half to five: %(counts)s.") % {"counts": counts}

    @cached_property
    def decades(self):
        """Rows of (decade, number), the newest first; each between the first and the last."""
        counts = Counter(
            viewing.film.year // 10 * 10 for viewing in self.viewings if viewing.film.year
        )
        return rows([(_("%(year)ss") % {"year": key}, counts[key]) for key in _decades(counts)])

    @cached_property
    def top_countries(self):
        return self._rank(self.countries, str_of=lambda country: country.local_name)

    @cached_property
    def top_directors(self):
        """Those seen more than once; nobody stands out by one evening."""
        return self._rank(self.directors, str_of=lambda person: person, at_least=2)

    def _rank(self, by_film, str_of, at_least=1):
        counts = Counter(
            thing for viewing in self.viewings for thing in by_film.get(viewing.film_id, ())
        )
        ranked = sorted(counts.items(), key=lambda item: (-item[1], str(str_of(item[0]))))
        return rows([(str_of(key), n) for key, n in ranked if n >= at_least][:MOST])


def _decades(counts):
    return range(max(counts), min(counts) - 1, -10) if counts else ()


def make_year(viewings):
    """Return the YearInFilm of `viewings`, a non-empty list with films, in two queries more."""
    films = {viewing.film_id for viewing in viewings}
    credits = Credit.objects.filter(film__in=films, role=Credit.Role.DIRECTOR)
    items = FilmCountry.objects.filter(content_object__in=films).select_related("tag")
    return YearInFilm(
        viewings=viewings,
        directors=_group((row.film_id, row.person) for row in credits.select_related("person")),
        countries=_group((row.content_object_id, row.tag) for row in items),
    )


def _group(pairs):
    grouped = {}
    for film_id, thing in pairs:
        if thing not in grouped.setdefault(film_id, []):
            grouped[film_id].append(thing)
    return grouped
