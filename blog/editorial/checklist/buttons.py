"""Where the editor offers the list of checks, also to those without scripts."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import Button

AFTER_PREVIEW_LINKS = 36


def get_page_buttons(page, user):
    """Return the button in the header of a page that `user` may edit."""
    if not page.pk or page.depth <= 1 or not page.permissions_for_user(user).can_edit():
        return []
    url = reverse("editorial_checks", args=[page.pk])
    return [Button(_("Checks"), url=url, icon_name="glasses", priority=AFTER_PREVIEW_LINKS)]
