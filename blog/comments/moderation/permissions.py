"""Who may see, decide on and answer comments in the admin."""

from django.contrib.auth import get_user_model
from django.db.models import Q
from wagtail.permission_policies import BasePermissionPolicy

from ..commentable import written_by

MODERATE = "comments.moderate_comment"
ENTER = "wagtailadmin.access_admin"


class CommentPermissionPolicy(BasePermissionPolicy):
    """Moderators decide on everything; who wrote a page sees and answers what is said there.

    Nobody adds, changes or deletes a comment by a form: words belong to who wrote them.
    """

    actions = {"view": ENTER, "answer": ENTER, "moderate": MODERATE}

    def user_has_permission(self, user, action):
        return user.is_active and action in self.actions and user.has_perm(self.actions[action])

    def user_has_permission_for_instance(self, user, action, instance):
        if not self.user_has_permission(user, action):
            return False
        if user.has_perm(MODERATE):
            return True
        return self.instances_user_has_permission_for(user, action).filter(pk=instance.pk).exists()

    def instances_user_has_any_permission_for(self, user, actions):
        allowed = [action for action in actions if self.user_has_permission(user, action)]
        if not allowed:
            return self.model.objects.none()
        if user.has_perm(MODERATE):
            return self.model.objects.all()
        return self.model.objects.filter(written_by(user))

    def users_with_any_permission(self, actions):
        needed = {self.actions[action] for action in actions if action in self.actions}
        allowed = Q(is_superuser=True)
        for permission in needed:
            app_label, codename = permission.split(".")
            held = {"content_type__app_label": app_label, "codename": codename}
            for path in ("user_permissions", "groups__permissions"):
                allowed |= Q(**{f"{path}__{key}": value for key, value in held.items()})
        users = get_user_model().objects.filter(is_active=True)
        return users.filter(allowed).distinct() if needed else users.none()
