"""The decisions of `decisions.py` for many comments at once, after a page that names them all."""

from django.utils import timezone
from django.utils.translation import ngettext
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from ..models import Comment
from .deciding import find_judgements
from .decisions import DECISIONS, get_version
from .filters import find_comments, get_shown_state, sort_as_queue
from .rows import load_rows
from .telling import say

MOST_AT_ONCE = 500
# Wagtail shows four; the others stand behind “More”.
FIRST = ["approve", "reject", "spam", "erase"]


class DecideInBulk(SnippetBulkAction):
    """One decision for all chosen comments on which it is possible."""

    decision = None
    models = [Comment]
    template_name = "comments/admin/bulk_confirm.html"

    def check_perm(self, comment):
        allowed = self.permission_policy.user_has_permission_for_instance(
            self.request.user, "moderate", comment
        )
        return allowed and self.decision.is_possible(comment) and self._was_seen(comment)

    def _was_seen(self, comment):
        """Return whether a comment is still what the page before showed, if there was one."""
        seen = self.request.POST.getlist("seen")
        return not seen or f"{comment.pk} {get_version(comment)}" in seen

    @classmethod
    def get_queryset(cls, model, object_ids):
        """Return the comments, without those that are gone and numbers that are none."""
        numbers = [pk for pk in map(str, object_ids) if pk.isascii() and pk.isdigit()]
        numbers = [pk for pk in numbers if len(pk) < 19][:MOST_AT_ONCE]
        return list(load_rows(Comment.objects.filter(pk__in=numbers)))

    def get_all_objects_in_listing_query(self, parent_id):
        """Return what the queue shows with the same filters, the first ones of it."""
        shown = sort_as_queue(find_comments(self.request), get_shown_state(self.request))
        return shown.values_list("pk", flat=True)[:MOST_AT_ONCE]

    def object_context(self, comment):
        return {"item": comment, "seen": f"{comment.pk} {get_version(comment)}"}

    def get_context_data(self, **kwargs):
        return super().get_context_data(decision=self.decision, **kwargs)

    def get_execution_context(self):
        return {"bulk_action": self}

    @classmethod
    def execute_action(cls, objects, bulk_action=None, **kwargs):
        user, began = bulk_action.request.user, timezone.now()
        done = [comment for comment in objects if cls.decision.act(comment, by=user)]
        bulk_action.undo = find_judgements(done, user, began)
        return len(done), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        """Tell it with a button that takes it back; Wagtail's own message has none."""
        done = ngettext("%(number)s comment", "%(number)s comments", num_parent_objects)
        said = f"{self.decision.done}: {done % {'number': num_parent_objects}}."
        say(
            self.request, said, is_done=bool(num_parent_objects),
            undo=self.undo, next_url=self.next_url,
        )  # fmt: skip


def make_bulk_actions():
    """Return one bulk action for each decision that is made about many."""
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
                "action_priority": _get_priority(decision),
                "classes": {"serious"} if decision.name == "erase" else set(),
            },
        )
        for decision in DECISIONS.values()
        if decision.bulk_label
    ]


def _get_priority(decision):
    return FIRST.index(decision.name) if decision.name in FIRST else len(FIRST)
