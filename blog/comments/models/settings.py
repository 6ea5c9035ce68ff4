"""How a site takes readers' comments."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from ..commentable import Policy


@register_setting(icon="comment")
class CommentSettings(BaseSiteSetting):
    """How this site takes readers' comments."""

    Policy = Policy

    policy = models.CharField(
        _("policy"), max_length=20, choices=Policy.choices, default=Policy.REVIEW_ALL
    )
    trusted_after = models.PositiveSmallIntegerField(
        _("published comments that make a reader known"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(5)],
        help_text=_("From 1 to 5. Their address must be proved too."),
    )
    trusted_months = models.PositiveSmallIntegerField(
        _("months for which a reader stays known"),
        default=12,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
        help_text=_("Counted from the last comment that was published."),
    )
    most_links = models.PositiveSmallIntegerField(
        _("links that make a comment wait"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(50)],
        help_text=_("With so many or more, a person reads it first, whoever wrote it."),
    )
    close_after_days = models.PositiveSmallIntegerField(
        _("days until replies close"),
        default=90,
        help_text=_(
            "After publication or after the last reply, whichever is later. 0 means never. "
            "A page may have its own."
        ),
    )
    closed_at = models.DateTimeField(_("closed by hand"), null=True, blank=True, editable=False)
    keep_readers_months = models.PositiveSmallIntegerField(
        _("months until a silent reader is forgotten"),
        default=24,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
        help_text=_("After so many without a comment, an e-mail address is deleted here."),
    )
    invitation = models.CharField(
        _("invitation"),
        max_length=200,
        blank=True,
        help_text=_("Shown under pages without replies. A page may have its own."),
    )
    guidelines = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("how comments work"),
        help_text=_("A page that is linked beside the replies."),
    )

    select_related = ["guidelines"]

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("policy"),
                FieldPanel("most_links"),
            ],
            heading=_("What appears, and when"),
            help_text=_(
                "What has to wait is in the queue, under Reader comments. A page may have a policy "
                "of its own, in its editor. Word rules hold or reject what they find."
            ),
        ),
        MultiFieldPanel(
            [
                FieldPanel("trusted_after"),
                FieldPanel("trusted_months"),
            ],
            heading=_("Whom you know"),
            help_text=_(
                "Only the policy for known readers asks for this. Nobody is known before they "
                "have shown that their address is theirs; trust can be taken back on a person’s "
                "page, under Commenters."
            ),
        ),
        MultiFieldPanel(
            [
                FieldPanel("close_after_days"),
                FieldPanel("keep_readers_months"),
            ],
            heading=_("For how long"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("invitation"),
                PageChooserPanel("guidelines"),
            ],
            heading=_("Beside the replies"),
        ),
    ]

    class Meta:
        verbose_name = _("reader comments")
        verbose_name_plural = _("reader comments")

    def clean(self):
        """Note when the journal was closed to comments: readers are told since when."""
        super().clean()
        is_closed = self.policy == Policy.CLOSED
        self.closed_at = (self.closed_at or timezone.now()) if is_closed else None
