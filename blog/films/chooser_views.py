"""The views of the film chooser: search the library, or add a film to it."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn
from wagtail.admin.views.generic import chooser

from .actions import FilmExistsError, add_film, may_add_film
from .forms import FilmFilterForm, NewFilmForm


class NewFilmMixin:
    """Permission to add is asked of the library: page rights elsewhere do not count."""

    def can_create(self):
        return may_add_film(self.request.user)


class FilmListMixin(NewFilmMixin):
    filter_form_class = FilmFilterForm
    ordering = ["sort_title", "year", "pk"]

    def get_object_list(self):
        # The state column would ask for every film's schedule by itself.
        return super().get_object_list().defer_streamfields().annotate_approved_schedule()

    @property
    def columns(self):
        return [
            *super().columns,
            Column("directors", label=_("Directed by"), accessor="directed_by"),
            LiveStatusTagColumn(sort_key=None),
        ]


class ChooseFilmView(FilmListMixin, chooser.ChooseView):
    pass


class ChooseFilmResultsView(FilmListMixin, chooser.ChooseResultsView):
    pass


class ChosenFilmView(chooser.ChosenView):
    def get_object(self, pk):
        try:
            return super().get_object(pk)
        except ValueError as error:
            raise Http404(f"{pk!r} is not the number of a film.") from error


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
