"""What the people concerned are told about a page: on their desk, and by mail."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..querysets import EditorialNoticeQuerySet


class NoticeKind(models.TextChoices):
    SUBMITTED = "submitted", _("An essay was submitted for review")
    SENT_BACK = "sent_back", _("Your essay was sent back with remarks")
    APPROVED = "approved", _("Your essay was approved")
    SOON = "soon", _("An essay will go live in an hour")
    LIVE = "live", _("An essay went live")
    HELD = "held", _("An essay came late and waits for your yes to be announced")
    FAILED = "failed", _("An essay could not be published")
    EXPIRED = "expired", _("An essay was taken down because its time was over")
    REMARK = "remark", _("Somebody left a remark on a preview")
    ZONE = "zone", _("The journal’s time zone was changed")


class EditorialNotice(models.Model):
    """One thing that one person is told, once."""

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="editorial_notices",
        verbose_name=_("for"),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=NoticeKind.choices)
    page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("page"),
    )
    title = models.CharField(_("title"), max_length=255)
    words = models.TextField(_("words"), blank=True)
    address = models.CharField(_("where it leads"), max_length=500, blank=True)
    dedupe_key = models.CharField(_("what it stands for"), max_length=200)
    created_at = models.DateTimeField(_("told"), auto_now_add=True)
    read_at = models.DateTimeField(_("read"), null=True, blank=True)

    objects = EditorialNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "dedupe_key"], name="one_is_told_a_thing_once"
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.title}"


class NoticeChoice(models.Model):
    """How one person wants to hear of one kind of thing; without a row, the kind's default."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="notice_choices",
        verbose_name=_("account"),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=NoticeKind.choices)
    on_desk = models.BooleanField(_("on the desk"), default=True)
    by_mail = models.BooleanField(_("by mail"), default=True)

    class Meta:
        verbose_name = _("choice of notices")
        verbose_name_plural = _("choices of notices")
        constraints = [
            models.UniqueConstraint(fields=["user", "kind"], name="one_choice_for_each_notice")
        ]

    def __str__(self):
        return f"{self.user_id} {self.kind}"
