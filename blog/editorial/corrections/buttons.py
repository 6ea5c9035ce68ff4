"""The ways to corrections from a page's editor."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button

from blog.posts.models import PostPage


def offer_for_page(page, user):
    """Return the entries for a page's own buttons, in a list."""
    if not page.live or not page.permissions_for_user(user).can_publish():
        return []
    buttons = []
    if page.has_unpublished_changes and page.live_revision_id:
        url = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "live", "latest"])
        label = _("Publish as a correction")
        buttons.append(Button(label, url=url, icon_name="check", priority=26))
    if isinstance(page, PostPage):
        url = reverse("editorial_corrections", args=[page.pk])
        buttons.append(Button(_("Notes of corrections"), url=url, icon_name="edit", priority=27))
    return buttons
