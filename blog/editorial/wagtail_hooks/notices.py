"""What people are told: on the desk, on a page of its own, and as they choose in their account."""

from django.urls import include, path
from wagtail import hooks
from wagtail.admin.views.account import NotificationsSettingsPanel

from ..notices import views
from ..notices.panels import NoticesPanel
from ..notices.preferences import EditorCommentsForm, NoticesSettingsPanel

# Wagtail has no setting for this: its own mails of reviews are not sent any more.
NotificationsSettingsPanel.form_class = EditorCommentsForm

hooks.register("register_account_settings_panel", NoticesSettingsPanel)


@hooks.register("register_admin_urls")
def register_notices():
    return [path("editorial/", include(views.urlpatterns))]


@hooks.register("construct_homepage_panels")
def show_notices(request, panels):
    panels.append(NoticesPanel())
