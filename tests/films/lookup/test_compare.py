"""What a source says beside what stands."""

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from blog.films.lookup.actions import fill_film
from blog.films.lookup.compare import State, compare
from blog.films.lookup.origins import origin_of, refresh_by, sources_of
from blog.films.models import Country, FilmPage, Genre
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory

from .ground import ASKED_ON, credit_film, full_record, make_film, make_record


class CompareTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.library = lay_out_journal().films
        cls.film = make_film(cls.library, "The Quiet Well")
        cls.editor = UserFactory(groups=["Editor"])

    def draft(self):
        return FilmPage.objects.get(pk=self.film.pk).get_latest_revision_as_object()

    def rows(self, record, film=None):
        return {row.fact.name: row for row in compare(film or self.film, record)}

    def test_what_is_empty_is_ticked_and_what_stands_never(self):
        self.film.tagline, self.film.runtime_minutes = "My own words.", 90
        rows = self.rows(full_record())
        ticked = {name for name, row in rows.items() if row.is_ticked}
        self.assertIn("year", ticked)
        self.assertIn("credits_cast", ticked)
        self.assertFalse(ticked & {"title", "tagline", "runtime_minutes"})
        self.assertIs(rows["tagline"].state, State.DIFFERENT)
        self.assertTrue(rows["tagline"].can_be_taken)
        self.assertEqual(rows["tagline"].note, "Disagrees with what was typed here.")

    def test_case_and_accents_are_no_disagreement(self):
        self.film.company = "BRUNNENFILM."
        rows = self.rows(full_record())
        self.assertIs(rows["title"].state, State.SAME)
        self.assertIs(rows["company"].state, State.SAME)
        self.assertFalse(rows["company"].can_be_taken)

    def test_what_the_source_does_not_say_is_no_row(self):
        rows = self.rows(make_record())
        self.assertEqual(set(rows), {"title", "year", "runtime_minutes", "tmdb_id"})

    def test_lengths_and_terms_are_printed_for_people(self):
        rows = self.rows(full_record())
        self.assertEqual(rows["runtime_minutes"].theirs, "1 h 34 min")
        self.assertEqual(rows["countries"].theirs, "Germany, Soviet Union")
        self.assertEqual(rows["languages"].theirs, "German")
        self.assertEqual(rows["genres"].theirs, "Documentary, Well film")
        self.assertEqual(
            rows["credits_cast"].theirs, "Ilse Brandt (The miller)\nOld Herrmann (as themselves)"
        )

    def test_terms_and_credits_that_stand_are_the_same_even_with_more(self):
        self.film.countries.add(*Country.objects.filter(slug__in=["de", "su", "fr"]))
        credit_film(self.film, "Ada Marten")
        credit_film(self.film, "Somebody Else")
        rows = self.rows(full_record())
        self.assertIs(rows["countries"].state, State.SAME)
        self.assertIs(rows["credits_director"].state, State.SAME)
        self.assertIs(rows["credits_writer"].state, State.EMPTY)

    def test_a_number_that_another_film_has_cannot_be_taken(self):
        make_film(self.library, "The other", tmdb_id=900001)
        row = self.rows(make_record())["tmdb_id"]
        self.assertIs(row.state, State.TAKEN)
        self.assertFalse(row.can_be_taken)
        self.assertEqual(row.note, "“The other” has this number already.")

    def test_sources_that_disagree_are_named(self):
        fill_film(self.film, make_record(), ["runtime_minutes"], user=self.editor)
        draft = self.draft()
        wikidata = make_record("wikidata", "Q9001", values={"runtime_minutes": 92})
        row = self.rows(wikidata, draft)["runtime_minutes"]
        self.assertEqual(row.note, "Disagrees with TMDB of Nov. 22, 2026.")
        # What an author typed over it is the author's.
        draft.runtime_minutes = 93
        row = self.rows(wikidata, draft)["runtime_minutes"]
        self.assertEqual(row.note, "Disagrees with what was typed here.")

    def test_sources_and_dates_are_remembered(self):
        fill_film(self.film, full_record(), ["year", "synopsis"], user=self.editor)
        draft = self.draft()
        origin = origin_of(draft, "year")
        self.assertEqual((origin.source.key, origin.asked_on), ("tmdb", ASKED_ON))
        self.assertEqual([source.label for source in sources_of(draft)], ["TMDB"])
        self.assertEqual((refresh_by(draft) - ASKED_ON).days, 180)
        self.assertEqual(draft.synopsis_source, "TMDB")
        self.assertEqual(draft.synopsis_source_url, full_record().url)
        self.assertEqual(
            draft.fact_sources["year"],
            {
                "source": "tmdb",
                "date": "2026-11-22",
                "url": full_record().url,
                "said": "1986",
                "refresh_by": "2027-05-21",
            },
        )

    def test_an_origin_that_cannot_be_read_is_none(self):
        for entry in (
            None,
            7,
            {},
            {"source": "gone", "date": "2026-01-01"},
            {"source": "tmdb"},
            {"source": "tmdb", "date": "soon"},
            {"source": "tmdb", "date": None},
        ):
            with self.subTest(entry=entry):
                self.film.fact_sources = {"year": entry}
                self.assertIsNone(origin_of(self.film, "year"))
                self.assertIsNone(refresh_by(self.film))

    def test_the_number_of_queries_does_not_grow_with_the_credits(self):
        def compared(count):
            film = make_film(self.library, f"With {count}")
            for n in range(count):
                credit_film(film, f"Person {n}", "cast")
            film.genres.add(*[f"Genre {n}" for n in range(count)])
            film.save()
            Genre.objects.get_or_create(name=f"More {count}", slug=f"more-{count}")
            return type(film).objects.get(pk=film.pk).get_latest_revision_as_object()

        few, many = compared(3), compared(13)
        with CaptureQueriesContext(connection) as queries:
            compare(few, full_record())
        with self.assertNumQueries(len(queries)):
            compare(many, full_record())
