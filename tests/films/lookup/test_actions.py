"""Taking over what a source says."""

from django.core.exceptions import PermissionDenied
from django.test import TestCase

from blog.films.actions import FilmExistsError
from blog.films.lookup.actions import (
    FactRefusedError,
    FilmChangedError,
    add_film_from,
    fill_empty,
    fill_film,
)
from blog.films.lookup.duplicates import find_duplicate
from blog.films.models import Credit, FilmPage, Person
from blog.images.models import Image
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.films.sources.replay import replaying

from .ground import credit_film, full_record, make_film, make_record, poster_record


class LookUpActionTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.library = lay_out_journal().films
        cls.editor = UserFactory(groups=["Editor"])
        cls.author = UserFactory(groups=["Author"])
        cls.moderator = UserFactory(groups=["Moderator"])

    def draft(self, film):
        return FilmPage.objects.get(pk=film.pk).get_latest_revision_as_object()


class AddingTests(LookUpActionTests):
    def test_who_may_add_no_film_adds_none_by_look_up(self):
        with self.assertRaises(PermissionDenied):
            add_film_from(make_record(), user=self.moderator)
        self.assertEqual((FilmPage.objects.count(), Person.objects.count()), (0, 0))

    def test_a_film_with_a_number_is_never_added_twice(self):
        film, _warnings = add_film_from(make_record(), user=self.author)
        renamed = make_record(values={"title": "Another name", "year": 1990})
        for is_another in (False, True):
            with self.assertRaises(FilmExistsError) as caught:
                add_film_from(renamed, user=self.author, is_another=is_another)
            self.assertEqual(caught.exception.film, film)
        self.assertEqual(FilmPage.objects.count(), 1)

    def test_a_film_of_the_same_name_is_added_when_that_is_meant(self):
        film = make_film(self.library, "Thé quiet WELL", 1986)
        with self.assertRaises(FilmExistsError):
            add_film_from(make_record(), user=self.author)
        other, _warnings = add_film_from(make_record(), user=self.author, is_another=True)
        self.assertNotEqual(film.pk, other.pk)
        self.assertEqual(other.slug, "the-quiet-well")

    def test_a_film_is_added_with_all_that_is_known(self):
        film, warnings = add_film_from(full_record(), user=self.author)
        film = FilmPage.objects.get(pk=film.pk)
        self.assertEqual(warnings, [])
        self.assertTrue(film.live)
        self.assertEqual(
            (film.title, film.year, film.directors), ("The Quiet Well", 1986, "Ada Marten")
        )
        self.assertEqual({row.slug for row in film.countries.all()}, {"de", "su"})
        self.assertEqual({row.slug for row in film.languages.all()}, {"de"})
        self.assertEqual({row.name for row in film.genres.all()}, {"Documentary", "Well film"})
        self.assertEqual(
            [(credit.person.name, credit.role, credit.part) for credit in film.credits.all()],
            [
                ("Ada Marten", "director", ""),
                ("Ada Marten", "writer", ""),
                ("Ilse Brandt", "cast", "The miller"),
                ("Old Herrmann", "cast", "as themselves"),
            ],
        )
        self.assertEqual(film.fact_sources["credits_cast"]["source"], "tmdb")

    def test_a_year_that_cannot_be_is_refused_with_a_sentence(self):
        with self.assertRaises(FactRefusedError) as caught:
            add_film_from(make_record(values={"year": 2190}), user=self.author)
        self.assertIn("is not the year of a film", str(caught.exception))
        self.assertEqual(FilmPage.objects.count(), 0)

    def test_the_poster_comes_with_its_credit_and_through_the_door_of_all_pictures(self):
        with replaying() as replay:
            record = full_record(poster=poster_record(replay.address))
            film, warnings = add_film_from(record, user=self.author)
        self.assertEqual(warnings, [])
        self.assertEqual(film.poster.credit, "Poster from TMDB")
        self.assertEqual(film.poster.uploaded_by_user, self.author)
        self.assertIn("poster", film.fact_sources)

    def test_a_poster_that_is_none_leaves_the_film_and_says_why(self):
        for answer in (
            {"body": b"not a picture", "Content_Type": "image/jpeg"},
            {"body": b"<svg/>", "Content_Type": "image/svg+xml"},
            {"status": 404},
            {"body": b"x" * (16 << 20), "Content_Type": "image/jpeg"},
        ):
            with self.subTest(answer=str(answer)[:60]), replaying() as replay:
                FilmPage.objects.all().delete()
                replay.say("picture", **answer)
                record = make_record(poster=poster_record(replay.address))
                film, warnings = add_film_from(record, user=self.author)
                self.assertIsNone(film.poster)
                self.assertNotIn("poster", film.fact_sources)
                self.assertIn("The poster was not taken over", warnings[0])
        self.assertEqual(Image.objects.count(), 0)

    def test_a_film_that_is_refused_late_leaves_no_poster(self):
        with replaying() as replay, self.assertRaises(FactRefusedError):
            record = make_record(poster=poster_record(replay.address), values={"year": 2190})
            add_film_from(record, user=self.author)
        self.assertEqual(Image.objects.count(), 0)


