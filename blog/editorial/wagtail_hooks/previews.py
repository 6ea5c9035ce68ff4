"""Preview links in the editor's header, and in the history of a page."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from ..previews.buttons import get_page_buttons
from ..previews.urls import urlpatterns


@hooks.register("register_admin_urls")
def register_preview_links():
    return urlpatterns


@hooks.register("register_page_header_buttons")
def offer_preview_links(page, user, view_name, next_url=None):
    return get_page_buttons(page, user)


@hooks.register("register_log_actions")
def register_preview_log_actions(actions):
    actions.register_action(
        "editorial.preview_link.make", _("Make a preview link"), _("Made a preview link")
    )
    actions.register_action(
        "editorial.preview_link.revoke", _("End preview links"), _("Ended preview links")
    )
