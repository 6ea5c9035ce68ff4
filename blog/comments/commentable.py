"""What a page needs so that readers can comment on it."""

from django.apps import apps
from django.db import models
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel


class Policy(models.TextChoices):
    """Which comments appear without a person's reading. Only proved addresses ever do."""

    REVIEW_ALL = "review_all", _("A person reads every comment before it appears")
    REVIEW_NEW = "review_new", _("Readers who are known appear at once, new ones are read first")
    REVIEW_SUSPICIOUS = (
        "suspicious",
        _("Everybody whose address is proved appears at once, unless something is suspicious"),
    )
    CLOSED = "closed", _("Nobody can comment; what was said stays readable")


class CommentableMixin(models.Model):
    """A page that readers can comment on: list it before Page and add `comment_panels`."""

    class CommentsState(models.TextChoices):
        OPEN = "open", _("Open")
        CLOSED = "closed", _("Closed: what was said stays readable")
        HIDDEN = "hidden", _("Hidden: neither replies nor form")

    comments_state = models.CharField(
        _("replies"), max_length=10, choices=CommentsState.choices, default=CommentsState.OPEN
    )
    comments_policy = models.CharField(
        _("policy"),
        max_length=20,
        choices=Policy.choices,
        blank=True,
        help_text=_("Empty: as the whole journal has it."),
    )
    comments_close_after_days = models.PositiveSmallIntegerField(
        _("days until replies close"),
        null=True,
        blank=True,
        help_text=_(
            "After publication or after the last reply, whichever is later. 0 means never; "
            "empty: as the whole journal has it."
        ),
    )
    comments_closed_at = models.DateTimeField(
        _("closed by hand"), null=True, blank=True, editable=False
    )
    prompt = models.TextField(
        _("question to readers"),
        blank=True,
        help_text=_("Shown with the essay, and again over the reply form."),
    )
    comments_invitation = models.CharField(
        _("invitation"),
        max_length=200,
        blank=True,
        help_text=_("Shown while there are no replies, in place of “Be the first”."),
    )

    # Whether what readers write here may carry stars: true of films alone.
    takes_ratings = False

    comment_panels = [
        MultiFieldPanel(
            [
                FieldPanel("comments_state"),
                FieldPanel("comments_policy"),
                FieldPanel("comments_close_after_days"),
                FieldPanel("prompt"),
                FieldPanel("comments_invitation"),
            ],
            heading=_("Readers’ replies"),
            icon="comment",
        )
    ]

    class Meta:
        abstract = True

    def clean(self):
        """Note when somebody closed it by hand: readers are told since when."""
        super().clean()
        state, policy = self.CommentsState.CLOSED, Policy.CLOSED
        is_closed = self.comments_state == state or self.comments_policy == policy
        self.comments_closed_at = (self.comments_closed_at or timezone.now()) if is_closed else None

    def serve(self, request, *args, **kwargs):
        """Keep caches from storing the page once more for each comment in an address."""
        response = super().serve(request, *args, **kwargs)
        if "reply" in request.GET or "comment" in request.GET:
            add_never_cache_headers(response)
        if "reply" in request.GET:
            response["X-Robots-Tag"] = "noindex"  # what it answers is in the page itself
        return response

    @property
    def comments_are_hidden(self):
        return self.comments_state == self.CommentsState.HIDDEN

    def get_writer_ids(self):
        """Return the ids of the accounts that wrote this page: its owner and its byline's."""
        byline = getattr(self, "author", None)
        return {self.owner_id, getattr(byline, "user_id", None)} - {None}

    @classmethod
    def pages_written_by(cls, user):
        """Return this type's pages that `user` owns or whose byline is theirs."""
        mine = models.Q(owner=user)
        if "author" in {field.name for field in cls._meta.get_fields()}:
            mine |= models.Q(author__user=user)
        return cls._base_manager.filter(mine)


def commentable_models():
    """Return every page model that readers can comment on."""
    return [model for model in apps.get_models() if issubclass(model, CommentableMixin)]


def written_by(user):
    """Return a condition on comments: those on pages that `user` wrote."""
    condition = models.Q(page__owner=user)
    for model in commentable_models():
        condition |= models.Q(page__in=model.pages_written_by(user).values("pk"))
    return condition
