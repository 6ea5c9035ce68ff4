"""The editor of a page."""

from wagtail import hooks

from ..editing.menu import arrange
from ..viewsets import page_viewsets


@hooks.register("register_admin_viewset")
def edit_pages_in_our_way():
    return page_viewsets()


@hooks.register("construct_page_action_menu")
def say_what_will_happen(menu_items, request, context):
    arrange(menu_items, context)