class DuplicateTests(LookUpActionTests):
    def test_the_number_is_asked_before_the_name(self):
        named = make_film(self.library, "The Quiet Well", 1986)
        self.assertEqual(find_duplicate(make_record()).film, named)
        numbered = make_film(self.library, "Elsewhere called so", imdb_id="tt9000001")
        found = find_duplicate(full_record())
        self.assertEqual((found.film, found.is_sure), (numbered, True))

    def test_a_year_tells_films_of_one_name_apart(self):
        make_film(self.library, "The Quiet Well", 2009)
        self.assertIsNone(find_duplicate(make_record()))
        undated = make_film(self.library, "the quiet well")
        found = find_duplicate(make_record())
        self.assertEqual((found.film, found.is_sure), (undated, False))

    def test_the_original_title_counts_too(self):
        film = make_film(self.library, "Der stille Brunnen", 1986)
        self.assertEqual(find_duplicate(full_record()).film, film)

    def test_drafts_count(self):
        film = make_film(self.library, "The Quiet Well", 1986, live=False)
        self.assertEqual(find_duplicate(make_record()).film, film)


class FillingTests(LookUpActionTests):
    def setUp(self):
        self.film = make_film(self.library, "The Quiet Well", tagline="My own words.")

    def fill(self, record, *names, user=None, **options):
        return fill_film(self.film, record, names, user=user or self.editor, **options)

    def test_who_may_not_change_the_film_fills_nothing(self):
        for user in (self.author, self.moderator):
            with self.assertRaises(PermissionDenied):
                self.fill(full_record(), "year", user=user)
        own = make_film(self.library, "Own", owner=self.author)
        fill_film(own, full_record(), ["year"], user=self.author)
        self.assertEqual(self.draft(own).year, 1986)

    def test_a_locked_film_is_not_filled(self):
        self.film.locked, self.film.locked_by = True, self.moderator
        self.film.save()
        with self.assertRaises(PermissionDenied):
            self.fill(full_record(), "year")

    def test_a_draft_that_was_saved_meanwhile_is_refused(self):
        old = self.film.latest_revision_id
        self.film.save_revision()
        with self.assertRaises(FilmChangedError):
            self.fill(full_record(), "year", revision_id=old)
        self.assertIsNone(self.draft(self.film).year)

    def test_a_film_that_is_gone_is_refused(self):
        gone = FilmPage.objects.get(pk=self.film.pk)
        self.film.delete()
        with self.assertRaises((FilmChangedError, PermissionDenied)):
            fill_film(gone, full_record(), ["year"], user=self.editor)

    def test_only_what_was_named_is_taken(self):
        self.fill(full_record(), "year", "nonsense")
        draft = self.draft(self.film)
        self.assertEqual((draft.year, draft.tagline), (1986, "My own words."))
        self.assertEqual(draft.runtime_minutes, None)
        self.assertEqual(list(draft.fact_sources), ["year"])

    def test_a_draft_is_not_before_readers_until_published(self):
        self.fill(full_record(), "year")
        self.film.refresh_from_db()
        self.assertIsNone(self.film.year)
        self.fill(full_record(), "company", publish=True)
        self.film.refresh_from_db()
        self.assertEqual((self.film.year, self.film.company), (1986, "Brunnenfilm"))

    def test_a_hand_ticked_fact_takes_the_place_of_what_stood(self):
        self.fill(full_record(), "tagline")
        self.assertEqual(self.draft(self.film).tagline, "Water takes its time.")

    def test_credits_are_added_and_never_taken_away(self):
        credit_film(self.film, "Ilse Brandt", "cast", note="She was my teacher.")
        self.fill(full_record(), "credits_cast", "credits_director")
        cast = [c for c in self.draft(self.film).credits.all() if c.role == Credit.Role.CAST]
        self.assertEqual([c.person.name for c in cast], ["Ilse Brandt", "Old Herrmann"])
        self.assertEqual((cast[0].note, cast[0].character), ("She was my teacher.", ""))
        self.assertEqual(Person.objects.filter(name="Ilse Brandt").count(), 1)

    def test_a_number_of_another_film_is_refused_with_a_sentence(self):
        make_film(self.library, "The other", tmdb_id=900001)
        with self.assertRaises(FactRefusedError) as caught:
            self.fill(make_record(), "tmdb_id")
        self.assertIn("Another film has this number at TMDB.", str(caught.exception))

    def test_what_is_empty_is_filled_and_published_when_no_draft_waits(self):
        fill_empty(self.film, full_record(), user=self.editor)
        self.film.refresh_from_db()
        self.assertEqual((self.film.year, self.film.tagline), (1986, "My own words."))

    def test_a_waiting_draft_is_not_published_by_the_way(self):
        self.film.synopsis = "Not for readers yet."
        self.film.save_revision()
        self.film.refresh_from_db()
        fill_empty(self.film, full_record(), user=self.editor)
        self.film.refresh_from_db()
        self.assertEqual((self.film.synopsis, self.film.year), ("", None))
        self.assertEqual(self.draft(self.film).year, 1986)

    def test_the_change_is_in_the_history_of_the_film(self):
        self.fill(full_record(), "year")
        revision = FilmPage.objects.get(pk=self.film.pk).latest_revision
        self.assertEqual(revision.user, self.editor)
