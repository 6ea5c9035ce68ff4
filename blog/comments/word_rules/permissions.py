"""Word rules are theirs who decide on comments."""

from django.contrib.auth import get_user_model
from wagtail.permission_policies import BasePermissionPolicy

MODERATE = "comments.moderate_comment"


class WordRulePermissionPolicy(BasePermissionPolicy):
    """Whoever may moderate may see, add, change and delete every rule."""

    actions = frozenset({"view", "add", "change", "delete"})

    def user_has_permission(self, user, action):
        return user.is_active and action in self.actions and user.has_perm(MODERATE)

    def users_with_any_permission(self, actions):
        users = get_user_model().objects
        if not self.actions & set(actions):
            return users.none()
        return users.with_perm(MODERATE, backend="django.contrib.auth.backends.ModelBackend")
