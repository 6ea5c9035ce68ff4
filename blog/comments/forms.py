"""The one form of readers, with or without script, for guests and for the journal's people."""

import hashlib
import hmac

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from .commenters.bans import get_ban_sentence
from .commenters.rows import find_commenter, normalise_email
from .models import Comment
from .people import is_name_of_author, tidy_name
from .policies import OPEN, get_comments_state
from .reasons import HONEYPOT
from .writing import TakeForm, is_visible

LONGEST_NAME = 80
LARGEST_ID = 2**63 - 1


class CommentForm(TakeForm):
    """A reader's comment on `page`; `user` is set when someone of the journal writes."""

    name = forms.CharField(required=False, strip=False)
    email = forms.CharField(required=False, strip=False)
    parent = forms.CharField(required=False)
    notify = forms.ChoiceField(required=False, choices=Comment.Notify.choices)
    private = forms.BooleanField(required=False)
    ticket = forms.CharField(required=False)

    # The parent first: an answer has no stars, and words may only be missing beside stars.
    field_order = ["parent", "rating", "body", "name", "email", "notify", "private"]

    def __init__(self, data=None, *, page, user=None, **kwargs):
        self.page = page
        self.user = user
        self.honeypot_name = make_honeypot_name(page.pk)
        self.fell_for_honeypot = bool(data and data.get(self.honeypot_name, "").strip())
        super().__init__(data, may_rate=page.takes_ratings, **kwargs)

    def clean_name(self):
        name = tidy_name(self.cleaned_data["name"])
        if self.user:
            return ""
        if not any(is_visible(character) for character in name):
            raise ValidationError(_("Say what we may call you; it need not be your full name."))
        if len(name) > LONGEST_NAME:
            raise ValidationError(_("At most %(longest)s characters fit here."),
                                  params={"longest": LONGEST_NAME})  # fmt: skip
        if is_name_of_author(name):
            raise ValidationError(
                _("Someone who writes here has this name. Sign in to use it, or choose another."),
                code="taken",
            )
        return name

    def clean_email(self):
        email = self.cleaned_data["email"].strip()
        if self.user:
            return ""
        if "@" not in email:
            raise ValidationError(_("This needs an @, like orla@mail.example."), code="no_at")
        try:
            validate_email(email)
        except ValidationError:
            raise ValidationError(
                _("This does not read like an address; orla@mail.example would.")
            ) from None
        if len(email) > Comment._meta.get_field("email").max_length:
            raise ValidationError(_("This address is too long."))
        return email

    def clean_parent(self):
        """Return the comment that is answered, or None for a new thread."""
        typed = self.cleaned_data["parent"].strip()
        if not typed:
            return None
        is_id = typed.isascii() and typed.isdecimal() and int(typed[:20]) <= LARGEST_ID
        parent = is_id and (
            Comment.objects.published()
            .select_related("thread")
            .filter(page_id=self.page.pk, pk=int(typed[:20]))
            .first()
        )
        if not parent:
            raise ValidationError(
                _("The reply that you answer is gone. Send it again to begin a new conversation."),
                code="gone",
            )
        self.may_rate = False
        return parent

    def clean(self):
        if get_comments_state(self.page) != OPEN:
            self.add_error(
                None, _("Replies are closed here. Your words are kept, so that you can copy them.")
            )
        email = self.cleaned_data.get("email")
        if email and (told := get_ban_sentence(find_commenter(email))):
            self.add_error(None, told)
        return super().clean()

    def is_address_of(self, device):
        """Return whether the address is the one that was proved on this device, or None."""
        return bool(device) and device.email == normalise_email(self.cleaned_data["email"])

    @property
    def held_for(self):
        """The codes of what makes this one wait besides the policy."""
        return [HONEYPOT] if self.fell_for_honeypot else []

    @property
    def shown_parent(self):
        """The id to send along when the form is shown again: none if it led nowhere."""
        if not self.is_bound or "parent" in self.errors:
            return ""
        parent = self.cleaned_data.get("parent")
        return parent.pk if parent else ""


def make_honeypot_name(page_id):
    """Return the name of the field that only programs fill in: unlike any other page's."""
    key = settings.SECRET_KEY.encode()
    return "topic_" + hmac.new(key, f"honeypot {page_id}".encode(), hashlib.sha256).hexdigest()[:8]
