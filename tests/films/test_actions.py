from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.test import TestCase

from blog.films.actions import FilmExistsError, add_film, may_add_film
from blog.films.models import FilmIndexPage, FilmPage
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.films import make_film


class AddFilmTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.library = lay_out_journal().films
        cls.author = UserFactory(groups=["Author"])
        cls.moderator = UserFactory(groups=["Moderator"])

    def test_who_may_not_add_to_the_library_is_refused(self):
        for user in (self.moderator, UserFactory(), AnonymousUser()):
            with self.subTest(user=str(user)), self.assertRaises(PermissionDenied):
                add_film(title="The Work", user=user)
        self.assertEqual(FilmPage.objects.count(), 0)

    def test_without_a_library_nobody_may_add(self):
        FilmIndexPage.objects.get().delete()
        self.assertFalse(may_add_film(UserFactory(is_superuser=True)))

    def test_a_film_that_is_there_is_not_added_again(self):
        make_film(self.library, "The Work", 2017)
        draft = make_film(self.library, "Aftersun", 2022, live=False)
        for title, year in (("the work!", 2017), ("The Work", None)):
            with self.subTest(title=title), self.assertRaises(FilmExistsError):
                add_film(title=title, year=year, user=self.author)
        with self.assertRaises(FilmExistsError) as caught:
            add_film(title="Aftersun", year=2022, user=self.author)
        self.assertEqual(caught.exception.film, draft)
        self.assertEqual(FilmPage.objects.count(), 2)

    def test_an_author_adds_a_film_that_readers_see_at_once(self):
        film = add_film(title="The Work", year=2017, user=self.author)
        self.assertTrue(film.live)
        self.assertIsNotNone(film.first_published_at)
        self.assertEqual((film.owner, film.slug), (self.author, "the-work"))
        self.assertEqual(film.latest_revision.user, self.author)
        self.assertIn(film, FilmPage.objects.published())

    def test_another_film_of_the_title_carries_its_year(self):
        add_film(title="The Work", year=2017, user=self.author)
        second = add_film(title="The Work", year=1999, user=self.author)
        third = add_film(title="The Work", year=2017, user=self.author, is_another=True)
        self.assertEqual((second.slug, third.slug), ("the-work-1999", "the-work-2017"))
