"""Who is to hear of which comment by mail, until the mail is written."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .comment import Comment
from .commenter import Commenter


class Notice(models.Model):
    """One person is to hear of one comment; written in the transaction of what happened to it.

    Mails are made of the notices that are due: many for one person become one mail.
    """

    class Kind(models.TextChoices):
        REPLY = "reply", _("Somebody answered")
        NEW = "new", _("A new reply on a page")
        PUBLISHED = "published", _("Your comment is up")
        REFUSED = "refused", _("Your comment is not published")
        ANSWER = "answer", _("An answer for you alone")
        WAITING = "waiting", _("A comment waits")
        REPORTED = "reported", _("A reader reported a comment")
        FLOOD = "flood", _("More comments than usual")

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="notices")
    commenter = models.ForeignKey(
        Commenter, null=True, blank=True, on_delete=models.CASCADE, related_name="notices"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    text = models.TextField(_("words"), blank=True)
    mail = models.ForeignKey(
        "outbox.Mail",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="notices",
        verbose_name=_("mail"),
    )
    created_at = models.DateTimeField(_("noted"), default=timezone.now)
    due_at = models.DateTimeField(_("due"), default=timezone.now)
    mailed_at = models.DateTimeField(_("mailed"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        default_permissions = ()
        ordering = ["due_at", "pk"]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(mailed_at=None), name="notices_to_mail")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(commenter__isnull=True, user__isnull=False)
                | Q(commenter__isnull=False, user__isnull=True),
                name="notices_are_for_a_commenter_or_an_account",
            ),
            models.UniqueConstraint(
                fields=["comment", "commenter", "kind"],
                condition=Q(commenter__isnull=False) & ~Q(kind="answer"),
                name="one_notice_per_comment_and_commenter",
            ),
            models.UniqueConstraint(
                fields=["comment", "user", "kind"],
                condition=Q(user__isnull=False, mailed_at=None),
                name="one_notice_per_comment_and_account",
            ),
        ]

    def __str__(self):
        return f"{self.kind}: {self.comment_id}"


class ModeratorMail(models.Model):
    """How often an account wants to hear by mail of what waits. Without a row: hourly."""

    class Frequency(models.TextChoices):
        NEVER = "never", _("Never")
        AT_ONCE = "at_once", _("At once")
        HOURLY = "hourly", _("Once an hour, when something waits")
        DAILY = "daily", _("Once a day, when something waits")

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="moderator_mail"
    )
    frequency = models.CharField(
        _("mail about comments"),
        max_length=10,
        choices=Frequency.choices,
        default=Frequency.HOURLY,
    )
    last_mailed_at = models.DateTimeField(_("last mail"), null=True, blank=True)

    class Meta:
        verbose_name = _("mail about comments")
        verbose_name_plural = _("mail about comments")
        default_permissions = ()

    def __str__(self):
        return f"{self.user_id}: {self.frequency}"
