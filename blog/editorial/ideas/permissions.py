"""Whose ideas somebody sees, and what they may do with them."""

from wagtail.permission_policies import OwnershipPermissionPolicy
from wagtail.permissions import policy_registry

from blog.films.models import Viewing

from ..models import PostIdea


def make_policy():
    """Return the policy: who may add keeps their own ideas, who may change keeps everybody's."""
    return OwnershipPermissionPolicy(PostIdea, owner_field_name="created_by")


def may_note_idea(user):
    """Return whether `user` may keep ideas; asked once for every row of a list."""
    return policy_registry.get_by_type(PostIdea).user_has_permission(user, "add")


def get_visible(user):
    """Return the ideas that `user` may read, change and write."""
    policy = policy_registry.get_by_type(PostIdea)
    return policy.instances_user_has_permission_for(user, "change")


def may_change(user, idea):
    policy = policy_registry.get_by_type(PostIdea)
    return policy.user_has_permission_for_instance(user, "change", idea)


def get_visible_viewings(user):
    """Return the evenings of the diary that `user` keeps, the last one first."""
    policy = policy_registry.get_by_type(Viewing)
    kept = policy.instances_user_has_permission_for(user, "change")
    return kept.select_related("film", "author").order_by("-watched_on", "-pk")
