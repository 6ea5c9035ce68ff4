"""Where readers hang in Wagtail's admin; imported by wagtail_hooks.py."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import admin_views
from .listing import CommentersView

# The log's words for what stands in acts.py and privacy/erasing.py.
LOGGED = {
    "comments.trust_revoked": (_("Take trust back"), _("Trust in a commenter taken back")),
    "comments.trust_given_back": (_("Give trust back"), _("Trust in a commenter given back")),
    "comments.banned": (_("Ban commenter"), _("Commenter banned")),
    "comments.ban_lifted": (_("Lift ban"), _("Ban lifted")),
    "comments.noted_reader": (_("Note on commenter"), _("Note on a commenter written")),
    "comments.merged": (_("Merge addresses"), _("Address merged into a person")),
    "comments.split": (_("Part addresses"), _("Address parted from a person")),
    "comments.devices_forgotten": (_("Forget devices"), _("Devices of a commenter forgotten")),
    "comments.erase_reader": (_("Erase commenter"), _("Commenter erased")),
}


class CommentersMenuItem(MenuItem):
    def is_shown(self, request):
        return admin_views.may_moderate(request.user)


@hooks.register("register_admin_menu_item")
def register_commenters_menu_item():
    return CommentersMenuItem(
        _("Commenters"), reverse("comments_commenters"), icon_name="user", order=251
    )


@hooks.register("register_admin_urls")
def register_commenter_urls():
    return [
        path("comments/people/", CommentersView.as_view(), name="comments_commenters"),
        path(
            "comments/people/results/",
            CommentersView.as_view(results_only=True),
            name="comments_commenters_results",
        ),
        path("comments/people/<int:pk>/", admin_views.commenter, name="comments_commenter"),
        path("comments/people/<int:pk>/act/", admin_views.act, name="comments_commenter_act"),
        path("comments/people/<int:pk>/erase/", admin_views.erase, name="comments_commenter_erase"),
        path(
            "comments/people/<int:pk>/export/", admin_views.export, name="comments_commenter_export"
        ),
    ]


@hooks.register("register_log_actions")
def register_commenter_log_actions(actions):
    for action, (label, message) in LOGGED.items():
        actions.register_action(action, label, message)
