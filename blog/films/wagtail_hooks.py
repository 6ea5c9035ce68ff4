from wagtail import hooks

from .viewsets import film_chooser


@hooks.register("register_admin_viewset")
def register_film_chooser():
    return film_chooser
