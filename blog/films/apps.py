from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FilmsConfig(AppConfig):
    name = "blog.films"
    verbose_name = _("Films")

    def ready(self):
        from . import receivers  # noqa: F401
