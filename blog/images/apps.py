from django.apps import AppConfig


class ImagesConfig(AppConfig):
    name = "blog.images"

    def ready(self):
        from . import receivers  # noqa: F401
