"""Who may keep whose diary."""

from django.db.models import Q
from wagtail.permission_policies import ModelPermissionPolicy

OWN_ACTIONS = {"change", "delete", "view"}


class ViewingPermissionPolicy(ModelPermissionPolicy):
    """Who may add keeps their own entries; who may change or delete does so with everybody's.

    An entry is the own one of whoever has the account of its author.
    """

    def user_has_permission(self, user, action):
        if super().user_has_permission(user, action):
            return True
        return action in OWN_ACTIONS and super().user_has_permission(user, "add")

    def user_has_permission_for_instance(self, user, action, instance):
        if super().user_has_permission(user, action):
            return True
        return self.user_has_permission(user, action) and is_own(instance, user)

    def instances_user_has_any_permission_for(self, user, actions):
        everybody = self.model.objects.all()
        if any(super(ViewingPermissionPolicy, self).user_has_permission(user, a) for a in actions):
            return everybody
        if self.user_has_any_permission(user, actions):
            return everybody.filter(author__user=user.pk)
        return everybody.none()

    def users_with_any_permission(self, actions):
        wider = {*actions, "add"} if OWN_ACTIONS & set(actions) else actions
        return super().users_with_any_permission(wider)

    def users_with_any_permission_for_instance(self, actions, instance):
        everyone = super().users_with_any_permission(actions)
        keeper = instance.author.user_id if instance.author else None
        own = super().users_with_any_permission(["add"]).filter(pk=keeper)
        return everyone.model.objects.filter(Q(pk__in=everyone) | Q(pk__in=own))


def is_own(viewing, user):
    """Return whether `user` is the one who watched."""
    return bool(viewing.author_id and viewing.author.user_id == user.pk)


def may_read_private_note(user, viewing):
    """Return whether `user` may read the note that a viewing's author wrote for themselves.

    Only they may, and the owner of the journal, who keeps its database and its backups anyway.
    """
    return user.is_superuser or viewing.pk is None or is_own(viewing, user)
