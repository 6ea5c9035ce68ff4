"""What may not be deleted by the way: films of the diary, people of a film."""

from django.db import transaction
from django.db.models import PROTECT, Count, ProtectedError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rest_framework.exceptions import ValidationError
from wagtail.admin import messages
from wagtail.admin.api.actions.delete import DeletePageAPIAction
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from blog.lib.names import join_names

from ..models import FilmPage, Person, Viewing
from .actions import lock_films

NAMED = 3  # films or people that a refusal names one by one


def keep_films_of_the_diary(request, pages):
    """Return a redirect that says why, when a film among or below `pages` has viewings; or None.

    Called inside the transaction that deletes, so that no viewing comes in between.
    """
    films = _films_below(pages)
    if not films:
        return None
    lock_films(FilmPage.objects.filter(pk__in=films))
    kept = (
        FilmPage.objects.filter(pk__in=Viewing.objects.filter(film__in=films).values("film"))
        .defer_streamfields()
        .annotate(viewing_count=Count("viewings"))
        .order_by("sort_title", "pk")
    )
    if not kept:
        return None
    lines = [
        ngettext(
            "“%(film)s” stands in the diary once, so it is not deleted.",
            "“%(film)s” stands in the diary %(count)s times, so it is not deleted.",
            film.viewing_count,
        )
        % {"film": film, "count": film.viewing_count}
        for film in kept[:NAMED]
    ]
    advice = _("Delete those entries of the diary first, or unpublish the film to hide it.")
    _refuse(request, lines, len(kept), advice, f"{reverse('viewing:index')}?film={kept[0].pk}")
    return redirect(get_valid_next_url_from_request(request) or _explorer_of(pages[0]))


def keep_people_of_films(request, people):
    """Return a redirect that says why, when a row that may not lose them names one; or None."""
    kept = {person: stands for person in people if (stands := _find_where_it_stands(person))}
    if not kept:
        return None
    lines = [
        _("%(person)s stands in %(places)s, so the entry is not deleted.")
        % {"person": person, "places": join_names(places)}
        for person, places in list(kept.items())[:NAMED]
    ]
    viewset = Person.snippet_viewset
    where = reverse(viewset.get_url_name("usage"), args=[next(iter(kept)).pk])
    _refuse(request, lines, len(kept), _("Take the name out of there first."), where)
    index = reverse(viewset.get_url_name("list"))
    return redirect(get_valid_next_url_from_request(request) or index)


def _find_where_it_stands(person):
    """Return what holds on to a person, in words: ["2 credits", "1 quotation"]."""
    places = []
    for relation in Person._meta.related_objects:
        if relation.on_delete is PROTECT:
            holders = relation.related_model._base_manager.filter(**{relation.field.name: person})
            if count := holders.count():
                names = relation.related_model._meta
                name = names.verbose_name if count == 1 else names.verbose_name_plural
                places.append(f"{count} {name}")
    return places


class KeepingDeleteAction(DeletePageAPIAction):
    """Deletes a page for the admin's API, which asks no hook; a kept film is an error of 400."""

    def execute(self, instance, data):
        try:
            with transaction.atomic():
                return super().execute(instance, data)
        except ProtectedError as error:
            raise ValidationError(_("A film of the diary is not deleted.")) from error


def _films_below(pages):
    """Return the numbers of the films among `pages` and below them."""
    found = set()
    for page in pages:
        found.update(
            FilmPage.objects.filter(path__startswith=page.path).values_list("pk", flat=True)
        )
    return found


def _refuse(request, lines, count, advice, address):
    if count > NAMED:
        more = ngettext("So does %(count)s more.", "So do %(count)s more.", count - NAMED)
        lines = [*lines, more % {"count": count - NAMED}]
    words = format_html_join(" ", "{}", ((line,) for line in [*lines, advice]))
    # Wagtail escapes a message unless it is marked as safe; every part of it is escaped above.
    messages.error(request, format_html("{}", words), [messages.button(address, _("Show"))])


def _explorer_of(page):
    parent = Page.objects.get(pk=page.pk).get_parent()
    return reverse("wagtailadmin_explore", args=[parent.pk if parent else page.pk])
