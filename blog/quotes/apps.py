from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuotesConfig(AppConfig):
    name = "blog.quotes"
    verbose_name = _("Quotations")

    def ready(self):
        from . import receivers  # noqa: F401
