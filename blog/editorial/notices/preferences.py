"""What an account is told, and how: a table among its own settings."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.account import NotificationPreferencesForm
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab
from wagtail.admin.widgets import SwitchInput
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.users.models import UserProfile

from blog.outbox.server import has_mail_server

from ..models import NoticeKind
from ..workflow.people import somebody_is_reviewed
from .choices import Ways, choose, get_ways_of

# Of reviews: of what others submit, and of what was submitted.
REVIEWERS = {NoticeKind.SUBMITTED}
REVIEWED = {NoticeKind.SENT_BACK, NoticeKind.APPROVED}
PUBLISHERS = {NoticeKind.HELD, NoticeKind.ZONE}


@dataclass(frozen=True)
class Row:
    """One kind of notice in the table, with its boxes; by_mail: None where no mail goes out."""

    label: str
    on_desk: forms.BoundField
    by_mail: forms.BoundField | None


class NoticesForm(forms.Form):
    """A box for each kind and way; what somebody is never told of is left as it was."""

    def __init__(self, *args, user, kinds, has_mail, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.kinds, self.has_mail = user, kinds, has_mail
        self.before = get_ways_of(user)
        for kind in kinds:
            self._add(f"{kind}_desk", kind.label, _("on the desk"), self.before[kind].on_desk)
            if has_mail:
                self._add(f"{kind}_mail", kind.label, _("by mail"), self.before[kind].by_mail)

    def _add(self, name, kind, way, is_on):
        # The table's headings name a box for the eye; this is its name for the ear.
        widget = forms.CheckboxInput(attrs={"aria-label": f"{kind}: {way}"})
        self.fields[name] = forms.BooleanField(required=False, initial=is_on, widget=widget)

    @property
    def rows(self):
        return [
            Row(kind.label, self[f"{kind}_desk"], self[f"{kind}_mail"] if self.has_mail else None)
            for kind in self.kinds
        ]

    def save(self):
        said = self.cleaned_data
        wishes = {
            kind: Ways(said[f"{kind}_desk"], said.get(f"{kind}_mail", self.before[kind].by_mail))
            for kind in self.kinds
        }
        choose(self.user, wishes)


class NoticesSettingsPanel(BaseSettingsPanel):
    name = "notices"
    title = _("What you are told of essays")
    tab = notifications_tab
    order = 90
    template_name = "editorial/notices/preferences.html"

    def is_active(self):
        return bool(get_kinds(self.user))

    def get_form(self):
        data = self.request.POST if self.request.method == "POST" else None
        return NoticesForm(
            data,
            prefix=self.name,
            user=self.user,
            kinds=get_kinds(self.user),
            has_mail=has_mail_server(),
        )


class EditorCommentsForm(NotificationPreferencesForm):
    """What is left of Wagtail's own: of reviews people are told by us."""

    def __init__(self, *args, **kwargs):
        forms.ModelForm.__init__(self, *args, **kwargs)
        policy = policy_registry.get_by_type(Page)
        if not policy.user_has_permission(self.instance.user, "change"):
            del self.fields["updated_comments_notifications"]

    class Meta:
        model = UserProfile
        fields = ["updated_comments_notifications"]
        labels = {"updated_comments_notifications": _("Remarks in the editor")}
        help_texts = {
            "updated_comments_notifications": _(
                "A mail when somebody leaves or resolves a remark on a page that you follow."
            )
        }
        widgets = {"updated_comments_notifications": SwitchInput()}


def get_kinds(user):
    """Return the kinds of notices that somebody may ever be told, in the order of the table."""
    policy = policy_registry.get_by_type(Page)
    if not policy.user_has_any_permission(user, ["add", "change", "publish"]):
        return []
    may_publish = policy.user_has_permission(user, "publish")
    never = REVIEWED if may_publish else REVIEWERS | PUBLISHERS
    if not somebody_is_reviewed():
        never = never | REVIEWERS | REVIEWED
    return [kind for kind in NoticeKind if kind not in never]
