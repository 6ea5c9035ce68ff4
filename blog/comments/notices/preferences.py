"""How often an account hears by mail of comments: a panel among its own settings."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab
from wagtail.permissions import policy_registry

from blog.outbox.server import has_mail_server

from ..models import Comment, ModeratorMail
from .stopping import set_frequency


class ModeratorMailForm(forms.ModelForm):
    class Meta:
        model = ModeratorMail
        fields = ["frequency"]
        help_texts = {
            "frequency": _(
                "Of comments that wait or are reported, on pages that you moderate or wrote."
            )
        }

    def save(self, commit=True):
        """Store the choice alone; what was noted for somebody who wants no mail is dropped."""
        set_frequency(self.instance.user_id, self.cleaned_data["frequency"])
        return self.instance


class ModeratorMailPanel(BaseSettingsPanel):
    name = "comment_mail"
    title = _("Mail about comments")
    tab = notifications_tab
    order = 200
    form_class = ModeratorMailForm

    def is_active(self):
        policy = policy_registry.get_by_type(Comment)
        return has_mail_server() and policy.user_has_permission(self.user, "view")

    def get_form(self):
        row = ModeratorMail.objects.filter(user=self.user).first()
        row = row or ModeratorMail(user=self.user)
        data = self.request.POST if self.request.method == "POST" else None
        return self.form_class(data, instance=row, prefix=self.name)
