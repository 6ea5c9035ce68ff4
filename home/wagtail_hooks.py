from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from blog.lib.slugs import ReservedSlugsMixin

from .desk_menu import ShelfMenuItem, open_shelf
from .models import SiteSettings
from .zone_change import say_zone_changed


@hooks.register("register_admin_urls")
def register_shelves():
    return [path("shelf/<slug:shelf>/", open_shelf, name="open_shelf")]


@hooks.register("register_admin_menu_item")
def lead_to_the_essays():
    return ShelfMenuItem(_("Essays"), "essays", icon_name="doc-full", order=150)


@hooks.register("register_admin_menu_item")
def lead_to_the_films():
    return ShelfMenuItem(_("Films"), "films", icon_name="media", order=160)


@hooks.register("insert_editor_js")
def send_a_form_after_it_saved_itself():
    return format_html('<script src="{}"></script>', static("js/admin/autosave-first.js"))


@hooks.register("before_copy_page")
def refuse_reserved_slug_of_copy(request, page):
    """Copying validates no page: without this a copy could take an address of the journal's own."""
    if request.method == "POST" and isinstance(page.specific, ReservedSlugsMixin):
        try:
            page.specific.refuse_slug(request.POST.get("new_slug", ""))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect(request.get_full_path())
    return None


@hooks.register("after_edit_setting")
def say_that_no_date_moved(request, instance):
    if isinstance(instance, SiteSettings):
        say_zone_changed(request, instance)
