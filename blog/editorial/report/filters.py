"""What of the report is shown. Its lines come from many tables, so they are filtered as a list."""

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import Revision

from .row import Kind, State


class ScheduledFilterSet(WagtailFilterSet):
    kind = django_filters.MultipleChoiceFilter(
        label=_("Kind"), choices=Kind.choices, widget=forms.CheckboxSelectMultiple
    )
    state = django_filters.MultipleChoiceFilter(
        label=_("State"), choices=State.choices, widget=forms.CheckboxSelectMultiple
    )
    mine = django_filters.BooleanFilter(label=_("Mine"))

    class Meta:
        model = Revision
        fields = []

    def filter_queryset(self, rows):
        """Return those of `rows`, a list of Row, that are asked for."""
        asked = self.form.cleaned_data
        kinds, states, mine = asked["kind"], asked["state"], asked["mine"]
        return [
            row
            for row in rows
            if (not kinds or row.kind in kinds)
            and (not states or row.state in states)
            and (mine is None or row.is_mine == mine)
        ]
