"""Ways from the queue to what belongs to it, and from a page to what was said there."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.permissions import policy_registry

from ..commentable import CommentableMixin
from ..models import Comment, CommentSettings
from .addresses import LIST_URL
from .counts import describe_page


def get_queue_links(user):
    """Return the buttons in the queue's header that this account can use."""
    links = []
    if policy_registry.get_by_type(Comment).user_has_permission(user, "moderate"):
        url = reverse("comments_commenters")
        links.append(Button(_("Who writes comments"), url=url, icon_name="user", priority=10))
        url = reverse("wagtailsnippets_comments_wordrule:list")
        links.append(Button(_("Word rules"), url=url, icon_name="list-ul", priority=20))
    if user.has_perm("comments.change_commentsettings"):
        url = reverse("wagtailsettings:edit", args=["comments", CommentSettings._meta.model_name])
        links.append(Button(_("How comments are taken"), url=url, icon_name="cog", priority=30))
    return links


def get_page_buttons(page, user):
    """Return the button in a page's header that leads to what was said there, or nothing."""
    if not issubclass(page.specific_class or Page, CommentableMixin):
        return []
    policy = policy_registry.get_by_type(Comment)
    if not policy.user_has_permission(user, "view"):
        return []
    words = describe_page(page)
    # Asked after the number: most pages have none, and to ask who may see it costs more.
    if not words or not _sees_some(policy, user, page):
        return []
    url = f"{reverse(LIST_URL)}?page={page.pk}"
    return [Button(words, url=url, icon_name="comment", priority=60)]


def _sees_some(policy, user, page):
    return policy.instances_user_has_permission_for(user, "view").filter(page=page.pk).exists()
