"""Putting pages in the trash, and deleting them for good."""

import logging

from django.db import transaction
from django.db.models import ProtectedError, Value
from django.db.models.functions import Concat, Substr
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Site, WorkflowState

from blog.lib.trash import is_in_trash, trash_slug, without_trash

from ..models import TrashedPage
from .rows import KEPT_FOR, revisions_of

logger = logging.getLogger(__name__)


class TrashRefusedError(ValueError):
    """The words are a whole sentence for the person who asked."""


@transaction.atomic
def trash_page(page, by=None):
    """Take a page and all below it down, keep them, and return the TrashedPage.

    They stay where they are in the tree; the slug is free for another page. A page that lies in
    the trash already, or was deleted meanwhile, returns None.
    Raises TrashRefusedError for a page that a site begins with.
    """
    page = Page.objects.select_for_update().filter(pk=page.pk).first()
    if page is None or is_in_trash(page):
        return None
    if Site.objects.filter(root_page__path__startswith=page.path).exists():
        raise TrashRefusedError(
            _("“%(title)s” is what the journal begins with, so it is not deleted.")
            % {"title": page.get_admin_display_title()}
        )
    pages = list(without_trash(Page.objects.filter(path__startswith=page.path)).order_by("path"))
    trashed = TrashedPage.objects.create(
        page=page,
        slug=page.slug,
        state=remember(pages),
        page_count=len(pages),
        trashed_at=timezone.now(),
        trashed_by=by,
    )
    for each in reversed(pages):
        if each.live:
            each.specific.unpublish(user=by, log_action=False)
    # update(): nothing of the kind was called off by anybody, so the log says nothing.
    revisions_of(pages).filter(approved_go_live_at__isnull=False).update(approved_go_live_at=None)
    _end_reviews(pages, by)
    rename(page, trash_slug(page))
    log(instance=page.specific, action="editorial.trash", user=by)
    return trashed


def remember(pages):
    """Return what it takes to put `pages` back, by their numbers: see `TrashedPage.state`.

    live: readers saw it. revision: which version. draft: a newer one existed. schedules: when
    versions were to go live, by the revision's number.
    """
    state = {}
    for page in pages:
        if page.live:
            state[str(page.pk)] = {
                "live": True,
                "revision": page.live_revision_id,
                "draft": page.has_unpublished_changes,
            }
    scheduled = revisions_of(pages).filter(approved_go_live_at__isnull=False)
    for pk, number, moment in scheduled.values_list("object_id", "pk", "approved_go_live_at"):
        schedules = state.setdefault(pk, {}).setdefault("schedules", {})
        schedules[str(number)] = moment.isoformat()
    return state


def rename(page, slug):
    """Give a page another slug, and all below it their addresses, without making redirects.

    page: as it stands in the database.
    """
    old = page.url_path
    new = f"{old[: -len(page.slug) - 1]}{slug}/"
    # update(): a save() would have redirects made.
    Page.objects.filter(pk=page.pk).update(slug=slug, url_path=new)
    Page.objects.filter(path__startswith=page.path).exclude(pk=page.pk).update(
        url_path=Concat(Value(new), Substr("url_path", len(old) + 1))
    )
    page.slug, page.url_path = slug, new


@transaction.atomic
def delete_for_good(trashed, by=None):
    """Delete a page of the trash with all that hangs on it; return False when it was gone.

    Raises ProtectedError when the diary holds on to a film of it.
    """
    page = Page.objects.select_for_update().filter(pk=trashed.page_id).first()
    if page is None or not TrashedPage.objects.filter(pk=trashed.pk).exists():
        return False
    page.specific.delete(user=by)
    return True


def empty_trash(now=None):
    """Delete for good what has been in the trash for 30 days; return how many rows went.

    Each page has its own transaction. One that the diary holds on to stays, and the list of the
    trash says why.
    """
    count = 0
    for trashed in TrashedPage.objects.before((now or timezone.now()) - KEPT_FOR):
        try:
            count += delete_for_good(trashed)
        except ProtectedError:
            logger.info("Page %s stays in the trash: the diary holds on to it.", trashed.page_id)
        except Exception:
            logger.exception("Page %s could not be deleted for good.", trashed.page_id)
    return count


def _end_reviews(pages, by):
    reviews = WorkflowState.objects.active().filter(
        base_content_type=Page(pk=0).get_base_content_type(),
        object_id__in=[str(page.pk) for page in pages],
    )
    for review in reviews:
        review.cancel(user=by)
