"""The search index and the page of results."""

from django.test import TestCase
from wagtail.models import Page

from blog.films.models import FilmPage
from blog.posts.models import PostPage

from .canary import CANARY, UNSEEN, hide_words


class SearchTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = hide_words()

    def search(self, query):
        return self.client.get("/search/", {"q": query}, headers={"host": "127.0.0.1:8000"})

    def test_what_a_spoiler_hides_is_not_handed_to_the_index(self):
        for page, field in ((self.site.post, "body"), (self.site.film, "guide")):
            block = page._meta.get_field(field).stream_block
            words = " ".join(block.get_searchable_content(getattr(page, field)))
            self.assertIn("heron", words)
            self.assertIn("How the film ends", words)
            self.assertIn("Who leaves?", words)
            self.assertNotIn(CANARY, words)

    def test_the_index_finds_nothing_for_it(self):
        for model in (PostPage, FilmPage, Page):
            with self.subTest(model=model.__name__):
                self.assertEqual(list(model.objects.search(CANARY)), [])
        self.assertIn(self.site.post, PostPage.objects.search("heron"))

    def test_nor_does_the_page_of_results(self):
        found = self.search(CANARY)
        self.assertEqual(found.context["total"], 0)
        self.assertContains(found, CANARY, count=3)  # the field, the title and the sentence

    def test_an_excerpt_around_another_word_does_not_hold_it(self):
        found = self.search("heron")
        self.assertEqual(found.context["counts"], {"quote": 0, "post": 1, "film": 1})
        self.assertNotContains(found, CANARY)

    def test_the_label_of_a_curtain_is_found(self):
        self.assertEqual(self.search("film ends").context["counts"]["post"], 1)

    def test_drafts_future_and_private_essays_are_not_found(self):
        self.assertEqual(self.search(UNSEEN).context["total"], 0)
