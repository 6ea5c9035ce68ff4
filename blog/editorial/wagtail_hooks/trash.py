"""Where the trash hangs in Wagtail's admin."""

from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.models import Page
from wagtail.permissions import register_permission_policy

from ..trash.permissions import make_policy

register_permission_policy(Page, make_policy())

# After the policy, which nothing may look up before it is registered.
from ..trash import guards, views  # noqa: E402
from ..trash.confirming import TrashAPIAction, TrashPages  # noqa: E402
from ..trash.menu import TrashMenuItem  # noqa: E402
from ..trash.rows import leave_out_trash  # noqa: E402

# After what keeps a page from being deleted at all, and after Wagtail's own.
LATE = 100

# Wagtail knows one action for deleting many pages; the last one of a name stands.
hooks.register("register_bulk_action", TrashPages, order=LATE)


@hooks.register("register_admin_urls", order=LATE)
def register_the_trash():
    # Wagtail has no setting for it, and this way to delete asks no hook. By now every part has
    # said what it wants of it.
    PagesAdminAPIViewSet.actions["delete"] = TrashAPIAction
    return [
        path("trash/", views.list_trash, name="editorial_trash"),
        path("trash/restore/", views.RestoreView.as_view(), name="editorial_trash_restore"),
        path("trash/delete/", views.DeleteForGoodView.as_view(), name="editorial_trash_delete"),
    ]


@hooks.register("register_admin_menu_item")
def lead_to_the_trash():
    return TrashMenuItem(
        _("Trash"), reverse_lazy("editorial_trash"), name="trash", icon_name="bin", order=950
    )


@hooks.register("construct_explorer_page_queryset")
def list_no_trash(parent_page, pages, request):
    return leave_out_trash(pages)


@hooks.register("construct_page_chooser_queryset")
def choose_no_trash(pages, request):
    return leave_out_trash(pages)


@hooks.register("before_delete_page", order=LATE)
def put_it_in_the_trash(request, page):
    return guards.trash_instead(request, page)


@hooks.register("before_edit_page")
@hooks.register("before_copy_page")
@hooks.register("before_unpublish_page")
@hooks.register("before_move_page")
def leave_the_trash_alone(request, *pages):
    return guards.refuse_trashed(request, *pages)


@hooks.register("before_bulk_action")
def leave_chosen_trash_alone(request, action_type, objects, action):
    return guards.refuse_trashed_choice(request, objects, action)


@hooks.register("register_log_actions")
def register_trash_log_actions(actions):
    actions.register_action("editorial.trash", _("Trash"), _("Put in the trash"))
    actions.register_action("editorial.restore", _("Restore"), _("Brought back from the trash"))
