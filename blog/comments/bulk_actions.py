"""The decisions of `decisions.py` for many comments at once."""

from django.utils.translation import ngettext
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from .decisions import DECISIONS
from .models import Comment


class DecideInBulk(SnippetBulkAction):
    """One decision for all chosen comments on which it is possible."""

    decision = None
    models = [Comment]
    template_name = "comments/admin/bulk_confirm.html"

    def check_perm(self, comment):
        allowed = self.permission_policy.user_has_permission_for_instance(
            self.request.user, "moderate", comment
        )
        return allowed and self.decision.is_possible(comment)

    def get_all_objects_in_listing_query(self, parent_id):
        """Return what waits: "all" knows nothing of the filters in the list, so it must be tame."""
        return Comment.objects.awaiting().values_list("pk", flat=True)

    def get_context_data(self, **kwargs):
        return super().get_context_data(decision=self.decision, **kwargs)

    def get_execution_context(self):
        return {"user": self.request.user}

    @classmethod
    def execute_action(cls, objects, user=None, **kwargs):
        return sum(bool(cls.decision.act(comment, by=user)) for comment in objects), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        done = ngettext("%(number)s comment", "%(number)s comments", num_parent_objects)
        return f"{self.decision.done}: {done % {'number': num_parent_objects}}."


def make_bulk_actions():
    """Return one bulk action for each decision."""
    return [
        type(
            f"{decision.name.title()}Comments",
            (DecideInBulk,),
            {
                "decision": decision,
                # Erasing stands where Wagtail would offer its own deleting.
                "action_type": "delete" if decision.name == "erase" else decision.name,
                "display_name": decision.label,
                "aria_label": decision.bulk_label,
                "action_priority": priority,
                "classes": {"serious"} if decision.name == "erase" else set(),
            },
        )
        for priority, decision in enumerate(DECISIONS.values(), start=1)
    ]
