from wagtail.admin.views.account import AvatarSettingsPanel, NameEmailSettingsPanel
from wagtail.snippets.models import register_snippet

from .forms import AccountForm, AvatarForm
from .viewsets import AuthorViewSet

register_snippet(AuthorViewSet)

# Wagtail has no setting for these. Its own forms ask for a first and a last name, and keep the
# place where a profile picture was taken.
NameEmailSettingsPanel.form_class = AccountForm
AvatarSettingsPanel.form_class = AvatarForm
AvatarSettingsPanel.template_name = "accounts/avatar_panel.html"
