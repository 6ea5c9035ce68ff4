"""The lines of pages: publications, updates and ends that are to come."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.urls import reverse
from wagtail.models import Page, Revision, get_page_models

from blog.posts.models import PostPage
from blog.scheduling.models import ListingMixin

from ..desk.rights import changeable
from ..models import ScheduleAttempt
from .people import get_page_schedulers
from .row import Kind, Row
from .states import choose_state, find_attempt


def get_page_rows(user, attempts):
    """Return the Rows of pages that `user` may change; the number of queries is fixed."""
    revisions = list(
        Revision.page_revisions.filter(approved_go_live_at__isnull=False)
        .only("pk", "object_id", "approved_go_live_at", "created_at", "user")
        .order_by("approved_go_live_at", "pk")
    )
    ids = {int(revision.object_id) for revision in revisions}
    pages = changeable(Page.objects.filter(Q(pk__in=ids) | ENDING), user)
    pages = {page.pk: page for page in pages.select_related("live_revision__user").defer(*HEAVY)}
    revisions = [row for row in revisions if int(row.object_id) in pages]
    facts = Facts(user, attempts, revisions, pages)
    rows = [facts.describe_publication(revision) for revision in revisions]
    rows += [facts.describe_end(page) for page in pages.values() if page.live and page.expire_at]
    return rows


ENDING = Q(live=True, expire_at__isnull=False)
HEAVY = ["live_revision__content"]


class Facts:
    """What the lines need beside the pages themselves, each asked for once."""

    def __init__(self, user, attempts, revisions, pages):
        self.user, self.attempts, self.pages = user, attempts, pages
        self.content_type = ContentType.objects.get_for_model(Page)
        self.schedulers = get_page_schedulers([revision.pk for revision in revisions])
        self.ends = get_ends(pages)
        self.signed = set(
            PostPage.objects.filter(pk__in=pages, author__user=user).values_list("pk", flat=True)
        )

    def describe_publication(self, revision):
        page = self.pages[int(revision.object_id)]
        by = self.schedulers.get(revision.pk)
        return self._describe(
            page,
            Kind.UPDATE if page.live else Kind.PUBLICATION,
            revision.approved_go_live_at,
            ScheduleAttempt.Kind.PUBLISH,
            by=by,
            version_at=revision.created_at,
            has_newer_draft=page.latest_revision_id != revision.pk,
        )

    def describe_end(self, page):
        by = page.live_revision.user if page.live_revision else None
        return self._describe(
            page,
            Kind.EXPIRY,
            page.expire_at,
            ScheduleAttempt.Kind.EXPIRE,
            by=by,
            ends_as=ListingMixin.End(self.ends.get(page.pk, ListingMixin.End.UNPUBLISHED)).label,
        )

    def _describe(self, page, kind, at, attempt_kind, **fields):
        attempt = find_attempt(self.attempts, attempt_kind, self.content_type, page.pk, at)
        rights = page.permissions_for_user(self.user)
        return Row(
            kind=kind,
            title=page.get_admin_display_title(),
            type_label=str(page.page_type_display_name),
            at=at,
            state=choose_state(attempt, at),
            attempt=attempt,
            is_mine=self._is_mine(page, fields["by"]),
            may_decide=rights.can_publish(),
            page_id=page.pk,
            edit_url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
            **fields,
        )

    def _is_mine(self, page, by):
        return page.pk in self.signed or self.user.pk in (page.owner_id, by and by.pk)


def get_ends(pages):
    """Return {page id: value of ListingMixin.End} of pages that say how they end."""
    ends = {}
    for model in get_page_models():
        if issubclass(model, ListingMixin):
            ends |= dict(model.objects.filter(pk__in=pages).values_list("pk", "expires_to"))
    return ends
