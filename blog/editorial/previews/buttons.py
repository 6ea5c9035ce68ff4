"""Where the editor offers preview links."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import Button

from .rights import may_share

AFTER_COPYING = 35


def get_page_buttons(page, user):
    """Return the button in the header of a page that can be previewed and shared by `user`."""
    if not page.pk or not may_share(user, page) or not page.is_previewable():
        return []
    url = reverse("editorial_preview_links", args=[page.pk])
    return [Button(_("Preview links"), url=url, icon_name="link", priority=AFTER_COPYING)]
