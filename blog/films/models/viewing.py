"""One evening with one film: a row of the diary."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from blog.lib.pages import is_restricted
from blog.lib.stars import MAX_HALF_STARS, MIN_HALF_STARS, half_star_choices

from ..years import check_evening


class ViewingQuerySet(models.QuerySet):
    def public(self):
        """Viewings that readers may see, of films that they may see, newest first."""
        return (
            self.filter(is_private=False, film__live=True)
            .filter(~is_restricted("film__path"))
            .newest_first()
        )

    def newest_first(self):
        """The latest evening on top; those without a date last, by when they were noted."""
        return self.order_by(models.F("watched_on").desc(nulls_last=True), "-created_at", "-pk")


class Viewing(models.Model):
    """That somebody of the journal watched a film: when, with whom, and what they thought."""

    class Format(models.TextChoices):
        CINEMA = "cinema", _("In a cinema")
        FESTIVAL = "festival", _("At a festival")
        TELEVISION = "tv", _("On television")
        STREAMING = "streaming", _("Streamed")
        DISC = "disc", _("On disc")
        OTHER = "other", _("Another way")

    # A film that stands in the diary is not deleted by the way.
    film = models.ForeignKey(
        "films.FilmPage",
        on_delete=models.PROTECT,
        related_name="viewings",
        verbose_name=_("film"),
    )
    author = models.ForeignKey(
        "accounts.Author",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="viewings",
        verbose_name=_("whose"),
    )
    watched_on = models.DateField(
        _("watched on"), null=True, blank=True, help_text=_("Left empty: some day, not known.")
    )
    is_rewatch = models.BooleanField(_("seen before"), default=False)
    half_stars = models.PositiveSmallIntegerField(
        _("rating"),
        null=True,
        blank=True,
        choices=half_star_choices,
        validators=[MinValueValidator(MIN_HALF_STARS), MaxValueValidator(MAX_HALF_STARS)],
        help_text=_("Half stars. Leave empty if you would rather not."),
    )
    is_loved = models.BooleanField(_("heart"), default=False)
    companions = models.CharField(_("with whom"), max_length=200, blank=True)
    place = models.CharField(_("where"), max_length=200, blank=True)
    format = models.CharField(_("how"), max_length=10, choices=Format, blank=True)
    public_note = models.TextField(_("note for readers"), blank=True)
    private_note = models.TextField(
        _("note for yourself"), blank=True, help_text=_("Never leaves this desk.")
    )
    is_private = models.BooleanField(
        _("private"), default=False, help_text=_("Keep the whole entry out of the public diary.")
    )
    created_at = models.DateTimeField(_("noted"), default=timezone.now, editable=False)
    # Of the form on the first page of the admin: sent twice, it is one viewing all the same.
    submission_key = models.UUIDField(null=True, unique=True, editable=False)

    objects = ViewingQuerySet.as_manager()

    class Meta:
        verbose_name = _("viewing")
        verbose_name_plural = _("viewings")
        ordering = [models.F("watched_on").desc(nulls_last=True), "-created_at", "-pk"]
        indexes = [
            models.Index(fields=["watched_on"], name="viewings_by_day"),
            models.Index(fields=["film", "watched_on"], name="viewings_of_a_film"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(half_stars__isnull=True)
                | models.Q(half_stars__range=(MIN_HALF_STARS, MAX_HALF_STARS)),
                name="viewing_rating_from_a_half_to_five_stars",
            )
        ]

    def __str__(self):
        return f"{self.film}, {self.watched_on or _('some day')}"

    def clean(self):
        super().clean()
        if self.watched_on:
            try:
                check_evening(self.watched_on)
            except ValidationError as error:
                raise ValidationError({"watched_on": error}) from error
