"""Who sees what lies in the trash, and who may do what with it."""

from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from .rows import leave_out_trash


class LivingPagePolicy(PagePermissionPolicy):
    """Wagtail's own, which its lists, searches, choosers and reports ask: none shows the trash."""

    def explorable_instances(self, user):
        return leave_out_trash(super().explorable_instances(user))

    def instances_user_has_any_permission_for(self, user, actions):
        return leave_out_trash(super().instances_user_has_any_permission_for(user, actions))


def make_policy():
    return LivingPagePolicy(Page)


def may_restore(user, trashed):
    """Return whether somebody may bring a page back: who may change it may."""
    return trashed.page.permissions_for_user(user).can_edit()


def may_delete_for_good(user, trashed):
    """Return whether somebody may delete a page of the trash for good: who may delete it may.

    What readers saw belongs to those who may publish it, although it is not live now.
    """
    permissions = trashed.page.permissions_for_user(user)
    was_live = any(was.get("live") for was in trashed.state.values())
    may_publish = user.is_superuser or "publish" in permissions.permissions
    return permissions.can_delete() and (may_publish or not was_live)
