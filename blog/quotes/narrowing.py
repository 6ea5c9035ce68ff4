"""What a reader asked the commonplace book for: words, a film, a speaker, a theme."""

from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.http import Http404
from django.utils.functional import cached_property

from blog.films.models import FilmPage

from .facets import KINDS, count_choices

LONGEST = 200
KEYS = ("q", *KINDS)


@dataclass
class Narrowing:
    """published: all Quotes that readers may see. asked: of KEYS, what is not empty, cleaned."""

    published: object
    asked: dict = field(default_factory=dict)

    @classmethod
    def read(cls, published, params):
        """Return the Narrowing of a QueryDict, each value as a visitor may have typed it.

        Raises Http404 for a name that no film, speaker or theme can have.
        """
        typed = {key: params.get(key, "")[:LONGEST].strip() for key in KEYS}
        typed["q"] = typed["q"].replace("\0", "")
        if any("\0" in value for value in typed.values()):
            raise Http404("No such name can be in the book.")
        return cls(published, {key: value for key, value in typed.items() if value})

    def get_rows(self, without=""):
        """Return the Quotes that were asked for; `without` one of KINDS, where it is named."""
        rows = self.published.matching(self.asked.get("q", ""))
        for kind in KINDS:
            if kind in self.asked and kind != without:
                rows = self._only(rows, kind)
        return rows

    def _only(self, rows, kind):
        name = self.asked[kind]
        if kind == "film":
            # Of a film that readers may not see, they learn not even that it is quoted.
            return rows.filter(film__in=FilmPage.objects.published().order_by().filter(slug=name))
        return rows.by_speaker(name) if kind == "speaker" else rows.on_theme(name)

    @cached_property
    def counts(self):
        """{"all": Quotes asked for but for the theme, "found": those that were asked for}."""
        found = {}
        if "theme" in self.asked:
            on_theme = Q(themed_items__tag__slug=self.asked["theme"])
            found["found"] = Count("pk", filter=on_theme, distinct=True)
        rows = self.get_rows(without="theme").order_by()
        return {"found": 0, **rows.aggregate(all=Count("pk", distinct=True), **found)}

    @property
    def found_count(self):
        return self.counts["found" if "theme" in self.asked else "all"]

    @cached_property
    def choices(self):
        """{kind: [Choice, …]}: what can be asked next, with how many quotations that gives."""
        found = count_choices({kind: self.get_rows(without=kind) for kind in KINDS})
        return {
            kind: [
                replace(choice, query=self.query_with(**{kind: choice.slug})) for choice in choices
            ]
            for kind, choices in found.items()
        }

    def get_current(self, kind):
        """Return the Choice that was asked for, or None.

        Raises Http404 when the book knows no such film, speaker or theme.
        """
        name = self.asked.get(kind)
        if not name:
            return None
        choices = [choice for choice in self.choices[kind] if choice.slug == name]
        choices = choices or count_choices({kind: self._only(self.published, kind)})[kind]
        for choice in choices:
            if choice.slug == name:
                return choice
        raise Http404(f"Nothing in the book is of that {kind}.")

    def query_with(self, **others):
        """Return the query string of what was asked, with some of KEYS changed or, if "", gone."""
        query = {key: value for key, value in {**self.asked, **others}.items() if value}
        return urlencode(query)
