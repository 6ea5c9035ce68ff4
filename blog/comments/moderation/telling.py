"""What moderators are told after a decision."""

from django.contrib import messages
from django.template.loader import render_to_string
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from wagtail.admin.messages import render

from ..models import Comment


def name_of(comment):
    return comment.name or _("Nobody")


def say(request, said, *, is_done=True, undo=(), next_url=""):
    """Put a sentence on the next page, with a button that takes the decision back.

    undo: ids of judgements.
    """
    detail = ""
    if undo:
        context = {"undo": undo, "next_url": next_url}
        detail = render_to_string("comments/admin/undo.html", context, request=request)
    add = messages.success if is_done else messages.error
    add(request, render(said, None, detail))


def tell_what_it_is_now(pk):
    """Return the sentence for somebody whose decision came too late, or was not possible."""
    comment = Comment.objects.filter(pk=pk).select_related("waiting_edit").first()
    if comment is None:
        return _("Someone else was faster: this comment is gone.")
    now = {"name": name_of(comment), "state": comment.get_status_display()}
    last = comment.judgements.select_related("by").order_by("-pk").first()
    if last and last.by:
        now |= {"person": last.by, "age": timesince(last.created_at, depth=1)}
        return (
            _(
                "Someone else was faster. %(name)s: %(state)s now. "
                "%(person)s decided on it %(age)s ago."
            )
            % now
        )
    return (
        _(
            "This was not possible for the comment as it is now. %(name)s: %(state)s. "
            "Its state or its words may have changed since you saw it."
        )
        % now
    )
