"""Which comments the queue shows: what waits, unless something else is asked for."""

from itertools import groupby

import django_filters
from django import forms
from django.db.models import CharField, Exists, F, OuterRef, Q
from django.db.models.functions import Cast, Coalesce
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django_filters.fields import ModelChoiceField, ModelChoiceIterator
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from ..models import Comment, Report
from ..reasons import WORDS

WAITING, EVERYTHING = "waiting", "all"
STATES = [(WAITING, _("To decide")), *Comment.Status.choices, (EVERYTHING, _("Everything"))]
# What looks for something: with one of them, and no state, everything is looked through.
SEARCHES = ("page", "person", "reason", "reported", "created_at_from", "created_at_to", "q")


def get_visible(user):
    """Return the comments that this account may see."""
    policy = policy_registry.get_by_type(Comment)
    return policy.instances_user_has_permission_for(user, "view")


def get_shown_state(request):
    """Return which state the queue shows: what was chosen, else what waits, or everything.

    Who decides on nothing has nothing that waits for them.
    """
    chosen = request.GET.get("status")
    if chosen in dict(STATES):
        return chosen
    policy = policy_registry.get_by_type(Comment)
    decides = policy.user_has_permission(request.user, "moderate")
    searches = any(request.GET.get(name, "").strip() for name in SEARCHES)
    return WAITING if decides and not searches else EVERYTHING


def sort_as_queue(comments, state, ordering=""):
    """Return comments in the order of reading: what waits oldest first and reported ones on top.

    Anything else newest first. ordering: "created_at" or "-created_at", when somebody chose.
    """
    if ordering:
        return comments.order_by(ordering, ordering.replace("created_at", "pk"))
    if state != WAITING:
        return comments.order_by("-created_at", "-pk")
    since = Coalesce("waiting_edit__created_at", "created_at")
    return comments.order_by(F("reported_at").asc(nulls_last=True), since, "pk")


class PagesByKind(ModelChoiceIterator):
    """The choices of pages, those of one kind under its name."""

    def __iter__(self):
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        pages = sorted(self.queryset, key=lambda page: (self.kind(page), page.title.casefold()))
        for kind, some in groupby(pages, key=self.kind):
            yield (kind, [self.choice(page) for page in some])

    def kind(self, page):
        model = page.cached_content_type.model_class()
        return capfirst(model._meta.verbose_name_plural) if model else ""


class PageField(ModelChoiceField):
    iterator = PagesByKind


class PageFilter(django_filters.ModelChoiceFilter):
    field_class = PageField


def pages_with_comments(request):
    """Return the pages of the comments that this person may see."""
    return Page.objects.filter(pk__in=get_visible(request.user).order_by().values("page"))


class CommentFilterSet(WagtailFilterSet):
    status = django_filters.ChoiceFilter(
        label=_("State"),
        choices=STATES,
        method="filter_nothing",  # see filter_queryset(): no choice is one too
        empty_label=None,
        widget=forms.RadioSelect,
    )
    page = PageFilter(label=_("Essay or film"), queryset=pages_with_comments)
    person = django_filters.CharFilter(
        label=_("Person"), method="filter_person", help_text=_("A name or an e-mail address.")
    )
    reason = django_filters.ChoiceFilter(
        label=_("Why it waits"),
        choices=list(WORDS.items()),
        method="filter_reason",
        empty_label=None,
        widget=forms.RadioSelect,
    )
    reported = django_filters.ChoiceFilter(
        label=_("Reported"),
        choices=[("open", _("Nobody looked at it yet")), ("ever", _("At any time"))],
        method="filter_reported",
        empty_label=None,
        widget=forms.RadioSelect,
    )
    created_at = django_filters.DateFromToRangeFilter(
        label=_("Written"), widget=DateRangePickerWidget
    )

    class Meta:
        model = Comment
        fields = ["status", "page", "person", "reason", "reported", "created_at"]

    def filter_queryset(self, queryset):
        queryset = super().filter_queryset(queryset)
        state = get_shown_state(self.request)
        if state == WAITING:
            return queryset.undecided()
        return queryset if state == EVERYTHING else queryset.filter(status=state)

    def filter_nothing(self, queryset, name, value):
        return queryset

    def filter_person(self, queryset, name, value):
        """Return what one row of commenters wrote, for a number; else whom the words fit."""
        if value.isascii() and value.isdigit() and len(value) < 19:
            return queryset.filter(commenter_id=int(value))
        return queryset.filter(Q(name__icontains=value) | Q(email__icontains=value))

    def filter_reason(self, queryset, name, value):
        # As text: SQLite looks into JSON for equality alone. Quotes within a detail are escaped.
        written = f'"code": "{value}"'
        queryset = queryset.annotate(
            why=Cast("reasons", CharField()), why_edit=Cast("waiting_edit__reasons", CharField())
        )
        return queryset.filter(Q(why__contains=written) | Q(why_edit__contains=written))

    def filter_reported(self, queryset, name, value):
        if value == "open":
            return queryset.filter(reported_at__isnull=False)
        return queryset.filter(Exists(Report.objects.filter(comment=OuterRef("pk"))))


def find_comments(request):
    """Return the comments that the queue shows for an address, unsorted; none for a wrong one."""
    filters = CommentFilterSet(request.GET, request=request)
    if not filters.is_valid():
        return Comment.objects.none()
    return search_comments(
        filters.filter_queryset(get_visible(request.user)), request.GET.get("q", "")
    )


def search_comments(comments, words):
    """Return those that hold some words in their own, or in their writer's name or address."""
    words = words.replace("\0", "").strip()
    if not words:
        return comments
    return comments.filter(
        Q(body__icontains=words) | Q(name__icontains=words) | Q(email__icontains=words)
    )
