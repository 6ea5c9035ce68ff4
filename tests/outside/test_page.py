"""Pages hold what spoilers hide, behind curtains that are closed; nothing else holds it."""

from django.test import TestCase

from blog.comments.receipts import get_receipt_url

from .canary import CANARY, UNSEEN, hide_words, outside_of_curtains


class PageTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = hide_words()

    def read(self, path):
        response = self.client.get(path, headers={"host": "127.0.0.1:8000"})
        self.assertEqual(response.status_code, 200)
        return response.content.decode()

    def test_an_essay_keeps_it_closed(self):
        html = self.read("/journal/held/")
        self.assertIn(f"<p>The {CANARY} leaves.</p>", html)
        self.assertNotIn(CANARY, outside_of_curtains(html))

    def test_the_note_of_a_spoiler_stays_in_it(self):
        html = self.read("/journal/held/")
        self.assertIn(f"Noted: {CANARY}.", html)
        self.assertNotIn("Noted", outside_of_curtains(html))
        self.assertIn("Mostly the <em>left</em>", outside_of_curtains(html))

    def test_a_film_page_keeps_it_closed(self):
        html = self.read(f"/films/{self.site.film.slug}/")
        self.assertIn(f"<p>The {CANARY} leaves.</p>", html)
        self.assertNotIn(CANARY, outside_of_curtains(html))

    def test_a_writer_finds_their_own_words_closed(self):
        for comment in self.site.comments:
            html = self.read(get_receipt_url(comment))
            self.assertNotIn(f"||The {CANARY}", outside_of_curtains(html))

    def test_no_other_page_holds_it(self):
        quote = f"/quotes/{self.site.quote.slug}/"
        for path in ("/", "/journal/", "/films/", "/quotes/", quote, "/search/?q=heron"):
            with self.subTest(path=path):
                self.assertNotIn(CANARY, self.read(path))

    def test_drafts_and_private_pages_are_named_nowhere(self):
        film, quote = f"/films/{self.site.film.slug}/", f"/quotes/{self.site.quote.slug}/"
        paths = ["/", "/journal/", "/journal/held/", "/films/", film, "/quotes/", quote]
        for path in paths:
            with self.subTest(path=path):
                self.assertNotIn(UNSEEN, self.read(path))
