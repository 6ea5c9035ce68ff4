"""The list of everybody who comments: found by name or address, and by how they stand."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView

from ..models import Commenter, CommentSettings
from .admin_views import may_moderate
from .facts import with_facts
from .trust import trusted, why_not_trusted
from .words import SHORT

STANDINGS = [
    ("trusted", _("Known")),
    ("proved", _("Address proved")),
    ("unproved", _("Address not proved")),
    ("banned", _("Banned")),
    ("revoked", _("Trust taken back")),
    ("merged", _("Another address of somebody")),
]
CONDITIONS = {
    "proved": {"proved_at__isnull": False},
    "unproved": {"proved_at__isnull": True},
    "banned": {"banned_at__isnull": False},
    "revoked": {"trust_revoked_at__isnull": False},
    "merged": {"merged_into__isnull": False},
}


class CommenterFilterSet(WagtailFilterSet):
    standing = django_filters.ChoiceFilter(
        label=_("Standing"), choices=STANDINGS, method="filter_standing", empty_label=_("Any")
    )

    class Meta:
        model = Commenter
        fields = ["standing"]

    def filter_standing(self, queryset, name, value):
        if value == "trusted":
            return trusted(queryset, CommentSettings.for_request(self.request))
        return queryset.filter(**CONDITIONS[value])


class StandingColumn(Column):
    """How a reader stands, in a word or two."""

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return context | {"value": self._say(instance, parent_context["request"])}

    def get_value(self, instance):
        return None  # nothing can be said without the settings of the site

    def _say(self, instance, request):
        if instance.merged_into_id:
            return _("Another address of %(person)s") % {"person": instance.merged_into}
        return SHORT[why_not_trusted(instance, CommentSettings.for_request(request))]


class CommentersView(BaseListingView):
    """Every address that was ever typed, the latest first. For moderators alone."""

    model = Commenter
    page_title = _("Commenters")
    header_icon = "user"
    index_url_name = "comments_commenters"
    index_results_url_name = "comments_commenters_results"
    verbose_name_plural = _("commenters")
    is_searchable = True
    search_fields = ["name", "email"]
    search_backend_name = None
    filterset_class = CommenterFilterSet
    default_ordering = "-created_at"
    paginate_by = 25
    columns = [
        TitleColumn(
            "name",
            label=_("Name"),
            accessor=str,
            sort_key="name",
            width="22%",
            get_url=lambda person: reverse("comments_commenter", args=[person.pk]),
        ),
        Column("email", label=_("Address"), sort_key="email"),
        StandingColumn("standing", label=_("Standing")),
        Column("fact_published", label=_("Published"), sort_key="fact_published"),
        Column("fact_pending", label=_("Waiting"), sort_key="fact_pending"),
        Column("refused", label=_("Refused"), accessor=lambda p: p.fact_rejected + p.fact_spam),
        DateColumn("created_at", label=_("First seen"), sort_key="created_at"),
    ]

    def dispatch(self, request, *args, **kwargs):
        if not may_moderate(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        return with_facts(Commenter.objects.select_related("merged_into"))

    def order_queryset(self, queryset):
        return super().order_queryset(queryset).order_by(*self._get_order())

    def _get_order(self):
        # Pages of a list need an order without ties.
        return [self.ordering or self.default_ordering, "-pk"]
