"""Where corrections hang in Wagtail's admin."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from ..corrections import views
from ..corrections.buttons import offer_for_page


@hooks.register("register_admin_urls")
def register_corrections():
    return [
        path("corrections/<int:page_id>/", views.list_notes, name="editorial_corrections"),
        path(
            "corrections/change/<int:correction_id>/",
            views.change,
            name="editorial_change_correction",
        ),
        path(
            "corrections/remove/<int:correction_id>/",
            views.remove,
            name="editorial_remove_correction",
        ),
    ]


@hooks.register("register_page_header_buttons")
def offer_to_correct(page, user, view_name, next_url=None):
    return offer_for_page(page, user) if view_name == "edit" else []


@hooks.register("register_log_actions")
def register_correction_log_actions(actions):
    for name, label, done in (
        ("correct", _("Note a correction"), _("Correction noted")),
        ("correct_silently", _("Correct silently"), _("Corrected without a note")),
        ("change_correction", _("Change a note"), _("Note of a correction changed")),
        ("remove_correction", _("Remove a note"), _("Note of a correction removed")),
    ):
        actions.register_action(f"editorial.{name}", label, done)
