"""The addresses of the queue, of each comment's page, and of what is decided there."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from ..models import Comment
from .answering import answer
from .deciding import decide
from .filters import CommentFilterSet
from .masking import mask
from .menu import ReaderCommentsMenuItem
from .page import CommentInspectView
from .queue import QueueView
from .undoing import undo


class CommentViewSet(SnippetViewSet):
    model = Comment
    icon = "comment"
    add_to_admin_menu = True
    menu_order = 250
    menu_item_class = ReaderCommentsMenuItem
    index_view_class = QueueView
    index_template_name = "comments/admin/queue.html"
    index_results_template_name = "comments/admin/queue_results.html"
    inspect_view_class = CommentInspectView
    inspect_view_enabled = True
    inspect_template_name = "comments/admin/inspect.html"
    copy_view_enabled = False
    add_to_reference_index = False
    filterset_class = CommentFilterSet
    search_fields = ["body", "name", "email"]
    search_backend_name = None
    list_per_page = 25
    # Without addresses: they are seen in the queue and nowhere else.
    list_export = ["pk", "created_at", "get_status_display", "page.title", "name", "body"]
    list_export += ["half_stars", "published_at"]
    export_headings = {"pk": "ID", "get_status_display": _("State")}
    export_filename = "reader-comments"
    # The edit view exists in every viewset; our policy lets nobody into it.
    panels = [FieldPanel("status", read_only=True), FieldPanel("body", read_only=True)]

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("undo/", undo, name="undo"),
            path("<int:pk>/decide/", decide, name="decide"),
            path("<int:pk>/answer/", answer, name="answer"),
            path("<int:pk>/spoiler/", mask, name="mask"),
        ]

    def register_chooser_viewset(self):
        """Offer no chooser: nothing chooses a comment, and it would list them to everybody."""
