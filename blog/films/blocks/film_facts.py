"""Facts of a film's record in the middle of a body, so that nobody types them a second time."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blog.blocks import groups
from blog.blocks.fields import LineBlock

from ..values import FilmValue
from .cards import FilmChooserBlock, sample_film

FACTS = [
    ("directors", _("Directed by")),
    ("year", _("Year")),
    ("original_title", _("Original title")),
    ("other_titles", _("Also known as")),
    ("length", _("Length")),
    ("countries", _("From")),
    ("languages", _("Language")),
    ("genres", _("Genre")),
    ("company", _("Company")),
    ("place", _("Set in")),
    ("cast", _("With")),
]
TICKED = ["directors", "year", "length", "countries", "languages", "genres"]


class FilmFactsBlock(blocks.StructBlock):
    title = LineBlock(required=False, max_length=150, label=_("Title"))
    film = FilmChooserBlock(
        required=False, help_text=_("Left empty, it is the film that the page is about.")
    )
    facts = blocks.MultipleChoiceBlock(
        choices=FACTS,
        default=TICKED,
        required=False,
        widget=CheckboxSelectMultiple,
        search_index=False,
        label=_("Facts"),
        help_text=_("What is not known of the film is not printed."),
    )

    class Meta:
        icon = "list-ul"
        label = _("Facts from the film’s record")
        group = groups.FILM
        template = "films/blocks/film_facts.html"
        value_class = FilmValue
        description = _("The facts you tick; corrected in the film, they are corrected here")

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        chosen = value.get("film")
        film = value.published_film if chosen else film_of((parent_context or {}).get("page"))
        rows = list_facts(film, value.get("facts") or ()) if film else []
        return context | {"film": film, "rows": rows}

    def get_preview_value(self):
        return self.normalize({"title": "", "film": sample_film(), "facts": TICKED})


def film_of(page):
    """Return the film that a page is about, itself or that of an essay; None without one."""
    if hasattr(page, "director_names"):
        return page
    return getattr(page, "published_film", None)


def list_facts(film, names):
    """Return [(label, words), …] of the facts called `names` that are known of a film."""
    from ..library.film import get_facts  # which reads the models, which import these blocks

    facts = get_facts(film, names)
    return [(label, facts[name]) for name, label in FACTS if name in names and facts.get(name)]
