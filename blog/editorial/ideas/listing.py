"""The list of ideas: what waits comes first, and a line over it takes the next one."""

from http import HTTPStatus

import django_filters
from django.db.models import Case, IntegerField, Q, Value, When
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic

from blog.accounts.models import User
from blog.films.models import FilmPage
from blog.lib.folding import folded_words
from blog.lib.http import see_other

from ..models import PostIdea
from ..querysets import HAS_NO_DRAFT
from .actions import note_idea
from .columns import AboutColumn, PlannedColumn, StateColumn
from .forms import QuickIdeaForm
from .permissions import get_visible

WAITING, USED = "waiting", "used"


def list_visible(request):
    """Return the ideas that this person keeps, with what a list prints of them in one query."""
    ideas = get_visible(request.user)
    ideas = ideas.select_related("film", "quote__person", "viewing__film", "post", "created_by")
    return ideas.defer(*HEAVY)


HEAVY = [
    *(f"{film}__{name}" for film in ("film", "viewing__film") for name in ("guide", "facts")),
    *("post__body", "viewing__private_note"),
]


def keepers(request):
    return User.objects.filter(pk__in=get_visible(request.user).order_by().values("created_by"))


def films(request):
    ideas = get_visible(request.user).order_by()
    return FilmPage.objects.filter(pk__in=ideas.values("film")).defer_streamfields()


class IdeaFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"),
        choices=[(WAITING, gettext_lazy("Waiting")), (USED, gettext_lazy("Used"))],
        method="filter_state",
    )
    is_planned = django_filters.BooleanFilter(
        label=gettext_lazy("Planned"), field_name="planned_on", lookup_expr="isnull", exclude=True
    )
    planned_on = django_filters.DateFromToRangeFilter(
        label=gettext_lazy("Planned for"), widget=DateRangePickerWidget
    )
    film = django_filters.ModelChoiceFilter(label=gettext_lazy("Film"), queryset=films)
    created_by = django_filters.ModelChoiceFilter(label=gettext_lazy("Noted by"), queryset=keepers)

    class Meta:
        model = PostIdea
        fields = ["state", "is_planned", "planned_on", "film", "created_by"]

    def filter_state(self, ideas, name, value):
        waiting = PostIdea.objects.waiting().order_by().values("pk")
        return ideas.filter(pk__in=waiting) if value == WAITING else ideas.exclude(pk__in=waiting)


class IdeaIndexView(generic.IndexView):
    """The list. A line posted to it becomes an idea."""

    def get_base_queryset(self):
        return list_visible(self.request)

    def order_queryset(self, queryset):
        if self.is_explicitly_ordered and self.ordering:
            return super().order_queryset(queryset)
        waits = Case(
            When(HAS_NO_DRAFT, then=Value(0)),
            default=Value(1),
            output_field=IntegerField(),
        )
        return queryset.order_by(waits, "-created_at", "-pk")

    def search_queryset(self, queryset):
        if not self.is_searching:
            return queryset
        query = self.search_query.replace("\0", "")
        found = Q(line__icontains=query) | Q(note__icontains=query)
        if words := folded_words(query):
            found |= Q(film__in=FilmPage.objects.matching(query).order_by().values("pk"))
            quoted = Q()
            for word in words:
                quoted &= Q(quote__search_words__contains=word)
            found |= quoted
        return queryset.filter(found)

    def post(self, request, *args, **kwargs):
        self.quick_form = QuickIdeaForm(request.POST)
        if self.quick_form.is_valid():
            idea = note_idea(self.quick_form.cleaned_data["line"], request.user)
            messages.success(
                request,
                _("Noted: “%(line)s”.") % {"line": idea.line},
                buttons=[messages.button(self.get_edit_url(idea), _("Say more"))],
            )
            return see_other(self.index_url)
        response = self.get(request, *args, **kwargs)
        response.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return response

    @cached_property
    def quick_form(self):
        return QuickIdeaForm()

    @cached_property
    def columns(self):
        """Return the columns; whose an idea is stands there where others' are in the list too."""
        columns = super().columns
        if self.user_has_permission("change") and self.sees_others:
            columns = [*columns, Column("created_by", label=gettext_lazy("Noted by"), width="12%")]
        return columns

    @cached_property
    def sees_others(self):
        return self.request.user.has_perm("editorial.change_postidea")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"quick_form": self.quick_form}


COLUMNS = [
    "line",
    AboutColumn("about", label=gettext_lazy("About"), width="24%"),
    PlannedColumn(
        "planned_on", label=gettext_lazy("Planned for"), sort_key="planned_on", width="12%"
    ),
    StateColumn("state", label=gettext_lazy("Essay"), width="20%"),
]
