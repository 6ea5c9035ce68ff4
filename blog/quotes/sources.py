"""Where the words of a quotation come from, and how the author knows: the columns of `Quote`."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from blog.blocks.provenance import AttributionMixin, Provenance


class SourceMixin(AttributionMixin, models.Model):
    """Who, where in what, and how we know."""

    speaker = models.CharField(
        _("who"), max_length=200, blank=True, help_text=_("A name, or the character’s.")
    )
    # Whom the journal quotes is not deleted by the way.
    person = models.ForeignKey(
        "films.Person",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="quotes",
        verbose_name=_("person"),
        help_text=_("When they have a page here."),
    )
    film = models.ForeignKey(
        "films.FilmPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="quotes",
        verbose_name=_("film"),
    )
    book = models.ForeignKey(
        "citations.Book",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="quotes",
        verbose_name=_("book"),
    )
    conversation = models.CharField(
        _("conversation"),
        max_length=255,
        blank=True,
        help_text=_("With whom, where and when, if it was said to you."),
    )
    source = models.CharField(
        _("another source"), max_length=255, blank=True, help_text=_("As you would cite it.")
    )
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    detail = models.CharField(
        _("where in it"), max_length=100, blank=True, help_text=_("A timecode or a page.")
    )
    provenance = models.CharField(
        _("how do you know?"), max_length=12, choices=Provenance, blank=True
    )
    provenance_note = models.CharField(
        _("in your words"),
        max_length=200,
        blank=True,
        help_text=_("“Reported by a viewer”; for an unverified one, why."),
    )
    is_from_memory = models.BooleanField(
        _("from memory"), default=False, help_text=_("The words may not be exact.")
    )

    class Meta:
        abstract = True
