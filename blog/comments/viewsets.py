"""The queue: every comment that a person may see, and what can be done with each."""

import django_filters
from django import forms
from django.core.exceptions import PermissionDenied
from django.middleware.csrf import get_token
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import IndexView, InspectView, SnippetViewSet

from . import admin_views
from .decisions import get_decisions
from .menu import ReaderCommentsMenuItem
from .models import Comment
from .reasons import describe_reasons


class WordsColumn(Column):
    """The comment in full, who wrote it to whom, and the buttons for it."""

    cell_template_name = "comments/admin/words_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        request = parent_context["request"]
        policy = policy_registry.get_by_type(Comment)
        may_moderate = policy.user_has_permission(request.user, "moderate")
        return context | {
            # A cell is drawn without what templates get from the request.
            "csrf_token": get_token(request),
            "comment": instance,
            "decisions": get_decisions(instance) if may_moderate else [],
            "can_answer": instance.is_published or may_moderate and instance.is_awaiting,
            "reasons": describe_reasons(instance.reasons) if instance.is_awaiting else [],
            "next_url": request.get_full_path().replace("results/", ""),
        }


def pages_with_comments(request):
    """Return the pages of the comments that this person may see."""
    policy = policy_registry.get_by_type(Comment)
    comments = policy.instances_user_has_permission_for(request.user, "view")
    return Page.objects.filter(pk__in=comments.values("page")).order_by("title")


class CommentFilterSet(WagtailFilterSet):
    status = django_filters.MultipleChoiceFilter(
        label=_("State"),
        choices=Comment.Status.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    page = django_filters.ModelChoiceFilter(label=_("Page"), queryset=pages_with_comments)
    created_at = django_filters.DateFromToRangeFilter(
        label=_("Written"), widget=DateRangePickerWidget
    )

    class Meta:
        model = Comment
        fields = ["status", "page", "created_at"]


class CommentIndexView(IndexView):
    any_permission_required = ["view"]

    def get_base_queryset(self):
        visible = self.permission_policy.instances_user_has_permission_for(
            self.request.user, "view"
        )
        return visible.select_related("page", "parent", "author")


class CommentInspectView(InspectView):
    any_permission_required = ["view"]

    def get_object(self, queryset=None):
        comment = super().get_object(queryset)
        if not self.user_has_permission_for_instance("view", comment):
            raise PermissionDenied
        return comment

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | admin_views.get_comment_context(self.request, self.object)


class CommentViewSet(SnippetViewSet):
    model = Comment
    icon = "comment"
    add_to_admin_menu = True
    menu_order = 250
    menu_item_class = ReaderCommentsMenuItem
    index_view_class = CommentIndexView
    inspect_view_class = CommentInspectView
    inspect_view_enabled = True
    inspect_template_name = "comments/admin/inspect.html"
    copy_view_enabled = False
    add_to_reference_index = False
    filterset_class = CommentFilterSet
    search_fields = ["body", "name", "email"]
    search_backend_name = None
    ordering = ["-created_at"]
    list_per_page = 25
    list_display = [
        WordsColumn("words", label=_("Comment")),
        Column("page", label=_("Page"), width="18%"),
        Column("get_status_display", label=_("State"), sort_key="status", width="10%"),
        DateColumn("created_at", label=_("Written"), sort_key="created_at", width="12%"),
    ]
    # The edit view exists in every viewset; our policy lets nobody into it.
    panels = [FieldPanel("status", read_only=True), FieldPanel("body", read_only=True)]

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/decide/", admin_views.decide, name="decide"),
            path("<int:pk>/answer/", admin_views.answer, name="answer"),
        ]

    def register_chooser_viewset(self):
        """Offer no chooser: nothing chooses a comment, and it would list them to everybody."""
