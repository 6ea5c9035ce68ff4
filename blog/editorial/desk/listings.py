"""The lists behind the counts of “Loose ends”."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView

from .loose_ends import OLD_DRAFT_DAYS, STALE_WATCH_DAYS, get_old_drafts, get_stale_films
from .rights import works_on_pages
from .stale_watch import checked_days


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


class TouchedColumn(Column):
    """When a draft was last worked on."""

    def get_value(self, page):
        age = timesince(page.latest_revision_created_at, depth=1)
        return _("%(age)s ago") % {"age": age}


class CheckedColumn(Column):
    """When somebody last looked where a film can be watched; the oldest day of several."""

    def get_value(self, film):
        day = parse_date(min(checked_days(film), default=""))
        return date_format(day, _("j F Y")) if day else _("never")


class WritersView(BaseListingView):
    """A list for whoever works on pages."""

    paginate_by = 50
    index_url_name = ""

    def dispatch(self, request, *args, **kwargs):
        if not works_on_pages(request.user):
            raise PermissionDenied(f"User {request.user.pk} works on no pages.")
        return super().dispatch(request, *args, **kwargs)


class OldDraftsView(WritersView):
    page_title = format_lazy(gettext_lazy("Drafts untouched for {days} days"), days=OLD_DRAFT_DAYS)
    header_icon = "edit"
    index_url_name = "editorial_old_drafts"
    no_results_message = gettext_lazy("No draft was left for so long.")
    columns = [
        TitleColumn("draft_title", label=gettext_lazy("Title"), get_url=edit_url),
        Column("byline", label=gettext_lazy("Whose")),
        TouchedColumn("touched", label=gettext_lazy("Last touched")),
    ]

    def get_base_queryset(self):
        drafts = get_old_drafts(self.request.user)
        return drafts.select_related("author", "owner").defer_streamfields()


class StaleWatchView(WritersView):
    page_title = format_lazy(
        gettext_lazy("“Where to watch”, not checked for {days} days"), days=STALE_WATCH_DAYS
    )
    header_icon = "media"
    index_url_name = "editorial_stale_watch"
    no_results_message = gettext_lazy("Every list of places was checked lately.")
    columns = [
        TitleColumn("film", accessor=str, label=gettext_lazy("Film"), get_url=edit_url),
        CheckedColumn("checked", label=gettext_lazy("Last checked")),
    ]

    def get_base_queryset(self):
        return get_stale_films(self.request.user).defer("guide", "content_notes")
