"""What the library can be narrowed by: each facet reads its value from the address and names it."""

from django.db.models import OuterRef, Q
from django.utils.translation import gettext_lazy as _

from blog.lib.locales import country_name
from blog.lib.pages import is_restricted
from blog.lib.stars import MAX_HALF_STARS, MIN_HALF_STARS, stars_label, stars_numeral

from ..models import Country, Credit, FilmCountry, FilmGenre, Genre, Person

UNRATED = "none"


class Facet:
    """name: in the address. label: of its field. any_label: of the choice that narrows nothing.

    A value is kept as the text that stands in the address.
    """

    def __init__(self, name, label, any_label):
        self.name, self.label, self.any_label = name, label, any_label

    def read(self, text):
        """Return the value that `text`, of the address, stands for; None when it is none."""
        raise NotImplementedError

    def condition(self, value):
        """Return the condition on films."""
        raise NotImplementedError

    def say(self, value, name=""):
        """Return the words for a value. name: what the database calls it, for terms."""
        return value

    def order(self, choices):
        """Return the choices, tuples of value, name and count, as the field lists them."""
        return choices


class YearFacet(Facet):
    def read(self, text):
        is_year = text.isascii() and text.isdecimal() and len(text) == 4
        return text if is_year else None

    def condition(self, value):
        return Q(year=int(value))

    def order(self, choices):
        return sorted(choices, reverse=True)


class DecadeFacet(YearFacet):
    def read(self, text):
        """Take "1990" and "1990s"."""
        text = super().read(text.removesuffix("s"))
        return text if text and text.endswith("0") else None

    def condition(self, value):
        return Q(year__range=(int(value), int(value) + 9))

    def say(self, value, name=""):
        return _("%(decade)ss") % {"decade": value}


class RatingFacet(Facet):
    def read(self, text):
        if text == UNRATED:
            return text
        is_number = text.isascii() and text.isdecimal() and len(text) < 3
        is_rating = is_number and MIN_HALF_STARS <= int(text) <= MAX_HALF_STARS
        return str(int(text)) if is_rating else None

    def condition(self, value):
        if value == UNRATED:
            return Q(standing__half_stars=None)
        return Q(standing__half_stars=int(value))

    def say(self, value, name=""):
        if value == UNRATED:
            return _("Not rated")
        return f"{stars_numeral(int(value))} – {stars_label(int(value))}"

    def order(self, choices):
        return sorted(choices, key=lambda choice: (choice[0] == UNRATED, -int(choice[0], 36)))


class SeenFacet(Facet):
    words = {"yes": _("Seen"), "no": _("Not seen yet")}

    def read(self, text):
        return text if text in self.words else None

    def condition(self, value):
        seen = Q(standing__is_seen=True)
        # Not ~seen, which leaves out the films without a standing.
        return seen if value == "yes" else Q(standing=None) | Q(standing__is_seen=False)

    def say(self, value, name=""):
        return self.words[value]

    def order(self, choices):
        return sorted(choices, reverse=True)


class TermFacet(Facet):
    """A facet of rows of their own, known in the address by their slug.

    through: the table with one row for each film and term. film, term: its foreign keys.
    """

    most_choices = None

    def __init__(self, *args, model, through, film="content_object", term="tag", **conditions):
        super().__init__(*args)
        self.model, self.through, self.conditions = model, through, conditions
        self.film, self.term = film, term

    def read(self, text):
        return text if 0 < len(text) <= 100 and "\0" not in text else None

    def public_rows(self):
        """Return the rows of films that readers may see, for a term of the query around."""
        rows = self.through.objects.filter(
            **{self.term: OuterRef("pk"), f"{self.film}__live": True}, **self.conditions
        )
        return rows.filter(~is_restricted(f"{self.film}__path"))

    def condition(self, value):
        rows = self.through.objects.filter(**{f"{self.term}__slug": value}, **self.conditions)
        return Q(pk__in=rows.values(self.film))

    def say(self, value, name=""):
        return name

    def order(self, choices):
        return sorted(choices, key=lambda choice: str(self.say(*choice[:2])).casefold())


class CountryFacet(TermFacet):
    def say(self, value, name=""):
        return country_name(value.upper())


class PersonFacet(TermFacet):
    """Of thousands of people the field offers those with the most films."""

    most_choices = 60

    def order(self, choices):
        busiest = sorted(choices, key=lambda choice: (-choice[2], choice[1]))[: self.most_choices]
        return super().order(busiest)


FACETS = [
    DecadeFacet("decade", _("Decade"), _("Any decade")),
    YearFacet("year", _("Year"), _("Any year")),
    PersonFacet(
        "director",
        _("Director"),
        _("Any director"),
        model=Person,
        through=Credit,
        film="film",
        term="person",
        role=Credit.Role.DIRECTOR,
    ),
    CountryFacet("country", _("Country"), _("Any country"), model=Country, through=FilmCountry),
    TermFacet("genre", _("Genre"), _("Any genre"), model=Genre, through=FilmGenre),
    RatingFacet("rating", _("Our rating"), _("Any rating")),
    SeenFacet("seen", _("Seen"), _("Seen or not")),
]
