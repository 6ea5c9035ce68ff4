"""A reader's comment: the tree is built in Python, see tree.py."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..querysets import CommentQuerySet
from ..reasons import WITHDRAWN
from .commenter import Commenter


class Comment(models.Model):
    """What a reader wrote under a page. The tree is built in Python: see `tree.py`."""

    class Status(models.TextChoices):
        PENDING = "pending", _("Waiting")
        PUBLISHED = "published", _("Published")
        REJECTED = "rejected", _("Rejected")
        SPAM = "spam", _("Spam")
        HIDDEN = "hidden", _("Hidden")
        NOTED = "noted", _("Read, not for publication")
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
    commenter = models.ForeignKey(
        Commenter,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="comments",
        verbose_name=_("commenter"),
    )
    name = models.CharField(_("name"), max_length=80, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    is_proved = models.BooleanField(
        _("address proved"),
        default=False,
        help_text=_("Whether its writer showed that the address is theirs."),
    )
    body = models.TextField(_("words"), max_length=5000, blank=True)
    masked = models.JSONField(
        _("spoilers marked by an editor"),
        default=list,
        blank=True,
        help_text=_("Passages of the words, each as it is written there."),
    )
    is_private = models.BooleanField(
        _("not for publication"),
        default=False,
        help_text=_("Written to the author alone. It is never published."),
    )
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
    spam_score = models.FloatField(
        _("likeness to spam"), null=True, blank=True, help_text=_("From 0 to 1, see spam/bayes.py.")
    )
    trained_as = models.CharField(
        max_length=4, blank=True, editable=False, help_text=_("“ham”, “spam” or nothing yet.")
    )
    notify_stopped_at = models.DateTimeField(
        _("wants no more mail"), null=True, blank=True, help_text=_("Apart from the wish above.")
    )
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    decided_at = models.DateTimeField(
        _("decided"), null=True, blank=True, help_text=_("When it came into its state.")
    )
    reported_at = models.DateTimeField(
        _("reported"), null=True, blank=True, help_text=_("Empty once somebody looked at it.")
    )
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    edited_at = models.DateTimeField(_("edited"), null=True, blank=True)
    # NULL where no form was posted: answers from the admin, imports.
    submission_key = models.CharField(max_length=64, null=True, blank=True, editable=False)
    ticket_nonce = models.CharField(max_length=64, null=True, blank=True, editable=False)
    visitor_hash = models.CharField(max_length=64, blank=True, editable=False)
    network_hash = models.CharField(max_length=64, blank=True, editable=False)
    # What near-duplicates are found by: see spam/likeness.py.
    words_hash = models.CharField(max_length=64, blank=True, editable=False)
    simhash = models.BigIntegerField(null=True, blank=True, editable=False)
    link_hosts = models.JSONField(default=list, blank=True, editable=False)

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
            models.Index(fields=["words_hash", "created_at"], name="comments_of_the_same_words"),
            models.Index(fields=["commenter", "created_at"], name="comments_of_a_commenter"),
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
                condition=~Q(status="published", is_private=True),
                name="private_comments_are_never_published",
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
                    network_hash="",
                    author__isnull=True,
                    commenter__isnull=True,
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
