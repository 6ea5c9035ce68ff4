"""Essays that appeared more than a day late: nobody hears of them until somebody says yes."""

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.permissions import page_permission_policy

from blog.lib.http import see_other
from blog.lib.trash import without_trash

from ..models import Publication
from ..running.publications import announce, decline
from .words import in_words


def get_held(user):
    """Return the Publications that wait for the yes of `user`, the oldest first, in one query."""
    held = without_trash(Publication.objects.held().filter(page__live=True), "page__url_path")
    if not user.is_superuser:
        pages = page_permission_policy.instances_user_has_permission_for(user, "publish")
        held = held.filter(page__in=pages.order_by().values("pk"))
    held = list(held.select_related("page", "published_by"))
    for publication in held:
        publication.sentence = _("was planned for %(planned)s and appeared on %(appeared)s.") % {
            "planned": in_words(publication.intended_at, with_zone=False),
            "appeared": in_words(publication.published_at),
        }
    return held


@require_POST
def announce_view(request, publication_id):
    """Announce an essay that came late after all."""
    return settle(request, publication_id, announce, _("“%(title)s” is announced now."))


@require_POST
def decline_view(request, publication_id):
    """Leave an essay that came late unannounced."""
    return settle(request, publication_id, decline, _("“%(title)s” stays without announcement."))


def settle(request, publication_id, decide, sentence):
    """Say yes or no, once; whoever comes second hears that it was decided.

    Raises PermissionDenied when the person may not publish the page.
    """
    publication = get_object_or_404(Publication, pk=publication_id)
    title = {"title": publication.page.get_admin_display_title()}
    try:
        is_done = decide(publication, request.user)
    except ValueError as error:
        messages.error(request, str(error))
    else:
        if is_done:
            messages.success(request, sentence % title)
        else:
            messages.warning(request, _("That was decided before, for “%(title)s”.") % title)
    next_url = get_valid_next_url_from_request(request)
    return see_other(next_url or reverse("wagtailadmin_home"))
