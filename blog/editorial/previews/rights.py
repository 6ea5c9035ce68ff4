"""Who may hand out links to a page, and whose links open."""

from wagtail.models import Page
from wagtail.permissions import policy_registry


def may_share(user, page):
    """Return whether `user` may make and end links to `page`: whoever may edit it by right.

    A task of a workflow gives no such right: it passes, and the link would stay.
    """
    if user is None:
        return False
    policy = policy_registry.get_by_type(Page)
    return policy.user_has_permission_for_instance(user, "change", page)


def get_ids_of_sharers(page):
    """Return the ids of all accounts that may share `page`, a set."""
    policy = policy_registry.get_by_type(Page)
    users = policy.users_with_permission_for_instance("change", page)
    return set(users.values_list("pk", flat=True))
