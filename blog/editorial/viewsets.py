"""The admin's views of every page of ours."""

from django.apps import apps
from wagtail.admin.viewsets.pages import PageViewSet

from blog.scheduling.models import ScheduledEditingMixin

from .corrections.compare import CompareView
from .editing.views import CreateView, EditView, RevertView


class EditorialPageViewSet(PageViewSet):
    """One page type; its essays stand in Wagtail's own explorer."""

    add_view_class = CreateView
    edit_view_class = EditView
    revisions_revert_view_class = RevertView
    revisions_compare_view_class = CompareView
    parent_models = ()


def page_viewsets():
    """Return a viewset for each page type with dates, whichever part it belongs to."""
    return [
        EditorialPageViewSet(model._meta.label_lower, model=model)
        for model in apps.get_models()
        if issubclass(model, ScheduledEditingMixin)
    ]
