from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    name = "blog.accounts"
    default = True

    def ready(self):
        from . import receivers  # noqa: F401


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's users, listed and edited by e-mail address and display name."""

    user_viewset = "blog.accounts.viewsets.UserViewSet"
