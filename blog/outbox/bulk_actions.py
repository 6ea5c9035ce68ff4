"""Sending many mails again at once, as after a night without a mail server."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from .actions import retry_mail
from .models import Mail


class RetryMails(SnippetBulkAction):
    display_name = _("Send again")
    action_type = "retry"
    aria_label = _("Send the chosen mails again")
    template_name = "outbox/admin/bulk_retry.html"
    models = [Mail]

    def check_perm(self, mail):
        allowed = self.permission_policy.user_has_permission(self.request.user, "retry")
        return allowed and mail.is_retriable

    def get_all_objects_in_listing_query(self, parent_id):
        """Return what was given up: "all" knows nothing of the filters in the list."""
        return Mail.objects.failed().values_list("pk", flat=True)

    def get_execution_context(self):
        return {"user": self.request.user}

    @classmethod
    def execute_action(cls, objects, user=None, **kwargs):
        return sum(retry_mail(mail, by=user) for mail in objects), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        return ngettext(
            "%(number)s mail is sent again now.",
            "%(number)s mails are sent again now.",
            num_parent_objects,
        ) % {"number": num_parent_objects}
