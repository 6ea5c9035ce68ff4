"""The checklist in the editor: a page of its own, and a part of Wagtail's panel of checks."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from ..checklist.buttons import get_page_buttons
from ..checklist.urls import urlpatterns
from ..checklist.userbar import use_house_checker


@hooks.register("register_admin_urls")
def register_checks():
    return urlpatterns


@hooks.register("register_page_header_buttons")
def offer_checks(page, user, view_name, next_url=None):
    return get_page_buttons(page, user)


@hooks.register("insert_editor_js")
def add_script_of_checks():
    return format_html('<script src="{}" defer></script>', static("js/admin/checklist.js"))


@hooks.register("insert_global_admin_css")
def add_style_of_checks():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/checklist.css"))


@hooks.register("construct_wagtail_userbar")
def check_as_this_house_does(request, items, page):
    use_house_checker(items)
