from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"

    def ready(self):
        # Importing registers them.
        from . import checks, receivers  # noqa: F401
