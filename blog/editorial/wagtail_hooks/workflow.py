"""The review: its buttons in the editor, and no word of it where nobody is reviewed."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from ..workflow.menu import arrange_review
from ..workflow.people import somebody_is_reviewed
from ..workflow.remarks import asking_words

OF_REVIEWS = ("workflows", "workflow-tasks")


@hooks.register("construct_page_action_menu", order=200)  # after the buttons have their names
def show_what_a_review_needs(items, request, context):
    arrange_review(items, request, context)


@hooks.register("construct_settings_menu")
@hooks.register("construct_reports_menu")
def speak_of_reviews_where_there_are_any(request, items):
    of_reviews = [item for item in items if item.name in OF_REVIEWS]
    if of_reviews and not _has_reviews(request):
        items[:] = [item for item in items if item not in of_reviews]


def _has_reviews(request):
    # Both menus ask, on every page of the admin.
    if not hasattr(request, "has_reviews"):
        request.has_reviews = somebody_is_reviewed()
    return request.has_reviews


@hooks.register("insert_editor_js")
def ask_about_remarks_that_wait():
    return format_html(
        '<script src="{}" data-one="{one}" data-many="{many}"></script>',
        static("js/admin/unresolved.js"),
        **asking_words(),
    )
