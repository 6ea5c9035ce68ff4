"""Buttons without a form: take a date away, cancel a schedule, publish at once."""

from django.http import Http404
from django.urls import reverse
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from blog.lib.http import see_other

from .. import moving
from .telling import tell_published, tell_unplanned, tell_unscheduled


@require_POST
def unplan(request, page_id):
    return act(request, page_id, moving.unplan, tell_unplanned)


@require_POST
def unschedule(request, page_id):
    return act(request, page_id, moving.unschedule, tell_unscheduled)


@require_POST
def publish_now(request, page_id):
    return act(request, page_id, moving.publish_now, tell_published)


def act(request, page_id, action, tell):
    """Do `action` with a page and say what came of it. Raises Http404 and PermissionDenied."""
    page = Page.objects.filter(pk=page_id).first()
    if page is None:
        raise Http404("There is no such page.")
    try:
        tell(request, action(page, request.user))
    except moving.MoveRefusedError as refusal:
        messages.error(request, str(refusal))
    return see_other(get_valid_next_url_from_request(request) or reverse("editorial_calendar"))
