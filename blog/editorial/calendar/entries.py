"""What the calendar shows of a stretch of time, in a fixed number of queries."""

from datetime import datetime, time

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.db.models.fields.json import KeyTextTransform
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.models import Page, Revision

from blog.films.models import DiaryIndexPage, FilmIndexPage, FilmPage
from blog.lib.trash import without_trash
from blog.posts.models import PostIndexPage, PostPage
from blog.quotes.models import QuoteIndexPage

from ..ideas.permissions import get_visible
from .entry import CalendarEntry, EntryKind
from .rights import PageRights

MODELS = {"essays": PostPage, "films": FilmPage}
SHELVES = (PostIndexPage, FilmIndexPage, DiaryIndexPage, QuoteIndexPage)
# The front page and the root are nobody's publication.
HIGHEST_DEPTH = 3
ROW = ("pk", "path", "owner_id", "title", "draft_title", "live", "content_type_id")


def get_entries(start, end, user, *, whose="all", what=""):
    """Return the CalendarEntries from `start` to before `end`, in order of time.

    start, end: aware datetimes. whose: "all" or "mine". what: "essays", "films" or "" for all.
    Of unpublished pages only those that `user` may edit, of published ones those that the
    explorer lists.
    """
    finding = Finding(start, end, user, whose, what)
    entries = [
        *finding.scheduled(),
        *finding.planned(),
        *finding.planned_updates(),
        *finding.published(),
        *finding.expiring(),
        *finding.ideas(),
    ]
    return sorted(entries, key=lambda entry: (entry.at, entry.title, entry.key))


class Finding:
    """One question to the calendar; the methods return its entries, one kind each."""

    def __init__(self, start, end, user, whose="all", what=""):
        self.span, self.user, self.what = (start, end), user, what
        self.rights = PageRights(user)
        self.own_posts = PostPage.objects.filter(author__user=user).order_by().values("pk")
        self.is_mine = Q(owner=user) | Q(pk__in=self.own_posts)
        self.whose = whose
        pages = without_trash(Page.objects.filter(depth__gte=HIGHEST_DEPTH))
        if what in MODELS:
            pages = pages.filter(content_type=ContentType.objects.get_for_model(MODELS[what]))
        if whose == "mine":
            pages = pages.filter(self.is_mine)
        self.pages = pages.order_by()
        self.editable = self.pages.filter(self.rights.editable())
        self.times = {  # of {page id: when its approved version goes live}
            int(object_id): at
            for object_id, at in Revision.page_revisions.filter(
                approved_go_live_at__isnull=False
            ).values_list("object_id", "approved_go_live_at")
        }

    def within(self, name):
        start, end = self.span
        return Q(**{f"{name}__gte": start, f"{name}__lt": end})

    def scheduled(self):
        start, end = self.span
        due = [pk for pk, at in self.times.items() if start <= at < end]
        rows = self.editable.filter(pk__in=due).values(*ROW)
        return [self.entry(EntryKind.SCHEDULED, self.times[row["pk"]], row) for row in rows]

    def planned(self):
        """Return what has a wish and was never seen by readers, or was taken down."""
        drafts = self.editable.filter(self.within("go_live_at"), live=False)
        rows = drafts.exclude(pk__in=self.times).values("go_live_at", *ROW)
        return [self.entry(EntryKind.PLANNED, row["go_live_at"], row) for row in rows]

    def planned_updates(self):
        """Return wishes for an update: of a live page they stand in its newest draft alone."""
        updates = self.editable.filter(live=True, has_unpublished_changes=True)
        wish = KeyTextTransform("go_live_at", "latest_revision__content")
        updates = updates.exclude(pk__in=self.times).annotate(wish=wish)
        start, end = self.span
        # SQLite gives JSON's null as a word, which is no date.
        return [
            self.entry(EntryKind.PLANNED, at, row)
            for row in updates.filter(wish__isnull=False).values("wish", *ROW)
            if (at := parse_datetime(row["wish"])) and start <= at < end
        ]

    def published(self):
        pages = self.pages.filter(self.rights.explorable(), self.within("first_published_at"))
        works = pages.filter(live=True).exclude(content_type__in=get_types_of_shelves())
        rows = works.values("first_published_at", *ROW)
        return [self.entry(EntryKind.PUBLISHED, row["first_published_at"], row) for row in rows]

    def expiring(self):
        pages = self.editable.filter(self.within("expire_at"))
        rows = pages.filter(Q(live=True) | Q(pk__in=self.times)).values("expire_at", *ROW)
        return [self.entry(EntryKind.EXPIRING, row["expire_at"], row) for row in rows]

    def ideas(self):
        if self.what == "films":
            return []
        first, after_last = (timezone.localtime(moment).date() for moment in self.span)
        ideas = get_visible(self.user).waiting().filter(planned_on__range=(first, after_last))
        if self.whose == "mine":
            ideas = ideas.filter(created_by=self.user)
        entries = [
            CalendarEntry(
                kind=EntryKind.IDEA,
                at=midnight(planned_on),
                title=line,
                idea_id=pk,
                is_own=created_by == self.user.pk,
                may_edit=True,
                may_move=True,
            )
            for pk, line, planned_on, created_by in ideas.order_by().values_list(
                "pk", "line", "planned_on", "created_by"
            )
        ]
        return [entry for entry in entries if self.span[0] <= entry.at < self.span[1]]

    def entry(self, kind, at, row):
        path = row["path"]
        may_edit = self.rights.may_edit(path, row["owner_id"])
        is_wish = kind == EntryKind.PLANNED
        may_move = kind != EntryKind.PUBLISHED and (is_wish or self.rights.may("publish", path))
        is_unseen = kind != EntryKind.PUBLISHED
        return CalendarEntry(
            kind=kind,
            at=at,
            title=row["draft_title"] if is_unseen else row["title"],
            page_id=row["pk"],
            type_label=get_type_label(row["content_type_id"]),
            is_live=row["live"],
            is_own=row["owner_id"] == self.user.pk,
            may_edit=may_edit,
            may_move=may_edit and may_move,
        )


def get_types_of_shelves():
    """Return the content types of pages that only list others: nobody published those one day."""
    return [found.pk for found in ContentType.objects.get_for_models(*SHELVES).values()]


def get_type_label(content_type_id):
    """Return "film" and the like, "" for an essay; content types are remembered by Django."""
    content_type = ContentType.objects.get_for_id(content_type_id)
    return "" if content_type.model_class() is PostPage else content_type.name


def midnight(day):
    """Return when a date begins in the active zone."""
    return datetime.combine(day, time(), timezone.get_current_timezone())
