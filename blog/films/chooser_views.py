"""The views of the film chooser: search the library, look a film up, or add it by hand."""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn
from wagtail.admin.views.generic import chooser

from blog.lib.trash import without_trash

from .actions import FilmExistsError, add_film, may_add_film
from .forms import FilmFilterForm, NewFilmForm
from .lookup.actions import FactRefusedError, FilmChangedError, add_film_from, fill_empty, may_fill
from .lookup.asking import ask_sources, get_record
from .lookup.duplicates import find_duplicate
from .lookup.forms import LookUpForm
from .sources import SourceError

LONGEST_ID = 18  # digits; what is longer fits into no column


class NewFilmMixin:
    """Permission to add is asked of the library: page rights elsewhere do not count."""

    def can_create(self):
        return may_add_film(self.request.user)


class FilmListMixin(NewFilmMixin):
    filter_form_class = FilmFilterForm
    ordering = ["sort_title", "year", "pk"]
    template_name = "films/admin/lookup/chooser.html"
    results_template_name = "films/admin/lookup/chooser_results.html"

    def get_object_list(self):
        # The state column would ask for every film’s schedule and review by itself.
        films = without_trash(super().get_object_list())
        films = films.prefetch_workflow_states().annotate_approved_schedule()
        return films.defer_streamfields()

    @property
    def columns(self):
        return [
            *super().columns,
            Column("directors", label=gettext_lazy("Directed by"), accessor="directed_by"),
            LiveStatusTagColumn(sort_key=None),
        ]

    def get_look_up_url(self, **query):
        url = reverse("film_chooser:look_up") + (f"?{urlencode(query)}" if query else "")
        return self.append_preserved_url_parameters(url)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        query = self.filter_form.search_query or ""
        return context | {
            "is_close": self.filter_form.is_close,
            "look_up_url": self.get_look_up_url(),
            "look_up_query_url": self.get_look_up_url(title=query.replace("\0", "")[:255]),
        }


class LookUpTabMixin:
    """What the middle tab of the chooser shows. Nothing is asked before somebody asks."""

    active_panel = found = question = None
    problem = ""

    def get_look_up_form(self):
        return LookUpForm(auto_id="look_up_%s")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "active_panel": self.active_panel,
            "look_up_form": self.get_look_up_form(),
            "found": self.found,
            "question": self.question,
            "problem": self.problem,
        }


class ChooseFilmView(FilmListMixin, LookUpTabMixin, chooser.ChooseView):
    pass


class ChooseFilmResultsView(FilmListMixin, chooser.ChooseResultsView):
    pass


class ChosenFilmView(chooser.ChosenView):
    def get_object(self, pk):
        try:
            return super().get_object(pk)
        except ValueError as error:
            raise Http404(f"{pk!r} is not the number of a film.") from error


class ChosenFilmsView(chooser.ChosenMultipleView):
    def get_objects(self, pks):
        numbers = [pk for pk in pks if pk.isascii() and pk.isdecimal() and len(pk) <= LONGEST_ID]
        return super().get_objects(numbers)


class CreateFilmView(NewFilmMixin, chooser.CreateView):
    def post(self, request):
        self.form = self.get_creation_form()
        film = self.add_or_ask() if self.form.is_valid() else None
        if film is None:
            return self.get_reshow_creation_form_response()
        return self.get_chosen_response(film)

    def add_or_ask(self):
        """Return the new film, the one that is there already, or None when that is unclear."""
        answer = self.request.POST.get("answer")
        try:
            return add_film(
                user=self.request.user,
                is_another=answer == NewFilmForm.ANOTHER,
                **self.form.cleaned_data,
            )
        except FilmExistsError as found:
            if answer == NewFilmForm.SAME:
                return found.film
            self.form.ask_about(found.film)
            return None


class LookUpFilmView(ChooseFilmView, chooser.ChosenResponseMixin):
    """Ask the sources, and make the film that an author chooses; the whole chooser is shown anew.

    Its forms and links are of the kinds that Wagtail's chooser sends by itself, so that it works
    by keyboard and needs no script of ours.
    """

    active_panel = "tab-look-up"
    USE, FILL, ANOTHER = "use", "fill", "another"

    def dispatch(self, request, *args, **kwargs):
        if not self.can_create():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_look_up_form(self):
        return self.look_up_form

    def get_creation_form_kwargs(self):
        # What was posted was not posted to the form in the third tab.
        title = self.look_up_form.data.get("title", "")[:255]
        return {"initial": {"title": title, "year": self.look_up_form.data.get("year")}}

    def get(self, request):
        self.look_up(request.GET)
        return super().get(request)

    def post(self, request):
        film = self.take_or_ask(request.POST) if "source" in request.POST else None
        if film is not None:
            return self.get_chosen_response(film)
        self.look_up(request.POST)
        return super().get(request)

    def look_up(self, given):
        """Fill the tab with what the sources answer, unless there is a question to answer first."""
        self.look_up_form = LookUpForm(given, auto_id="look_up_%s")
        if self.question is None and self.look_up_form.is_valid():
            self.found = ask_sources(**self.look_up_form.cleaned_data)

    def take_or_ask(self, given):
        """Return the film that was chosen; None when there is a problem or a question."""
        try:
            record = get_record(given.get("source"), given.get("id", ""))
            return self.take(record, given.get("answer"))
        except FilmExistsError as found:
            duplicate = find_duplicate(record)
            self.question = {
                "film": found.film,
                "record": record,
                "is_sure": bool(duplicate and duplicate.is_sure),
                "may_fill": may_fill(found.film, self.request.user),
            }
        except (SourceError, FactRefusedError) as error:
            self.problem = str(error)
        except FilmChangedError:
            self.problem = _("The film was deleted meanwhile.")
        return None

    def take(self, record, answer):
        """Return the film of a record: made, or the one that is there. Raises FilmExistsError."""
        user = self.request.user
        duplicate = find_duplicate(record) if answer in (self.USE, self.FILL) else None
        if duplicate is None:
            film, warnings = add_film_from(record, user=user, is_another=answer == self.ANOTHER)
        else:
            film = duplicate.film
            warnings = fill_empty(film, record, user=user) if answer == self.FILL else []
        for warning in warnings:
            messages.warning(self.request, warning)
        return film
