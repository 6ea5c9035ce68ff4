"""Which quotations, in which order."""

from django.apps import apps
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, NullIf

from blog.lib.folding import folded_words
from blog.lib.pages import is_restricted, live_and_public


class QuoteQuerySet(models.QuerySet):
    def published(self):
        """Quotations that readers may see, the newest first; they know their address.

        None while the commonplace book is a draft, private or gone: what is kept there is its own.
        """
        public = self.filter(state="public").with_address().filter(index_url_path__isnull=False)
        return public.order_by("-created_at", "-pk")

    def from_film(self, film):
        """Quotations from this film; none from one that is being written and has no row yet."""
        return self.filter(film_id=film.pk) if film.pk else self.none()

    def on_theme(self, slug):
        """Quotations on the theme with this slug."""
        return self.filter(themed_items__tag__slug=slug)

    def with_speaker_name(self):
        """Quotations that know whose words they are: `speaker_name`, None where nobody is named."""
        typed = NullIf("speaker", Value(""))
        return self.annotate(speaker_name=Coalesce("person__name", typed))

    def by_speaker(self, name):
        """Quotations of whoever has this name, as a person or as typed."""
        return self.with_speaker_name().filter(speaker_name=name)

    def matching(self, query):
        """Quotations in whose words, speaker, source or gloss every word of `query` stands.

        query: any str; case, accents and signs do not count. Without a word in it, all of them.
        """
        for word in folded_words(query):
            self = self.filter(search_words__contains=word)
        return self

    def neighbours(self, quote):
        """Return (the one kept just before `quote`, the one kept just after); None at an end."""
        at, pk = quote.created_at, quote.pk
        older = self.filter(Q(created_at__lt=at) | Q(created_at=at, pk__lt=pk))
        newer = self.filter(Q(created_at__gt=at) | Q(created_at=at, pk__gt=pk)).reverse()
        near = Q(pk=Subquery(older.values("pk")[:1])) | Q(pk=Subquery(newer.values("pk")[:1]))
        found = {(other.created_at, other.pk) < (at, pk): other for other in self.filter(near)}
        return found.get(True), found.get(False)

    def with_address(self):
        """Quotations whose `get_absolute_url()` costs no query."""
        index = live_and_public(apps.get_model("quotes.QuoteIndexPage").objects.order_by("path"))
        return self.annotate(index_url_path=Subquery(index.values("url_path")[:1]))

    def with_person_page(self):
        """Quotations that know the library of the person whose words they are.

        `person_library_path`: its address within the site, None where no film that readers may
        see names them.
        """
        film = apps.get_model("films.FilmPage")
        library = live_and_public(apps.get_model("films.FilmIndexPage").objects.order_by("path"))
        films = live_and_public(film.objects.filter(credits__person=OuterRef("person")))
        return self.annotate(
            person_library_path=Case(
                When(Exists(films), then=Subquery(library.values("url_path")[:1]))
            )
        )

    def for_listing(self):
        """With whom, what and addresses: what a list or a block prints, in one query."""
        sourced = self.with_address().select_related("film", "person", "book")
        return sourced.annotate(film_is_private=is_restricted("film__path")).defer(
            "film__guide", "film__facts", "film__content_notes"
        )
