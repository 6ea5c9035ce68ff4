"""The review: its buttons in the editor, and no word of it where nobody is reviewed."""

from wagtail import hooks

from ..workflow.menu import arrange_review
from ..workflow.people import somebody_is_reviewed

OF_REVIEWS = ("workflows", "workflow-tasks")


@hooks.register("construct_page_action_menu", order=200)  # after the buttons have their names
def show_what_a_review_needs(items, request, context):
    arrange_review(items, request, context)


@hooks.register("construct_settings_menu")
@hooks.register("construct_reports_menu")
def speak_of_reviews_where_there_are_any(request, items):
    if not somebody_is_reviewed():
        items[:] = [item for item in items if item.name not in OF_REVIEWS]
