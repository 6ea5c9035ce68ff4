from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .people_admin import PersonViewSet
from .viewsets import film_chooser

register_snippet(PersonViewSet)


@hooks.register("register_admin_viewset")
def register_film_chooser():
    return film_chooser
