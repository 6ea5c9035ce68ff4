"""How a film stands with the journal: seen or not, and the newest rating."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FilmStanding(models.Model):
    """What the viewings and essays say of one film together.

    It is computed from them by `blog.films.standing` whenever one changes, so that ten thousand
    films can be sorted and filtered by it, and it stands outside the page's row, which the
    publication of an older revision would put back.
    """

    film = models.OneToOneField(
        "films.FilmPage", on_delete=models.CASCADE, related_name="standing", primary_key=True
    )
    half_stars = models.PositiveSmallIntegerField(_("rating"), null=True)
    rated_on = models.DateField(_("rated on"), null=True)
    rated_by = models.ForeignKey(
        "accounts.Author", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    is_seen = models.BooleanField(_("seen"), default=False)
    last_seen_on = models.DateField(_("last seen on"), null=True)

    class Meta:
        verbose_name = _("standing of a film")
        verbose_name_plural = _("standings of films")
        indexes = [
            models.Index(fields=["half_stars"], name="films_by_rating"),
            models.Index(fields=["is_seen"], name="films_seen"),
        ]

    def __str__(self):
        return f"{self.film_id}: {self.half_stars or '–'}"
