"""An unlisted essay is read by whoever has its address, and stands nowhere else."""

from datetime import timedelta

from django.test import TestCase
from django.utils import timezone
from wagtail.models import PageLogEntry

from blog.editorial.models import Publication
from blog.editorial.running.run import run_due
from blog.films.models import FilmStanding
from blog.posts.models import PostPage
from home.setup import lay_out_journal
from tests.editorial.schedules import minutes_ago, publications, schedule
from tests.factories.films import make_film
from tests.factories.posts import make_post
from tests.factories.quotes import make_quote
from tests.factories.site_body import as_stream

UNLISTED = PostPage.End.UNLISTED


class UnlistedTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.laid_out = lay_out_journal()
        cls.film = make_film(cls.laid_out.films, "Ikiru", 1952)
        cls.quote = make_quote("Life is brief.", film=cls.film)
        cls.post = cls.make_essay("Secret of the swing", half_stars=10)
        make_post(cls.laid_out.journal, "A draft", live=False)

    @classmethod
    def make_essay(cls, title, **fields):
        body = as_stream([("book_quote", {"quote": cls.quote.pk})])
        post = make_post(cls.laid_out.journal, title, film=cls.film, body=body, **fields)
        post.tags.add("swings")
        post.save_revision().publish()
        return PostPage.objects.get(pk=post.pk)

    def channels(self):
        """Return every address of ours that could name an essay."""
        return {
            "home page": "/",
            "journal and archive": self.laid_out.journal.url,
            "thread": f"{self.laid_out.journal.url}tag/swings/",
            "film": self.film.url,
            "library": self.laid_out.films.url,
            "quotation": self.quote.get_absolute_url(),
            "commonplace book": self.laid_out.quotes.url,
            "search": "/search/?q=swing",
        }

    def find_named(self):
        """Return the channels that name the essay."""
        named = []
        for channel, address in self.channels().items():
            text = self.client.get(address, follow=True).content.decode()
            if self.post.url in text:
                named.append(channel)
        return named

    def end_it(self, **fields):
        """Give the essay an end that has come, and keep to it."""
        self.post.expire_at, self.post.expires_to = minutes_ago(5), UNLISTED
        for name, value in fields.items():
            setattr(self.post, name, value)
        self.post.save_revision(clean=False).publish()
        summary = run_due()
        self.post.refresh_from_db()
        return summary

    def test_listed_essay_stands_in_these_channels(self):
        # What these tests see is what would be seen: the address stands in all but this one.
        quiet = {"library"}
        self.assertEqual(set(self.channels()) - set(self.find_named()), quiet)

    def test_end_takes_it_out_of_every_channel_and_leaves_it_readable(self):
        summary = self.end_it()
        self.assertEqual((len(summary.unlisted), summary.expired), (1, []))
        self.assertEqual(self.find_named(), [])
        response = self.client.get(self.post.url)
        self.assertContains(response, '<meta name="robots" content="noindex">')
        self.assertEqual(response.headers["X-Robots-Tag"], "noindex")
        self.assertTrue(self.post.live)
        self.assertFalse(self.post.expired)
        self.assertIsNone(self.post.expire_at)

    def test_listed_essay_is_for_search_engines(self):
        response = self.client.get(self.post.url)
        self.assertNotIn("noindex", response.content.decode())
        self.assertNotIn("X-Robots-Tag", response.headers)

    def test_its_rating_counts_no_longer(self):
        self.assertEqual(FilmStanding.objects.get(film=self.film).half_stars, 10)
        self.end_it()
        self.assertIsNone(FilmStanding.objects.get(film=self.film).half_stars)

    def test_next_publication_leaves_it_unlisted_and_history_tells(self):
        self.end_it()
        post = PostPage.objects.get(pk=self.post.pk)
        draft = post.get_latest_revision_as_object()
        self.assertEqual((draft.is_unlisted, draft.expire_at), (True, None))
        draft.title = "Typo mended"
        draft.save_revision().publish()
        post.refresh_from_db()
        self.assertTrue(post.is_unlisted)
        self.assertTrue(PageLogEntry.objects.filter(action="editorial.unlist").exists())

    def test_update_that_is_still_to_come_stays_scheduled_and_unlisted(self):
        self.post.expire_at, self.post.expires_to = minutes_ago(5), UNLISTED
        self.post.save_revision(clean=False).publish()
        revision = schedule(self.post, timezone.now() + timedelta(days=1), title="Later")
        run_due()
        revision.refresh_from_db()
        self.assertIsNotNone(revision.approved_go_live_at)
        self.assertTrue(revision.content["is_unlisted"])
        self.assertIsNone(revision.content["expire_at"])

    def test_essay_can_be_unlisted_from_the_start(self):
        post = make_post(self.laid_out.journal, "Hidden swing", live=False, is_unlisted=True)
        schedule(post, minutes_ago(5))
        run_due()
        self.assertEqual(publications(post), 1)
        self.assertTrue(Publication.objects.get(page=post.pk).is_first)
        self.assertNotContains(self.client.get("/"), "Hidden swing")
        address = f"{self.laid_out.journal.url}hidden-swing/"
        self.assertEqual(self.client.get(address).status_code, 200)

    def test_page_that_knows_no_lists_goes_down(self):
        self.film.expire_at = minutes_ago(5)
        self.film.save_revision(clean=False).publish()
        self.assertEqual(len(run_due().expired), 1)
        self.assertEqual(self.client.get(self.film.url).status_code, 404)
