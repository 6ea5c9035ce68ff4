"""The film editor's form."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.tags import TagField
from wagtail.admin.widgets import AdminTagWidget

from blog.lib.durations import format_minutes, parse_minutes
from blog.scheduling.page_form import ScheduledPageForm

from .external_ids import IMDB, LETTERBOXD, TMDB, WIKIDATA
from .models.terms import Country, Language
from .slugs import film_slug


class MinutesField(forms.CharField):
    """A length typed as "90", "1h30" or "1 h 30 min": whole minutes, or None."""

    def prepare_value(self, value):
        return format_minutes(value) if isinstance(value, int) else value

    def to_python(self, value):
        value = super().to_python(value)
        if not value:
            return None
        try:
            return parse_minutes(value)
        except ValueError as error:
            message = _("“%(text)s” is not a length. Write “90”, “1h30” or “1 h 30 min”.")
            raise forms.ValidationError(message % {"text": value}) from error

    def has_changed(self, initial, data):
        try:
            return self.to_python(data) != initial
        except forms.ValidationError:
            return True


class ExternalIdField(forms.CharField):
    """A number at another place; the address of its page will do."""

    def __init__(self, place, empty="", **kwargs):
        self.place, self.empty = place, empty
        super().__init__(required=False, **kwargs)

    def to_python(self, value):
        value = super().to_python(value)
        if not value:
            return self.empty
        number = self.place.find(value)
        if number is None:
            raise forms.ValidationError(self.place.message)
        return number if self.empty == "" else int(number)


class TermWidget(AdminTagWidget):
    """A field of tags that are chosen from a list."""

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["help_text"] = _("Begin to type, and choose.")
        return context


class TermField(TagField):
    """Names of a closed list. Wagtail's own drops what is not in the list without a word."""

    widget = TermWidget

    def __init__(self, model, **kwargs):
        super().__init__(required=False, tag_model=model, free_tagging=False, **kwargs)

    def clean(self, value):
        typed = super(TagField, self).clean(value)
        known = {
            name.casefold(): name for name in self.tag_model.objects.values_list("name", flat=True)
        }
        if unknown := [name for name in typed if name.casefold() not in known]:
            message = _("Not in the list: %(names)s. Begin to type a name, and choose it.")
            raise forms.ValidationError(message % {"names": ", ".join(unknown)})
        return [known[name.casefold()] for name in typed]


class FilmPageForm(ScheduledPageForm):
    runtime_minutes = MinutesField(
        label=_("Length"), required=False, help_text=_("As “90”, “1h30” or “1 h 30 min”.")
    )
    countries = TermField(Country, label=_("Countries"))
    languages = TermField(Language, label=_("Languages"))
    imdb_id = ExternalIdField(IMDB, label=IMDB.label)
    tmdb_id = ExternalIdField(TMDB, empty=None, label=TMDB.label)
    letterboxd_slug = ExternalIdField(LETTERBOXD, label=LETTERBOXD.label)
    wikidata_id = ExternalIdField(WIKIDATA, label=WIKIDATA.label)

    def settle_slug(self):
        """Give a film whose address is taken, and that nobody has seen yet, its year."""
        slug = self.cleaned_data.get("slug")
        is_unseen = self.parent_page and not self.instance.first_published_at
        if not slug or not is_unseen or self.instance.may_take_slug(slug, self.parent_page):
            super().settle_slug()
        elif year := self.cleaned_data.get("year"):
            self.cleaned_data["slug"] = film_slug(slug, year, self.is_slug_refused)
        else:
            self.add_error("slug", _("That address is taken. Fill in the year, or change it."))

    def is_slug_refused(self, slug):
        return not self.instance.may_take_slug(slug, self.parent_page)
