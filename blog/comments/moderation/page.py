"""The page of one comment, with what belongs to it beside it."""

from django.core.exceptions import PermissionDenied
from wagtail.snippets.views.snippets import InspectView

from .addresses import get_next_url
from .context import get_surroundings
from .forms import MaskForm
from .rows import load_rows, make_rows


def get_page_context(request, comment):
    """Return what the pages about one comment show of it."""
    (row,) = make_rows([comment], request.user)
    return {
        "comment": comment,
        "row": row,
        "can_answer": row.can_answer,
        "why_no_answer": row.why_no_answer,
        "around": get_surroundings(comment, request.user),
        "mask_form": MaskForm(),
        "next_url": get_next_url(request),
    }


class CommentInspectView(InspectView):
    any_permission_required = ["view"]

    def get_queryset(self):
        return load_rows(super().get_queryset())

    def get_object(self, queryset=None):
        comment = super().get_object(queryset)
        if not self.user_has_permission_for_instance("view", comment):
            raise PermissionDenied
        return comment

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | get_page_context(self.request, self.object)
