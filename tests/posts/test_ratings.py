"""What essays do to the standing of their film, by every way in which one appears or goes."""

from datetime import timedelta

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from blog.accounts.models import Author
from blog.editorial.running.run import run_due
from blog.films.models import FilmStanding
from blog.posts.models import PostPage
from home.setup import lay_out_journal
from tests.factories.films import make_film, make_viewing
from tests.factories.posts import make_post, make_private, make_scheduled_post


class RatingsOfPostsTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        tree = lay_out_journal()
        cls.journal, cls.home = tree.journal, tree.home
        cls.film = make_film(tree.films, "The Work", 2017)
        cls.other = make_film(tree.films, "Ikiru", 1952)
        cls.ines = Author.objects.create(name="Ines", slug="ines")

    def post(self, half_stars=9, **fields):
        fields = {"film": self.film, "author": self.ines, "half_stars": half_stars} | fields
        return make_post(self.journal, **fields)

    def stars(self, film=None):
        standing = FilmStanding.objects.filter(film=film or self.film).first()
        return standing and standing.half_stars

    def test_what_nobody_reads_rates_nothing(self):
        self.post(live=False)
        make_scheduled_post(self.journal, film=self.film, half_stars=9)
        make_private(self.post(8))
        self.post(None)
        self.post(7, film=None)
        self.assertIsNone(self.stars())

    def test_a_published_essay_rates_and_names_its_author(self):
        self.post()
        standing = FilmStanding.objects.get(film=self.film)
        self.assertEqual((standing.half_stars, standing.rated_by), (9, self.ines))
        self.assertTrue(standing.is_seen)

    def test_the_newest_of_essays_and_viewings_wins(self):
        self.post(7, days_ago=9)
        self.post(9, days_ago=2, title="Newer")
        self.assertEqual(self.stars(), 9)
        make_viewing(self.film, half_stars=4, watched_on=timezone.localdate())
        self.assertEqual(self.stars(), 4)

    def test_a_draft_of_another_rating_changes_nothing_until_it_is_published(self):
        post = self.post()
        post.half_stars = 3
        revision = post.save_revision()
        self.assertEqual(self.stars(), 9)
        revision.publish()
        self.assertEqual(self.stars(), 3)
        post.refresh_from_db()
        post.half_stars = None
        post.save_revision().publish()
        self.assertIsNone(self.stars())

    def test_an_essay_that_is_taken_down_takes_its_stars_along(self):
        post = self.post()
        post.unpublish()
        self.assertIsNone(self.stars())
        self.assertFalse(FilmStanding.objects.get(film=self.film).is_seen)

    def test_a_deleted_essay_takes_its_stars_along(self):
        self.post().delete()
        self.assertIsNone(self.stars())

    def test_a_deleted_journal_takes_its_stars_along(self):
        self.post()
        Page.objects.get(pk=self.journal.pk).delete()
        self.assertIsNone(self.stars())

    def test_an_essay_that_turns_to_another_film_leaves_the_first(self):
        post = self.post()
        post.film = self.other
        post.save_revision().publish()
        self.assertEqual((self.stars(), self.stars(self.other)), (None, 9))
        post.refresh_from_db()
        post.film = None
        post.save_revision().publish()
        self.assertEqual((self.stars(), self.stars(self.other)), (None, None))

    def test_privacy_of_the_essay_and_above_it_counts_both_ways(self):
        post = self.post()
        for page in (post, self.journal, self.home):
            with self.subTest(page=page.title):
                make_private(page)
                self.assertIsNone(self.stars())
                PageViewRestriction.objects.get(page=page).delete()
                self.assertEqual(self.stars(), 9)

    def test_a_journal_that_moves_below_a_private_page_rates_nothing(self):
        self.post()
        hidden = make_private(self.home.add_child(instance=Page(title="Hidden", slug="hidden")))
        Page.objects.get(pk=self.journal.pk).move(hidden, pos="last-child")
        self.assertIsNone(self.stars())
        Page.objects.get(pk=self.journal.pk).move(Page.objects.get(pk=self.home.pk), "last-child")
        self.assertEqual(self.stars(), 9)

    def test_a_scheduled_essay_rates_when_its_time_has_come(self):
        make_scheduled_post(self.journal, film=self.film, half_stars=8, hours=-1)
        self.assertIsNone(self.stars())
        self.assertEqual(len(run_due().published), 1)
        self.assertEqual(self.stars(), 8)

    def test_an_expired_essay_takes_its_stars_along(self):
        post = self.post()
        PostPage.objects.filter(pk=post.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
        self.assertEqual(len(run_due().expired), 1)
        self.assertIsNone(self.stars())

    def test_a_film_that_goes_takes_nothing_with_it(self):
        post = self.post()
        self.film.delete()
        post.refresh_from_db()
        self.assertIsNone(post.film)
        post.save_revision().publish()

    def test_a_viewing_of_a_draft_film_counts_when_the_film_comes_out(self):
        draft = make_film(self.film.get_parent().specific, "Not yet", live=False)
        make_viewing(draft, half_stars=6)
        draft.save_revision().publish()
        self.assertEqual(self.stars(draft), 6)

    def test_autosave_asks_nothing_about_the_film(self):
        post = self.post()
        with CaptureQueriesContext(connection) as queries:
            post.save(clean=False, update_fields=["draft_title"])
        asked = [query["sql"] for query in queries if "filmstanding" in query["sql"]]
        self.assertEqual(asked, [])
