"""Readers' comments, the salts that keep their visitors nameless, and the site's settings.

`CommentableMixin` can be imported from here too.
"""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from .commentable import CommentableMixin
from .querysets import CommentQuerySet
from .reasons import WITHDRAWN

__all__ = ["Comment", "CommentSettings", "CommentableMixin", "VisitorSalt"]


class Comment(models.Model):
    """What a reader wrote under a page. The tree is built in Python: see `tree.py`."""

    class Status(models.TextChoices):
        PENDING = "pending", _("Waiting")
        PUBLISHED = "published", _("Published")
        REJECTED = "rejected", _("Rejected")
        SPAM = "spam", _("Spam")
        HIDDEN = "hidden", _("Hidden")
        ERASED = "erased", _("Erased")

    class Notify(models.TextChoices):
        NEVER = "", _("Never")
        REPLIES = "replies", _("When someone answers me")
        ALL = "all", _("About every new reply here")

    page = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.CASCADE,
        related_name="reader_comments",
        verbose_name=_("page"),
    )
    # RESTRICT, not PROTECT: a page takes its comments with it, a comment never its answers.
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.RESTRICT,
        related_name="answers",
        verbose_name=_("in reply to"),
    )
    thread = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.RESTRICT,
        related_name="+",
        help_text=_("The comment that began the conversation; empty when it is this one."),
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="reader_comments",
        verbose_name=_("account"),
    )
    name = models.CharField(_("name"), max_length=80, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    body = models.TextField(_("words"), max_length=5000, blank=True)
    half_stars = models.PositiveSmallIntegerField(_("half stars"), null=True, blank=True)
    origin_name = models.CharField(
        _("from"),
        max_length=80,
        blank=True,
        help_text=_(
            "Where it was first published, such as “Letterboxd”; empty for what came here."
        ),
    )
    origin_url = models.URLField(_("address there"), max_length=500, blank=True)
    status = models.CharField(
        _("state"), max_length=10, choices=Status.choices, default=Status.PENDING
    )
    reasons = models.JSONField(
        _("why it waits"), default=list, blank=True, help_text=_("Codes, see reasons.py.")
    )
    notify = models.CharField(
        _("e-mail me"), max_length=10, choices=Notify.choices, default=Notify.NEVER, blank=True
    )
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    edited_at = models.DateTimeField(_("edited"), null=True, blank=True)
    # NULL where no form was posted: answers from the admin, imports.
    submission_key = models.CharField(max_length=64, null=True, blank=True, editable=False)
    ticket_nonce = models.CharField(max_length=64, null=True, blank=True, editable=False)
    visitor_hash = models.CharField(max_length=64, blank=True, editable=False)

    objects = CommentQuerySet.as_manager()

    # Else every comment would enqueue the indexing of its references.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reader comment")
        verbose_name_plural = _("reader comments")
        ordering = ["created_at", "pk"]
        # Nobody adds, rewrites or deletes others' words: they moderate.
        default_permissions = ()
        permissions = [("moderate_comment", _("Can moderate reader comments"))]
        indexes = [
            models.Index(fields=["page", "created_at"], name="comments_of_a_page"),
            models.Index(fields=["status", "created_at"], name="comments_of_a_state"),
            models.Index(fields=["visitor_hash", "created_at"], name="comments_of_a_visitor"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["submission_key"], name="one_comment_per_submission"),
            models.UniqueConstraint(fields=["ticket_nonce"], name="one_comment_per_ticket"),
            models.CheckConstraint(
                condition=Q(half_stars__isnull=True) | Q(half_stars__range=(1, 10)),
                name="comment_half_stars_are_1_to_10",
            ),
            models.CheckConstraint(
                condition=Q(half_stars__isnull=True) | Q(parent__isnull=True),
                name="answers_have_no_half_stars",
            ),
            models.CheckConstraint(
                condition=Q(origin_url="")
                | ~Q(origin_name="")
                & (Q(origin_url__startswith="https://") | Q(origin_url__startswith="http://")),
                name="comment_origins_have_a_name_and_a_web_address",
            ),
            models.CheckConstraint(
                condition=~Q(status="published") | Q(published_at__isnull=False),
                name="published_comments_have_a_date",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True, thread__isnull=True)
                | Q(parent__isnull=False, thread__isnull=False),
                name="answers_and_only_answers_have_a_thread",
            ),
            models.CheckConstraint(
                condition=~Q(status="erased")
                | Q(
                    name="",
                    email="",
                    body="",
                    visitor_hash="",
                    author__isnull=True,
                    half_stars__isnull=True,
                    origin_name="",
                    origin_url="",
                ),
                name="erased_comments_hold_nothing_personal",
            ),
        ]

    def __str__(self):
        return f"{self.name or _('Nobody')} ({self.pk})"

    def get_absolute_url(self):
        """Return the address of this comment on its page, with the right page of threads."""
        return f"{self.page.get_url() or ''}?comment={self.pk}#comment-{self.pk}"

    @property
    def is_published(self):
        return self.status == self.Status.PUBLISHED

    @property
    def is_awaiting(self):
        return self.status == self.Status.PENDING

    @property
    def was_withdrawn(self):
        """Whether its own writer erased it, rather than someone of the journal."""
        return any(reason["code"] == WITHDRAWN for reason in self.reasons)


class VisitorSalt(models.Model):
    """One day's secret: without it a visitor hash is a number that means nothing."""

    day = models.DateField(_("day"), unique=True)
    salt = models.CharField(max_length=64, default=secrets.token_hex)

    class Meta:
        verbose_name = _("visitor salt")
        verbose_name_plural = _("visitor salts")

    def __str__(self):
        return str(self.day)


@register_setting(icon="comment")
class CommentSettings(BaseSiteSetting):
    """How this site takes readers' comments."""

    class Policy(models.TextChoices):
        REVIEW_ALL = "review_all", _("A person reads every comment before it appears")
        CLOSED = "closed", _("Nobody can comment; what was said stays readable")

    policy = models.CharField(
        _("policy"), max_length=20, choices=Policy.choices, default=Policy.REVIEW_ALL
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

    panels = [FieldPanel("policy"), FieldPanel("invitation"), PageChooserPanel("guidelines")]

    class Meta:
        verbose_name = _("reader comments")
        verbose_name_plural = _("reader comments")

    @property
    def is_closed(self):
        return self.policy == self.Policy.CLOSED
