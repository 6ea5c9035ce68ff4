"""Which rows of the trash somebody may see, and for how long each stays."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision
from wagtail.permission_policies.pages import PagePermissionPolicy

from blog.films.models import Viewing
from blog.lib.trash import IN_PATH, is_in_trash

from ..models import TrashedPage

KEPT_FOR = timedelta(days=30)
# Wagtail's own: ours leaves out what lies in the trash.
_EVERY_PAGE = PagePermissionPolicy(Page)


def kept_until(trashed):
    """Return when a TrashedPage is deleted for good."""
    return trashed.trashed_at + KEPT_FOR


def until_in_words(trashed):
    """Return the last day on which a page can come back, as "23 Dec"."""
    return day_in_words(kept_until(trashed))


def day_in_words(moment):
    """Return the day of a moment: "23 Dec", with the year if it is another one."""
    day = timezone.localtime(moment)
    is_this_year = day.year == timezone.localtime().year
    return date_format(day, _("j M") if is_this_year else _("j M Y"))


def trashed_paths():
    """Return the tree paths of the pages in the trash, without those below them."""
    return list(TrashedPage.objects.values_list("page__path", flat=True))


def rows_for(user):
    """Return the TrashedPages that somebody may bring back: those whose pages they may change."""
    pages = _EVERY_PAGE.instances_user_has_any_permission_for(user, {"change"})
    rows = TrashedPage.objects.filter(page__in=pages.order_by().values("pk"))
    return rows.select_related("page", "page__content_type", "trashed_by")


def leave_out_trash(pages):
    """Return a PageQuerySet without what lies in the trash, which a search may still narrow.

    By number: a search knows no addresses.
    """
    trashed = Page.objects.filter(url_path__contains=IN_PATH).order_by()
    return pages.exclude(pk__in=trashed.values_list("pk", flat=True))


def find_row_above(page):
    """Return the TrashedPage of `page` or of the nearest page above it that has one, or None."""
    if not is_in_trash(page):
        return None
    steps = range(page.steplen, len(page.path) + 1, page.steplen)
    above = Q(page__path__in=[page.path[:length] for length in steps])
    return TrashedPage.objects.filter(above).select_related("page").order_by("-page__path").first()


def is_below_trash(trashed):
    """Return whether a page above that of `trashed` lies in the trash too."""
    page = trashed.page
    return IN_PATH in page.url_path[: -len(page.slug) - 1]


def paths_with_viewings(rows):
    """Return the paths of those TrashedPages that the diary holds on to, in one query."""
    paths = [row.page.path for row in rows]
    if not paths:
        return set()
    below = Q()
    for path in paths:
        below |= Q(film__path__startswith=path)
    films = Viewing.objects.filter(below).values_list("film__path", flat=True).distinct()
    return {path for path in paths for film in films if film.startswith(path)}


def revisions_of(pages):
    """Return the Revisions of some pages."""
    page_type = ContentType.objects.get_for_model(Page)
    numbers = [str(page.pk) for page in pages]
    return Revision.objects.filter(base_content_type=page_type, object_id__in=numbers)
