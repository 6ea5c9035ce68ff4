"""Who may see mails, send them again, and write to a refused address again."""

from django.contrib.auth import get_user_model
from wagtail.permission_policies import ModelPermissionPolicy

from .models import Mail


class OutboxPermissionPolicy(ModelPermissionPolicy):
    """Whoever manages mail may do `actions` with the rows, and nobody anything else.

    Nobody adds, changes or deletes a mail by a form.
    """

    def __init__(self, model, actions):
        super().__init__(model, auth_model=Mail)
        self.actions = set(actions)

    def _get_permission_codename(self, action):
        return "manage_mail"

    def user_has_permission(self, user, action):
        return action in self.actions and super().user_has_permission(user, action)

    def users_with_any_permission(self, actions):
        if not self.actions & set(actions):
            return get_user_model().objects.none()
        return super().users_with_any_permission(actions)
