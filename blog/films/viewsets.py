"""The film chooser, for blocks and for every relation to a film."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.chooser import ChooserViewSet

from . import chooser_views


class FilmChooserViewSet(ChooserViewSet):
    model = "films.FilmPage"
    icon = "media"
    choose_one_text = _("Choose a film")
    choose_another_text = _("Choose another film")
    edit_item_text = _("Edit this film")
    search_tab_label = _("Search")
    creation_tab_label = _("New")
    create_action_label = _("Add film")
    creation_form_class = "blog.films.forms.NewFilmForm"
    per_page = 20
    choose_view_class = chooser_views.ChooseFilmView
    choose_results_view_class = chooser_views.ChooseFilmResultsView
    chosen_view_class = chooser_views.ChosenFilmView
    chosen_multiple_view_class = chooser_views.ChosenFilmsView
    create_view_class = chooser_views.CreateFilmView

    @property
    def look_up_view(self):
        return self.construct_view(
            chooser_views.LookUpFilmView,
            icon=self.icon,
            page_title=self.page_title,
            search_tab_label=self.search_tab_label,
            creation_tab_label=self.creation_tab_label,
        )

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("look-up/", self.look_up_view, name="look_up")]


film_chooser = FilmChooserViewSet("film_chooser", url_prefix="film-chooser")
