from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.models import Page
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from .diary.permissions import ViewingPermissionPolicy
from .models import Person, Viewing
from .people_admin import PersonViewSet
from .viewsets import film_chooser

register_permission_policy(Viewing, ViewingPermissionPolicy(Viewing))

# After the policy, which nothing may look up before it is registered.
from .diary.actions import may_add_viewing  # noqa: E402
from .diary.guards import (  # noqa: E402
    KeepingDeleteAction,
    keep_films_of_the_diary,
    keep_people_of_films,
)
from .diary.panel import WatchedPanel  # noqa: E402
from .diary.viewset import ViewingViewSet  # noqa: E402
from .lookup.viewset import film_lookup, look_up_buttons  # noqa: E402

register_snippet(PersonViewSet)

# Wagtail has no setting for it, and this way to delete asks no hook.
PagesAdminAPIViewSet.actions["delete"] = KeepingDeleteAction


@hooks.register("register_admin_viewset")
def register_film_chooser():
    return film_chooser


@hooks.register("register_admin_viewset")
def register_film_lookup():
    return film_lookup


@hooks.register("register_page_header_buttons")
def offer_to_look_up(page, user, view_name, next_url=None):
    return look_up_buttons(page, user)


@hooks.register("register_admin_viewset")
def register_diary():
    return ViewingViewSet()


@hooks.register("construct_homepage_panels")
def ask_what_was_watched(request, panels):
    if may_add_viewing(request.user):
        panels.append(WatchedPanel())


@hooks.register("before_delete_page")
def keep_films_of_the_diary_below(request, page):
    return keep_films_of_the_diary(request, [page])


@hooks.register("before_bulk_action")
def keep_chosen_films_of_the_diary(request, action_type, objects, action):
    if action_type == "delete" and issubclass(action.model, Page):
        return keep_films_of_the_diary(request, objects)
    return None


@hooks.register("before_delete_snippet")
def keep_chosen_people_of_films(request, instances):
    people = [instance for instance in instances if isinstance(instance, Person)]
    return keep_people_of_films(request, people) if people else None


@hooks.register("insert_global_admin_js")
def keep_the_focus_at_a_chooser():
    return format_html('<script src="{}"></script>', static("js/admin/chooser-focus.js"))
