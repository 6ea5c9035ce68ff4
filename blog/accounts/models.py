"""People who sign in, and the bylines that readers see."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from blog.lib.slugs import unique_slug

from .managers import AuthorQuerySet, UserManager


class User(AbstractUser):
    """Someone who signs in, by e-mail address."""

    username = None
    last_name = None
    email = models.EmailField(
        _("e-mail address"),
        unique=True,
        error_messages={"unique": _("Someone else signs in with this e-mail address.")},
    )
    display_name = models.CharField(
        _("display name"), max_length=150, blank=True, help_text=_("The name that others see.")
    )

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta(AbstractUser.Meta):
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="one_account_per_email_in_any_case",
                violation_error_message=_("Someone else signs in with this e-mail address."),
            )
        ]

    def __str__(self):
        return self.display_name or self.email

    @property
    def first_name(self):
        """What Wagtail's sidebar calls the person: it asks for a first name."""
        return self.display_name

    def get_full_name(self):
        return self.display_name

    def get_short_name(self):
        return str(self)


class Author(index.Indexed, models.Model):
    """A byline, with a page of its own in the archives."""

    user = models.OneToOneField(
        "accounts.User",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="author_profile",
        verbose_name=_("account"),
        help_text=_("Who writes under this name, if they sign in here."),
    )
    name = models.CharField(_("name"), max_length=150)
    slug = models.SlugField(
        _("slug"),
        max_length=150,
        unique=True,
        blank=True,
        allow_unicode=True,
        help_text=_("The end of the address. Left empty, it is made from the name."),
        error_messages={"unique": _("Another author has this slug. Choose a different one.")},
    )
    bio = RichTextField(_("about the author"), blank=True, features=["bold", "italic", "link"])
    portrait = models.ForeignKey(
        "images.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("portrait"),
    )
    url = models.URLField(_("web site"), blank=True)

    objects = AuthorQuerySet.as_manager()

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("user"),
        FieldPanel("portrait"),
        FieldPanel("bio"),
        FieldPanel("url"),
    ]

    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
    ]

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def clean(self):
        """Make an empty slug from the name; one that is taken is refused, not numbered."""
        super().clean()
        self.slug = self.slug or unique_slug(self.name, taken=(), fallback="author")
