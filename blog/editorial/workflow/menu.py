"""The buttons of a review at the foot of the editor."""

from wagtail.admin.action_menu import (
    CancelWorkflowMenuItem,
    PublishMenuItem,
    RestartWorkflowMenuItem,
    SubmitForModerationMenuItem,
    WorkflowMenuItem,
)

from .people import meets_review
from .wording import end_words, send_back_words

SUBMITTING = (SubmitForModerationMenuItem, RestartWorkflowMenuItem)


class EndReviewMenuItem(CancelWorkflowMenuItem):
    """Wagtail's “Cancel workflow”, in words that say what it does."""

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        user = parent_context["request"].user
        return context | {"label": end_words(parent_context["page"], user)}


def arrange_review(items, request, context):
    """Leave the buttons that somebody needs, under names that say what they do."""
    place = context.get("page") or context.get("parent_page")
    if place is None:
        return
    # To start all over is to submit again, in other words.
    items[:] = [item for item in items if not isinstance(item, RestartWorkflowMenuItem)]
    if not meets_review(request.user, place):
        items[:] = [item for item in items if not isinstance(item, SUBMITTING)]
    if context["view"] == "edit":
        _name_decisions(items, context["page"], request.user)


def _name_decisions(items, page, user):
    decisions = [item for item in items if isinstance(item, WorkflowMenuItem)]
    approvals = [item for item in decisions if item.name == "approve"]
    if approvals and not page.permissions_for_user(user).can_publish():
        # To approve is to publish.
        items[:] = [item for item in items if item not in approvals]
    elif approvals:
        # One way to publish is enough, and this one tells the author.
        items[:] = [item for item in items if not isinstance(item, PublishMenuItem)]
    for item in decisions:
        if item.name == "reject":
            item.label = send_back_words()
    for number, item in enumerate(items):
        if type(item) is CancelWorkflowMenuItem:
            items[number] = EndReviewMenuItem(order=item.order)
