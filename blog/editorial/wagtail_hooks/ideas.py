"""Where ideas hang in Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.permissions import register_permission_policy

from ..ideas.permissions import make_policy
from ..models import PostIdea

register_permission_policy(PostIdea, make_policy())

# After the policy, which nothing may look up before it is registered.
from ..ideas import sources  # noqa: E402
from ..ideas.viewset import IdeaViewSet  # noqa: E402


@hooks.register("register_admin_viewset")
def register_ideas():
    return IdeaViewSet()


@hooks.register("register_page_header_buttons")
def offer_to_note_an_idea_of_a_film(page, user, view_name, next_url=None):
    return sources.offer_idea(page, user)


@hooks.register("register_page_listing_more_buttons")
def offer_to_note_an_idea_of_a_listed_film(page, user, next_url=None):
    return sources.offer_idea(page, user)


@hooks.register("register_snippet_listing_buttons")
def offer_to_note_an_idea_of_a_quotation(snippet, user, next_url=None):
    return sources.offer_idea(snippet, user)


@hooks.register("register_viewing_buttons")
def offer_to_note_an_idea_of_an_evening(viewing, user):
    return sources.offer_idea(viewing, user)


@hooks.register("register_log_actions")
def register_what_is_done_with_ideas(actions):
    actions.register_action("editorial.write_idea", _("Write an idea"), _("Made a draft of it"))
