from wagtail.admin.views.account import NameEmailSettingsPanel
from wagtail.snippets.models import register_snippet

from .forms import AccountForm
from .viewsets import AuthorViewSet

register_snippet(AuthorViewSet)

# Wagtail has no setting for it: its own form asks for a first and a last name.
NameEmailSettingsPanel.form_class = AccountForm
