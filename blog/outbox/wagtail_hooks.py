"""Where mails hang in Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.permissions import policy_registry, register_permission_policy
from wagtail.snippets.models import register_snippet

from .models import Mail, MailStop
from .permissions import OutboxPermissionPolicy

register_permission_policy(Mail, OutboxPermissionPolicy(Mail, ["view", "retry"]))
register_permission_policy(MailStop, OutboxPermissionPolicy(MailStop, ["view", "lift"]))

# After the policies, which nothing may look up before they are registered.
from .bulk_actions import RetryMails  # noqa: E402
from .panels import FailedMailsPanel  # noqa: E402
from .viewsets import MailStopViewSet, MailViewSet  # noqa: E402

register_snippet(MailViewSet)
register_snippet(MailStopViewSet)
hooks.register("register_bulk_action", RetryMails)


@hooks.register("construct_homepage_panels")
def show_failed_mails(request, panels):
    if policy_registry.get_by_type(Mail).user_has_permission(request.user, "view"):
        panels.append(FailedMailsPanel())


@hooks.register("register_log_actions")
def register_outbox_log_actions(actions):
    actions.register_action("outbox.retry", _("Send again"), _("Sent again"))
    actions.register_action("outbox.lift", _("Lift a stop"), _("Stop lifted"))
