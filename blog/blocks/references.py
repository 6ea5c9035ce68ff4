"""The list of references: what the body cites, and what its author adds."""

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from blog.citations.records import typed_record
from blog.citations.rendering import render_references
from blog.citations.settings import citation_style

from . import groups
from .choosers import VisiblePageChooserBlock
from .fields import LineBlock
from .gather import GatheredChooserMixin
from .richtext.works import record_of


class FilmOfLibraryBlock(VisiblePageChooserBlock):
    """A film by the library's own chooser, whose part stands above this one."""

    is_lean = True

    def __init__(self, **kwargs):
        super().__init__(**{**kwargs, "page_type": "films.FilmPage"})

    @cached_property
    def widget(self):
        return import_string("blog.films.viewsets.film_chooser").widget_class()

    def get_form_state(self, value):
        # The library's chooser knows no tree, and Wagtail's block for pages asks it for a parent.
        return self.widget.get_value_data(value)

    class Meta:
        icon = "media"


class BookChooserBlock(GatheredChooserMixin, SnippetChooserBlock):
    """A book by its chooser."""

    def __init__(self, **kwargs):
        super().__init__("citations.Book", **kwargs)

    def fetch(self, ids):
        return self.model_class.objects.in_bulk(ids)

    class Meta:
        icon = "doc-full"


class ReferenceValue(blocks.StructValue):
    def get_record(self, number):
        """Return the record of the film or book, else of what was typed; None for nothing.

        A film that readers may not see is not named in other words either.
        """
        for name in ("film", "book"):
            if self.get(name):
                return record_of(self[name])
        if not (self.get("title") or self.get("authors")):
            return None
        return typed_record(self, number)


class ReferenceBlock(blocks.StructBlock):
    film = FilmOfLibraryBlock(required=False, label=_("Film"))
    book = BookChooserBlock(required=False, label=_("Book"))
    authors = LineBlock(
        required=False,
        max_length=500,
        label=_("Authors"),
        help_text=_("Family name first, with a semicolon between: “Aldous, G.; McLeary, J.”"),
    )
    role = LineBlock(
        required=False, max_length=50, label=_("Role"), help_text=_("“Directors”, “Eds.”")
    )
    year = LineBlock(required=False, max_length=30, label=_("Year"))
    title = LineBlock(required=False, max_length=300, label=_("Title"))
    kind = LineBlock(
        required=False, max_length=80, label=_("Kind"), help_text=_("“Documentary film”")
    )
    publisher = LineBlock(
        required=False, max_length=200, label=_("Publisher or production company")
    )
    url = blocks.URLBlock(required=False, label=_("Address"))

    class Meta:
        icon = "doc-full"
        label = _("Reference")
        value_class = ReferenceValue
        form_layout = blocks.BlockGroup(
            children=["film", "book"],
            settings=["authors", "role", "year", "title", "kind", "publisher", "url"],
        )

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned.get("film") and cleaned.get("book"):
            raise blocks.StructBlockValidationError(
                {
                    "book": ValidationError(
                        _("Choose a film or a book, and add a row for the other.")
                    )
                }
            )
        names_something = any(cleaned.get(name) for name in ("film", "book", "title", "authors"))
        if not names_something and not self.is_deferred_validation:
            raise blocks.StructBlockValidationError(
                {"film": ValidationError(_("Choose a film or a book, or write a title by hand."))}
            )
        return cleaned


class ReferencesValue(blocks.StructValue):
    @property
    def records(self):
        """The records of the rows that name something which readers may see."""
        rows = enumerate(self.get("items") or (), start=1)
        return [record for number, row in rows if (record := row.get_record(number))]


class ReferencesBlock(blocks.StructBlock):
    title = LineBlock(
        required=False, max_length=100, label=_("Title"), help_text=_("“References” if empty.")
    )
    items = blocks.ListBlock(
        ReferenceBlock(search_index=False),
        required=False,
        default=[],
        label=_("Further references"),
        help_text=_("What the text cites is listed by itself. Add what it does not cite."),
    )

    class Meta:
        icon = "list-ol"
        label = _("References")
        group = groups.MORE
        template = "blocks/blocks/references.html"
        value_class = ReferencesValue
        description = _("Where the references stand, and those that the text does not cite")
        preview_value = {
            "items": [
                {
                    "authors": "Aldous, G.; McLeary, J.",
                    "role": _("Directors"),
                    "year": "2017",
                    "title": _("The work"),
                    "kind": _("Documentary film"),
                }
            ]
        }

    def get_context(self, value, parent_context=None):
        """Within a body the tag `apparatus` prints the list; a block alone prints its rows."""
        context = super().get_context(value, parent_context)
        if not context.get("is_in_body") and value.records:
            style = citation_style(context.get("request"))
            context["entries"] = render_references(style, value.records).entries
        return context
