"""Bringing pages back from the trash."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import Page

from blog.lib.slugs import unique_slug
from blog.lib.trash import is_in_trash

from ..models import TrashedPage
from ..running.dates import clear_past, write_content
from ..undo.showing import show_again
from .actions import TrashRefusedError, rename
from .rows import is_below_trash, revisions_of


@dataclass
class Restored:
    """What came back. old_slug: the one it had before, if that was taken meanwhile.

    live, scheduled: how many pages readers see again, or will. Titles of those that came back as
    drafts though they were live or scheduled: `unpublished`, because `by` may not publish;
    `expired` and `missed`, because their time was over or has passed.
    """

    page: Page
    old_slug: str = ""
    moved_to: Page | None = None
    live: int = 0
    scheduled: int = 0
    unpublished: list = field(default_factory=list)
    expired: list = field(default_factory=list)
    missed: list = field(default_factory=list)


@transaction.atomic
def restore_page(trashed, by=None, parent=None):
    """Put a page of the trash and all below it back as it was, and return a Restored.

    parent: where to put it when the page above it lies in the trash too. Bringing back what was
    brought back or deleted meanwhile returns None.
    Raises TrashRefusedError when the page above it lies in the trash and no `parent` was given.
    """
    page = Page.objects.select_for_update().filter(pk=trashed.page_id).first()
    if page is None or not TrashedPage.objects.filter(pk=trashed.pk).exists():
        return None
    trashed = TrashedPage.objects.select_related("page").get(pk=trashed.pk)
    restored = Restored(page)
    if is_below_trash(trashed):
        if parent is None:
            raise TrashRefusedError(
                _("The page above “%(title)s” lies in the trash too. Bring that back first.")
                % {"title": page.get_admin_display_title()}
            )
        page = move(page, parent, by)
        restored.moved_to = parent
    trashed.delete()
    if give_back_slug(page, trashed) != trashed.slug:
        restored.old_slug = trashed.slug
    restored.page = page
    pages = Page.objects.filter(pk__in=map(int, trashed.state)).order_by("path")
    for each in pages:
        if not is_in_trash(each):
            give_back_state(each.specific, trashed.state[str(each.pk)], by, restored)
    log(instance=page.specific, action="editorial.restore", user=by)
    return restored


def find_new_parent(page, by):
    """Return a page below which a page of the trash may stand instead, or None."""
    for model in page.specific_class.allowed_parent_page_models():
        for parent in model.objects.order_by("path")[:100]:
            may_add = parent.permissions_for_user(by).can_add_subpage
            if not is_in_trash(parent) and may_add() and page.specific.can_move_to(parent):
                return parent
    return None


def move(page, parent, by):
    """Put a page of the trash below another parent, and return it as it stands there."""
    page.specific.move(parent, pos="last-child", user=by)
    # Moving makes a redirect from the address in the trash, at which nobody ever was.
    Redirect.objects.filter(redirect_page=page, old_path__contains="/~").delete()
    return Page.objects.get(pk=page.pk)


def give_back_slug(page, trashed):
    """Give a page its slug, or one with a number where that is taken; return which."""
    siblings = page.get_parent().get_children().exclude(pk=page.pk)
    taken = set(siblings.values_list("slug", flat=True))
    slug = trashed.slug
    if slug in taken:
        slug = unique_slug(slug, taken, max_length=255)
        was = trashed.state.get(str(page.pk), {})
        kept = {page.latest_revision_id, was.get("revision"), *was.get("schedules", {})}
        for revision in revisions_of([page]).filter(pk__in=kept - {None}):
            write_content(revision, {"slug": slug})
    rename(page, slug)
    return slug


def give_back_state(page, was, by, restored):
    """Show a page again that was live, and schedule again what is still to come."""
    now, title = timezone.now(), page.get_admin_display_title()
    may_publish = by is None or page.permissions_for_user(by).can_publish()
    if not may_publish:
        restored.unpublished.append(title)
        return
    schedules = {
        int(number): datetime.fromisoformat(moment)
        for number, moment in was.get("schedules", {}).items()
    }
    coming = {number: moment for number, moment in schedules.items() if moment > now}
    for number, moment in coming.items():
        if revisions_of([page]).filter(pk=number).update(approved_go_live_at=moment):
            restored.scheduled += 1
    if len(coming) < len(schedules):
        restored.missed.append(title)
        forget_missed(page)
    if was.get("live"):
        if page.expire_at and page.expire_at <= now:
            restored.expired.append(title)
            return
        revision = revisions_of([page]).filter(pk=was.get("revision")).first()
        show_again(page, revision, was["draft"])
        restored.live += 1


def forget_missed(page):
    """Empty the time at which a page was to appear, where that has passed in the trash."""
    if page.go_live_at and page.go_live_at <= timezone.now():
        page.go_live_at = None
        Page.objects.filter(pk=page.pk).update(go_live_at=None)
    if page.latest_revision:
        clear_past(page.latest_revision, "go_live_at")
