from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PostsConfig(AppConfig):
    name = "blog.posts"
    verbose_name = _("Essays")

    def ready(self):
        from . import receivers  # noqa: F401
