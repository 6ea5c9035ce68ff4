"""The diary in the admin: its list, its editor, and what may be done with an entry."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.urls import path
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import policy_registry

from blog.accounts.actions import ensure_author
from blog.accounts.models import Author
from blog.lib.stars import half_star_choices, stars_numeral

from ..models import FilmPage, Viewing
from . import views
from .buttons import find_buttons
from .forms import ViewingForm
from .widgets import FilmInput


def get_visible(request, action="change"):
    """Return the entries that this person keeps, with what a list prints of them."""
    policy = policy_registry.get_by_type(Viewing)
    visible = policy.instances_user_has_permission_for(request.user, action)
    return visible.select_related("film", "author").defer(
        "private_note", "film__guide", "film__facts"
    )


def visible_authors(request):
    return Author.objects.filter(pk__in=get_visible(request).order_by().values("author"))


def visible_films(request):
    return FilmPage.objects.filter(
        pk__in=get_visible(request).order_by().values("film")
    ).defer_streamfields()


class ViewingFilterSet(WagtailFilterSet):
    watched_on = django_filters.DateFromToRangeFilter(
        label=_("Watched"), widget=DateRangePickerWidget
    )
    film = django_filters.ModelChoiceFilter(label=_("Film"), queryset=visible_films)
    author = django_filters.ModelChoiceFilter(label=_("Whose"), queryset=visible_authors)
    half_stars = django_filters.ChoiceFilter(
        label=_("Rating"), choices=half_star_choices, null_label=_("No stars")
    )
    is_private = django_filters.BooleanFilter(label=_("Private"))

    class Meta:
        model = Viewing
        fields = ["watched_on", "film", "author", "half_stars", "is_private"]


class StarsColumn(Column):
    """The rating as it is printed, "–" without one."""

    def get_value(self, instance):
        return stars_numeral(instance.half_stars) if instance.half_stars else "–"


class DayColumn(Column):
    """The day as it is written, as every entry of a diary has it."""

    def get_value(self, instance):
        day = instance.watched_on
        return date_format(day, gettext("j F Y")) if day else gettext("Some day")


class PrivacyColumn(Column):
    """A word where an entry is private, nothing where it is not."""

    def get_value(self, instance):
        return gettext("Private") if instance.is_private else ""


class OwnEntryMixin:
    """Lets nobody at somebody else's entry, by whatever address."""

    def get_object(self, *args, **kwargs):
        viewing = super().get_object(*args, **kwargs)
        if not self.user_has_permission_for_instance(self.permission_required, viewing):
            raise PermissionDenied
        return viewing


class ViewingIndexView(generic.IndexView):
    def get_base_queryset(self):
        return get_visible(self.request)

    def order_queryset(self, queryset):
        # Databases disagree on where rows without a day belong.
        return super().order_queryset(queryset) if self.is_explicitly_ordered else queryset

    def search_queryset(self, queryset):
        if not self.is_searching:
            return queryset
        films = FilmPage.objects.matching(self.search_query).order_by().values("pk")
        words = Q(film__in=films)
        for field in self.search_fields:
            words |= Q(**{f"{field}__icontains": self.search_query.replace("\0", "")})
        return queryset.filter(words)

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        return [*buttons, *find_buttons(instance, self.request.user)]


class AddViewingView(generic.CreateView):
    def get_initial_form_instance(self):
        return Viewing(author=Author.objects.for_user(self.request.user).first())

    def save_instance(self):
        if self.form.instance.author is None:
            self.form.instance.author = ensure_author(self.request.user)
        return super().save_instance()


class EditViewingView(OwnEntryMixin, generic.EditView):
    @property
    def header_more_buttons(self):
        return [*super().header_more_buttons, *find_buttons(self.object, self.request.user)]


class DeleteViewingView(OwnEntryMixin, generic.DeleteView):
    pass


class ViewingHistoryView(OwnEntryMixin, generic.history.HistoryView):
    permission_required = "change"


class ViewingUsageView(OwnEntryMixin, generic.usage.UsageView):
    permission_required = "change"


class ViewingViewSet(ModelViewSet):
    model = Viewing
    name = "viewing"
    url_prefix = "diary"
    icon = "date"
    menu_label = _("Diary")
    menu_name = "diary"
    menu_order = 207
    add_to_admin_menu = True
    index_view_class = ViewingIndexView
    add_view_class = AddViewingView
    edit_view_class = EditViewingView
    delete_view_class = DeleteViewingView
    history_view_class = ViewingHistoryView
    usage_view_class = ViewingUsageView
    copy_view_enabled = False
    # Wagtail turns away who deletes what the index says is protected, before any hook can say why.
    add_to_reference_index = False
    filterset_class = ViewingFilterSet
    # Never the private note: what is searched for shows in what is found.
    search_fields = ["public_note", "companions", "place"]
    ordering = ["-watched_on", "-created_at", "-pk"]
    list_per_page = 50
    list_display = [
        "film",
        DayColumn("watched_on", label=_("Watched"), sort_key="watched_on", width="14%"),
        StarsColumn("half_stars", label=_("Rating"), sort_key="half_stars", width="10%"),
        PrivacyColumn("is_private", label=_("Who sees it"), sort_key="is_private", width="12%"),
        Column("author", label=_("Whose"), width="16%"),
    ]
    list_export = [
        "film",
        "watched_on",
        "half_stars",
        "is_rewatch",
        "is_loved",
        "companions",
        "place",
        "format",
        "public_note",
        "is_private",
        "author",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("film", widget=FilmInput()),
            FieldRowPanel([FieldPanel("watched_on"), FieldPanel("is_rewatch")]),
            FieldRowPanel([FieldPanel("half_stars"), FieldPanel("is_loved")]),
            FieldRowPanel([FieldPanel("companions"), FieldPanel("place"), FieldPanel("format")]),
            FieldPanel("public_note"),
            FieldPanel(
                "private_note",
                help_text=_("Only you and the owner of the journal can read it, and only here."),
            ),
            MultiFieldPanel(
                [FieldPanel("is_private"), FieldPanel("author")], heading=_("Who sees it")
            ),
        ],
        base_form_class=ViewingForm,
    )

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("watched/", views.watched, name="watched")]
