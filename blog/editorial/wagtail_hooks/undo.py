"""Where taking a publication back hangs in Wagtail's admin."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from ..undo.buttons import offer_after_publication, offer_for_page
from ..undo.panel import UndoPanel
from ..undo.views import undo_view


@hooks.register("register_admin_urls")
def register_undo():
    return [path("publications/<int:publication_id>/undo/", undo_view, name="editorial_undo")]


@hooks.register("register_publication_buttons")
def offer_to_take_it_back(request, page):
    return offer_after_publication(request, page)


@hooks.register("register_page_header_buttons")
def offer_to_take_the_last_one_back(page, user, view_name, next_url=None):
    return offer_for_page(page, user) if view_name == "edit" else []


@hooks.register("construct_homepage_panels")
def show_what_can_be_taken_back(request, panels):
    panels.append(UndoPanel())


@hooks.register("register_log_actions")
def register_undo_log_actions(actions):
    actions.register_action("editorial.undo", _("Take back"), _("Publication taken back"))
