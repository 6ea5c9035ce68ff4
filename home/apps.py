from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"

    def ready(self):
        # Importing registers them.
        from blog.lib import zones

        from . import checks, receivers  # noqa: F401
        from .time_zone import get_site_zone_name

        zones.register_site_zone(get_site_zone_name)
