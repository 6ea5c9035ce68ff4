from django.utils.translation import gettext_lazy as _
from wagtail import hooks


@hooks.register("register_log_actions")
def register_timed_actions(actions):
    actions.register_action("editorial.unlist", _("Unlist"), _("Left the lists: its time was over"))
    actions.register_action("editorial.announce", _("Announce"), _("Announced after coming late"))
    actions.register_action("editorial.decline", _("Do not announce"), _("Left unannounced"))
