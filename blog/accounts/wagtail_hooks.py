from wagtail.admin.views.account import AvatarSettingsPanel, NameEmailSettingsPanel
from wagtail.snippets.models import register_snippet
from wagtail.users.models import UserProfile

from blog.lib.zones import get_zone_of

from .forms import AccountForm, AvatarForm
from .viewsets import AuthorViewSet

register_snippet(AuthorViewSet)

# Wagtail has no setting for these. Its own forms ask for a first and a last name, and keep the
# place where a profile picture was taken.
NameEmailSettingsPanel.form_class = AccountForm
AvatarSettingsPanel.form_class = AvatarForm
AvatarSettingsPanel.template_name = "accounts/avatar_panel.html"
# Someone who chose no zone would see everything in TIME_ZONE, which is UTC for the database's sake.
UserProfile.get_current_time_zone = lambda profile: get_zone_of(profile).key
