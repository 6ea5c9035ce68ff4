"""How a film stands with the journal, whatever changes."""

from datetime import date

from django.test import TestCase

from blog.films.models import FilmStanding
from blog.films.standing import refresh_standing
from home.setup import lay_out_journal
from tests.factories.films import make_film, make_viewing
from tests.factories.posts import make_private


class StandingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.library = lay_out_journal().films
        cls.film = make_film(cls.library, "Aftersun", 2022)

    def standing(self, film=None):
        return FilmStanding.objects.filter(film=film or self.film).first()

    def test_a_film_that_is_gone_has_no_standing(self):
        refresh_standing(10**9)
        self.assertIsNone(FilmStanding.objects.first())

    def test_a_private_viewing_says_nothing(self):
        make_viewing(self.film, half_stars=9, is_private=True)
        standing = self.standing()
        self.assertEqual((standing.half_stars, standing.is_seen), (None, False))

    def test_a_film_that_comes_out_later_has_its_rating_by_then(self):
        for film in (
            make_private(make_film(self.library, "Hidden")),
            make_film(self.library, "A draft", live=False),
        ):
            make_viewing(film, half_stars=9)
            self.assertEqual(self.standing(film).half_stars, 9)

    def test_the_newest_rating_wins_whatever_was_noted_last(self):
        make_viewing(self.film, half_stars=9, watched_on=date(2024, 5, 1))
        make_viewing(self.film, half_stars=6, watched_on=date(2020, 5, 1))
        standing = self.standing()
        self.assertEqual((standing.half_stars, standing.rated_on), (9, date(2024, 5, 1)))
        self.assertEqual(standing.last_seen_on, date(2024, 5, 1))

    def test_a_viewing_without_stars_is_seen_and_changes_no_rating(self):
        make_viewing(self.film, half_stars=7, watched_on=date(2020, 5, 1))
        make_viewing(self.film, watched_on=date(2024, 5, 1))
        standing = self.standing()
        self.assertEqual((standing.half_stars, standing.last_seen_on), (7, date(2024, 5, 1)))

    def test_a_day_not_known_is_seen_all_the_same(self):
        make_viewing(self.film)
        standing = self.standing()
        self.assertEqual((standing.is_seen, standing.last_seen_on), (True, None))

    def test_a_viewing_that_is_deleted_or_moved_leaves_nothing(self):
        other = make_film(self.library, "Zama", 2017)
        viewing = make_viewing(self.film, half_stars=8)
        viewing.film = other
        viewing.save()
        self.assertEqual(self.standing().half_stars, None)
        self.assertEqual(self.standing(other).half_stars, 8)
        viewing.delete()
        self.assertEqual(self.standing(other).is_seen, False)

    def test_publishing_an_older_revision_leaves_the_rating(self):
        older = self.film.save_revision()
        make_viewing(self.film, half_stars=8)
        older.publish()
        self.film.refresh_from_db()
        self.assertEqual(self.film.my_half_stars, 8)

    def test_a_film_without_a_standing_has_no_rating(self):
        self.assertIsNone(make_film(self.library, "Unseen").my_half_stars)
