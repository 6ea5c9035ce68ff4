"""Films in a body: chosen by search, shown as a card, a line or a list with reasons."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.coreutils import resolve_model_string

from blog.blocks import groups
from blog.blocks.fields import LineBlock
from blog.blocks.gather import GatheredChooserMixin

from ..means import promise_readers_means
from ..values import FilmListValue, FilmValue


class FilmChooserBlock(GatheredChooserMixin, blocks.ChooserBlock):
    """A film of the library, by search, or a new one by title and year."""

    @cached_property
    def target_model(self):
        return resolve_model_string("films.FilmPage")

    @cached_property
    def widget(self):
        # The viewset's forms import the models, which import these blocks.
        from ..viewsets import film_chooser

        return film_chooser.widget_class()

    def fetch(self, ids):
        films = self.target_model.objects.with_privacy().with_standing()
        films = films.select_related("poster").defer_streamfields().in_bulk(ids)
        return promise_readers_means(films)

    def get_pictures(self, film):
        return [film.poster]

    class Meta:
        icon = "media"
        label = _("Film")


def sample_film():
    """Return some published film for a preview, or None in an empty library."""
    return resolve_model_string("films.FilmPage").objects.published().for_listing().first()


class FilmCardBlock(blocks.StructBlock):
    film = FilmChooserBlock()
    note = LineBlock(
        required=False,
        max_length=200,
        label=_("Note"),
        help_text=_("One line about it. Left empty, the card prints the film’s own synopsis."),
    )
    size = blocks.ChoiceBlock(
        choices=[("card", _("Card")), ("line", _("One line"))],
        default="card",
        search_index=False,
        label=_("Size"),
    )

    class Meta:
        icon = "media"
        label = _("Film card")
        group = groups.FILM
        template = "films/blocks/film_card.html"
        value_class = FilmValue
        description = _("A film from the library, with an optional line about it")

    def get_preview_value(self):
        return self.normalize({"film": sample_film(), "note": "", "size": "card"})


class FilmReasonBlock(blocks.StructBlock):
    film = FilmChooserBlock()
    reason = LineBlock(required=False, max_length=300, label=_("Reason"))

    class Meta:
        icon = "media"
        label = _("Film")
        value_class = FilmValue


class FilmListBlock(blocks.StructBlock):
    title = LineBlock(required=False, max_length=150, label=_("Title"))
    films = blocks.ListBlock(FilmReasonBlock(), label=_("Films"))

    class Meta:
        icon = "list-ul"
        label = _("List of films")
        group = groups.FILM
        template = "films/blocks/film_list.html"
        value_class = FilmListValue
        description = _("Films with the reason why each is there")

    def get_preview_value(self):
        row = {"film": sample_film(), "reason": _("One room, and no way to look away.")}
        return self.normalize({"title": _("Films in the same key"), "films": [row]})
