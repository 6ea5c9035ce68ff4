"""What might become an essay."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..querysets import PostIdeaQuerySet


class PostIdea(models.Model):
    """A line that came to mind, with what it is about and when it might appear."""

    line = models.CharField(_("in a line"), max_length=200)
    note = models.TextField(_("note"), blank=True, max_length=5000)
    film = models.ForeignKey(
        "films.FilmPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("film"),
    )
    viewing = models.ForeignKey(
        "films.Viewing",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("viewing"),
    )
    quote = models.ForeignKey(
        "quotes.Quote",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("quotation"),
    )
    planned_on = models.DateField(
        _("planned for"), null=True, blank=True, help_text=_("A wish; nothing happens on that day.")
    )
    created_at = models.DateTimeField(_("noted"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("noted by"),
    )
    post = models.OneToOneField(
        "posts.PostPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="idea",
        verbose_name=_("draft made of it"),
    )

    objects = PostIdeaQuerySet.as_manager()

    class Meta:
        verbose_name = _("idea")
        verbose_name_plural = _("ideas")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["planned_on"], name="ideas_by_planned_day")]

    def __str__(self):
        return self.line
