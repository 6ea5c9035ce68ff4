"""The one form of readers, with or without script, for guests and for the journal's people."""

import hashlib
import hmac
import re
import unicodedata

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from .models import Comment
from .people import is_name_of_author, tidy_name
from .policies import OPEN, get_comments_state
from .reasons import HONEYPOT

LONGEST_BODY = 5000
LONGEST_NAME = 80
LARGEST_ID = 2**63 - 1

# No database, feed or page can hold these; line and page feeds of old programs become lines.
UNSTORABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


class BodyForm(forms.Form):
    """Only the words: what a writer may change later, and what the journal's people write."""

    body = forms.CharField(required=False, strip=False, max_length=None)

    def __init__(self, data=None, **kwargs):
        self.had_unstorable = False
        if data is not None:
            data = {name: self._make_storable(data.get(name, "")) for name in self._get_names()}
        super().__init__(data, **kwargs)

    def clean_body(self):
        body = self.cleaned_data["body"].strip("\n").rstrip()
        if not any(_is_visible(character) for character in body):
            raise ValidationError(_("Write something first."), code="empty")
        if len(body) > LONGEST_BODY:
            raise ValidationError(
                _("This is %(length)s characters long and %(longest)s fit. Send it in parts."),
                code="too_long",
                params={"length": number_format(len(body), force_grouping=True),
                        "longest": number_format(LONGEST_BODY, force_grouping=True)},
            )  # fmt: skip
        return body

    def clean(self):
        if self.had_unstorable:
            self.add_error(
                None,
                _("Some characters could not be stored and were taken out. Read it, then send it."),
            )
        return super().clean()

    def _get_names(self):
        return list(self.base_fields)

    def _make_storable(self, text):
        text = LINE_ENDS.sub("\n", str(text))
        storable = UNSTORABLE.sub("", text)
        self.had_unstorable |= storable != text
        return storable


class CommentForm(BodyForm):
    """A reader's comment on `page`; `user` is set when someone of the journal writes."""

    name = forms.CharField(required=False, strip=False)
    email = forms.CharField(required=False, strip=False)
    parent = forms.CharField(required=False)
    notify = forms.ChoiceField(required=False, choices=Comment.Notify.choices)
    ticket = forms.CharField(required=False)

    field_order = ["body", "name", "email", "notify", "parent", "ticket"]

    def __init__(self, data=None, *, page, user=None, **kwargs):
        self.page = page
        self.user = user
        self.honeypot_name = make_honeypot_name(page.pk)
        self.fell_for_honeypot = bool(data and data.get(self.honeypot_name, "").strip())
        super().__init__(data, **kwargs)

    def clean_name(self):
        name = tidy_name(self.cleaned_data["name"])
        if self.user:
            return ""
        if not any(_is_visible(character) for character in name):
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
        return parent

    def clean(self):
        if get_comments_state(self.page) != OPEN:
            self.add_error(
                None, _("Replies are closed here. Your words are kept, so that you can copy them.")
            )
        return super().clean()

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


def _is_visible(character):
    """Return whether a character leaves a mark: no space, control or joining sign."""
    return unicodedata.category(character)[0] in "LNPSM"
