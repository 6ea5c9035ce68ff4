"""Signing in, and people in the admin: by e-mail address and display name."""

from pathlib import PurePath

from django import forms
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.account import AvatarPreferencesForm, NameEmailForm
from wagtail.admin.forms.auth import LoginForm
from wagtail.admin.forms.auth import PasswordResetForm as WagtailPasswordResetForm
from wagtail.users.forms import UserCreationForm as WagtailUserCreationForm
from wagtail.users.forms import UserEditForm as WagtailUserEditForm

from blog.lib.pictures import PictureError, clean_picture

from .limits import too_many_attempts
from .tasks import send_password_reset

User = get_user_model()
AVATAR_SIDE = 400


class SignInForm(LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].widget = forms.EmailInput(
            attrs=self.fields["username"].widget.attrs | {"autocomplete": "username"}
        )
        self.fields["password"].widget.attrs["autocomplete"] = "current-password"

    def get_invalid_login_error(self):
        if getattr(self.request, "axes_locked_out", False):
            return forms.ValidationError(too_many_attempts(), code="too_many_attempts")
        return super().get_invalid_login_error()


class PasswordResetForm(WagtailPasswordResetForm):
    """Writes the mail later, so that the answer takes as long for an address that is unknown."""

    def save(self, request=None, use_https=False, **kwargs):
        found = [user.pk for user in self.get_users(self.cleaned_data["email"])]
        send_password_reset.enqueue(
            user_ids=found, host=request.get_host(), scheme="https" if use_https else "http"
        )


class EmailInAnyCaseMixin:
    """Refuses an e-mail address that someone else has, in any case, beside its field."""

    def clean_email(self):
        email = User.objects.normalize_email(self.cleaned_data["email"])
        if User.objects.exclude(pk=self.instance.pk).filter(email__iexact=email).exists():
            raise forms.ValidationError(
                _("Someone else signs in with this e-mail address."), code="duplicate_username"
            )
        return email


class PersonMixin(EmailInAnyCaseMixin, forms.Form):
    """What Wagtail asks about a person, with one display name for first and last name."""

    first_name = None
    last_name = None
    display_name = forms.CharField(
        label=_("Display name"), max_length=150, help_text=_("The name that others see.")
    )

    def _clean_username(self):
        """Leave to clean_email what Wagtail checks here: it compares case by case."""


class UserCreationForm(PersonMixin, WagtailUserCreationForm):
    class Meta(WagtailUserCreationForm.Meta):
        fields = ["email", "display_name", "is_superuser", "groups"]


class UserEditForm(PersonMixin, WagtailUserEditForm):
    class Meta(WagtailUserEditForm.Meta):
        fields = ["email", "display_name", "is_active", "is_superuser", "groups"]


class AccountForm(EmailInAnyCaseMixin, NameEmailForm):
    """Name and e-mail of whoever is signed in."""

    first_name = None
    last_name = None

    class Meta(NameEmailForm.Meta):
        fields = ["display_name", "email"]


class AvatarForm(AvatarPreferencesForm):
    """The profile picture, made anew like every other: small, and without its metadata."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        upload = self.files.get(self.add_prefix("avatar"))
        if upload:
            upload.seek(0)  # Wagtail makes the form a second time to show its errors

    def clean_avatar(self):
        upload = self.cleaned_data["avatar"]
        if upload is False:
            return False  # "Reset to default" is ticked
        if "avatar" not in self.changed_data:
            return self._original_avatar
        try:
            body, extension = clean_picture(
                upload, PurePath(upload.name).suffix[1:], max_side=AVATAR_SIDE
            )
        except PictureError as error:
            raise forms.ValidationError(str(error), code="invalid_image") from error
        return ContentFile(body, name=f"avatar.{extension}")
