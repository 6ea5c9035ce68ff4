"""The buttons at the foot of the editor: first the one that says what will happen."""

from dataclasses import replace

from django.utils import timezone
from wagtail.admin.action_menu import (
    PageActionMenu,
    PublishMenuItem,
    SubmitForModerationMenuItem,
    WorkflowMenuItem,
)

from ..workflow.wording import approve_with_remark_words, submit_words
from .verb import approve_verb, publish_verb, submit_verb


class VerbItemMixin:
    """A button that says what it does. kind: its name among the others; rank: 0 stands first."""

    class Media:
        js = ["js/admin/verb.js"]
        css = {"all": ["css/admin/editing.css"]}

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        return context | {"kind": self.kind, "verb": self.get_verb(context)}


class ApproveVerbItem(VerbItemMixin, WorkflowMenuItem):
    """The last approval in a review, which publishes or schedules; one that asks for a remark."""

    template_name = "editorial/editing/approve_button.html"

    def __init__(self, stock):
        """Take over what Wagtail gave its own item, `stock`."""
        self.__dict__.update(stock.__dict__)
        self.kind, self.rank = ("remark", 3) if stock.launch_modal else ("approve", 0)

    def get_verb(self, context):
        page = context["page"]
        verb = approve_verb(page, get_go_live_at(page), context["schedule_zone"])
        if self.launch_modal:
            return replace(verb, label=approve_with_remark_words(verb.label))
        return verb


class PublishVerbItem(VerbItemMixin, PublishMenuItem):
    kind, rank = "publish", 1
    template_name = "editorial/editing/publish_button.html"

    def get_verb(self, context):
        page = get_page(context)
        return publish_verb(
            page,
            get_go_live_at(page),
            context["schedule_zone"],
            is_old_version=context["view"] == "revisions_revert",
        )


class SubmitVerbItem(VerbItemMixin, SubmitForModerationMenuItem):
    kind, rank = "submit", 2
    template_name = "editorial/editing/submit_button.html"

    def get_verb(self, context):
        page = get_page(context)
        return submit_verb(submit_words(page), get_go_live_at(page), context["schedule_zone"])


class VerbMenu(PageActionMenu):
    """The menu of a page of ours; `arrange` did its items, as Wagtail asked the hooks."""

    def get_verbs(self):
        """Return {kind: Verb} of the buttons that say what they do."""
        items = [self.default_item, *self.menu_items]
        return {
            item.kind: item.get_context_data(self.context)["verb"]
            for item in items
            if isinstance(item, VerbItemMixin)
        }


def arrange(menu_items, context):
    """Put buttons that say what they do in the place of Wagtail's, and the weightiest first.

    Only in a VerbMenu: its context knows the zone.
    """
    if "schedule_zone" not in context:
        return
    for number, item in enumerate(menu_items):
        if type(item) is PublishMenuItem:
            menu_items[number] = PublishVerbItem(order=item.order)
        elif type(item) is SubmitForModerationMenuItem:
            menu_items[number] = SubmitVerbItem(order=item.order)
        elif is_final_approval(item, context):
            menu_items[number] = ApproveVerbItem(item)
    menu_items.sort(key=lambda item: (getattr(item, "rank", 3), item.order))


def is_final_approval(item, context):
    """Return whether an item approves a page so that nothing else keeps it from its readers."""
    if not (type(item) is WorkflowMenuItem and item.name == "approve"):
        return False
    state = context["page"].current_workflow_state
    return bool(state and state.is_at_final_task)


def get_page(context):
    """Return the page that is edited or begun."""
    return context.get("page") or context.get("new_page")


def get_go_live_at(page):
    """Return when the draft is to appear, if that is still to come."""
    date = page.go_live_at if page else None
    return date if date and date > timezone.now() else None
