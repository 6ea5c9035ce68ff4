"""The library as a reader asks for it: filters and order from the address, and their films."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Exists, F, Value
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from blog.comments.takes import add_readers_means

from ..finding import look_for
from ..models import FilmPage
from .counts import count_choices
from .facets import FACETS, TermFacet

FILMS_PER_PAGE = 24
LONGEST_QUERY = 200

# The name in the address → the words of the choice, and the order.
SORTS = {
    "title": (gettext_lazy("Title, A to Z"), ["sort_title", "year", "pk"]),
    "year": (gettext_lazy("Year, newest first"), [F("year").desc(nulls_last=True)]),
    "oldest": (gettext_lazy("Year, oldest first"), [F("year").asc(nulls_last=True)]),
    "rating": (
        gettext_lazy("Our rating, highest first"),
        [F("standing__half_stars").desc(nulls_last=True)],
    ),
    "seen": (
        gettext_lazy("Seen most recently"),
        [F("standing__last_seen_on").desc(nulls_last=True)],
    ),
    "added": (
        gettext_lazy("Added most recently"),
        [F("first_published_at").desc(nulls_last=True), "-pk"],
    ),
}


@dataclass
class Filters:
    """query: words of a title. values: {facet: value}. remarks: sentences on what was left out."""

    query: str = ""
    values: dict = field(default_factory=dict)
    names: dict = field(default_factory=dict)  # of values that are terms
    sort: str = "title"
    remarks: list = field(default_factory=list)

    @property
    def narrows(self):
        return bool(self.query or self.values)

    def as_params(self, without=()):
        """Return what of it stands in an address, {name: value}."""
        params = {"q": self.query, **self.values}
        if self.sort != "title":
            params["sort"] = self.sort
        return {name: value for name, value in params.items() if value and name not in without}


def read_filters(params):
    """Return the Filters of a QueryDict. What cannot be read is left out, with a sentence."""
    filters = Filters()
    query = params.get("q", "").replace("\0", " ").strip()
    if len(query) > LONGEST_QUERY:
        filters.remarks.append(_("The words were too long to search for and were left out."))
    else:
        filters.query = query
    for facet in FACETS:
        if text := params.get(facet.name, "").strip():
            if (value := facet.read(text)) is None:
                filters.remarks.append(_not_known(facet, text))
            else:
                filters.values[facet.name] = value
    if sort := params.get("sort", ""):
        if sort in SORTS:
            filters.sort = sort
        else:
            filters.remarks.append(_("That order is not known here; films stand by title."))
    _drop_unknown_terms(filters)
    return filters


def _drop_unknown_terms(filters):
    """Leave out slugs that no film of the readers' has, found with one query for all facets."""
    asked = [facet for facet in FACETS if _is_term(facet) and facet.name in filters.values]
    if not asked:
        return
    rows = [
        facet.model.objects.order_by()
        .filter(Exists(facet.public_rows()), slug=filters.values[facet.name])
        .values_list(Value(facet.name), "slug", "name")
        for facet in asked
    ]
    filters.names = {name: words for name, _slug, words in rows[0].union(*rows[1:])}
    for facet in asked:
        if facet.name not in filters.names:
            filters.remarks.append(_not_known(facet, filters.values.pop(facet.name)))


def _is_term(facet):
    return isinstance(facet, TermFacet)


def _not_known(facet, text):
    shown = text.replace("\0", " ")
    shown = f"{shown[:40]}…" if len(shown) > 40 else shown
    message = _("%(facet)s: “%(value)s” is not known here and was left out.")
    return message % {"facet": facet.label, "value": shown}


def get_listing(library, request):
    """Return what the library's template prints, in a number of queries that does not grow."""
    filters = read_filters(request.GET)
    everything = FilmPage.objects.in_library(library).published()
    conditions = {
        facet.name: facet.condition(filters.values[facet.name])
        for facet in FACETS
        if facet.name in filters.values
    }
    is_close = False
    if filters.query:
        conditions["q"], is_close = look_for(everything, filters.query)
    counts = count_choices(everything, conditions, FACETS)
    order = [*SORTS[filters.sort][1], *SORTS["title"][1]]
    # Sorted by their numbers alone, and only the page's own rows are read whole.
    found = everything.filter(*conditions.values()).order_by(*order).values("pk")
    paginator = Paginator(found, FILMS_PER_PAGE)
    paginator.count = counts.total  # of the same rows, counted already
    page = paginator.get_page(request.GET.get("page"))
    films = FilmPage.objects.filter(pk__in=page.object_list).for_listing().order_by(*order)
    page.object_list = add_readers_means(films)
    return {
        "films": page,
        "film_count": counts.total,
        "filters": filters,
        "fields": [_field(facet, filters, counts) for facet in FACETS],
        "sorts": [(name, words, name == filters.sort) for name, (words, _o) in SORTS.items()],
        "chips": _chips(filters, counts),
        "is_close": is_close and counts.total,
    }


def _field(facet, filters, counts):
    """Return one field of the form: its choices are (value, words, films, whether chosen)."""
    chosen = filters.values.get(facet.name)
    found = counts.choices.get(facet.name, {})
    rows = facet.order([(value, name, films) for value, (name, films) in found.items()])
    if chosen and chosen not in {row[0] for row in rows}:
        films = found[chosen][1] if chosen in found else 0
        rows = [(chosen, filters.names.get(facet.name, ""), films), *rows]
    choices = [
        (value, facet.say(value, name), films, value == chosen) for value, name, films in rows
    ]
    return {"facet": facet, "choices": choices}


def _chips(filters, counts):
    """Return one chip for each filter in force: its words, the query without it, what is left."""
    chips = []
    if filters.query:
        chips.append(("q", _("Words"), f"“{filters.query}”"))
    for facet in FACETS:
        if facet.name in filters.values:
            value = filters.values[facet.name]
            words = facet.say(value, filters.names.get(facet.name, ""))
            chips.append((facet.name, facet.label, words))
    return [
        {
            "label": label,
            "words": words,
            "query": urlencode(filters.as_params(without={name})),
            "films": counts.without.get(name, 0),
        }
        for name, label, words in chips
    ]
