"""Descriptions, link previews and JSON-LD in the head of an essay."""

import json

from bs4 import BeautifulSoup
from django.test import TestCase

from tests.factories.posts import make_post

from .canary import CANARY, UNSEEN, hide_words


class HeadTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = hide_words()

    def head(self, slug="held"):
        html = self.client.get(f"/journal/{slug}/", headers={"host": "127.0.0.1:8000"})
        return BeautifulSoup(html.content, "html.parser").head

    def structures(self, slug="held"):
        scripts = self.head(slug).find_all("script", type="application/ld+json")
        return {data["@type"]: data for data in (json.loads(script.string) for script in scripts)}

    def meta(self, name, slug="held"):
        found = self.head(slug).find("meta", attrs={"property": name}) or self.head(slug).find(
            "meta", attrs={"name": name}
        )
        return found and found["content"]

    def test_what_a_spoiler_hides_is_not_in_the_head(self):
        head = str(self.head())
        self.assertNotIn(CANARY, head)
        self.assertNotIn(UNSEEN, head)

    def test_a_link_preview_says_the_standfirst_or_the_first_words(self):
        self.assertEqual(self.meta("og:description"), "It stands on one leg.")
        self.site.post.standfirst = "Waiting, twice."
        self.site.post.save_revision().publish()
        self.assertEqual(self.meta("og:description"), "Waiting, twice.")
        self.assertEqual(self.meta("description"), "Waiting, twice.")

    def test_a_link_preview_has_a_whole_address_and_a_picture_with_its_size(self):
        self.assertEqual(self.meta("og:url"), "http://127.0.0.1:8000/journal/held/")
        self.assertTrue(self.meta("og:image").startswith("http://127.0.0.1:8000/media/"))
        self.assertGreater(int(self.meta("og:image:width")), 400)
        self.assertEqual(self.meta("og:type"), "article")

    def test_an_essay_is_a_blog_posting(self):
        essay = self.structures()["BlogPosting"]
        self.assertEqual(essay["headline"], "Held")
        self.assertEqual(essay["url"], "http://127.0.0.1:8000/journal/held/")
        self.assertEqual(essay["about"]["name"], "Still Water")

    def test_stars_make_a_review_of_the_film(self):
        review = self.structures()["Review"]
        self.assertEqual(review["itemReviewed"]["@type"], "Movie")
        self.assertEqual(review["reviewRating"]["ratingValue"], 4.5)

    def test_an_essay_without_stars_or_about_a_draft_film_is_no_review(self):
        make_post(self.site.journal, "Plain", slug="plain", film=self.site.film)
        make_post(self.site.journal, "Early", slug="early", film=self.site.draft_film, half_stars=3)
        for slug in ("plain", "early"):
            with self.subTest(slug=slug):
                self.assertEqual(list(self.structures(slug)), ["BlogPosting"])
                self.assertNotIn(UNSEEN, str(self.head(slug)))

    def test_questions_are_listed_without_those_that_give_something_away(self):
        questions = self.structures()["FAQPage"]["mainEntity"]
        self.assertEqual([question["name"] for question in questions], ["Is it real?"])

    def test_a_hostile_title_stays_in_its_string(self):
        title = 'A </script><script>alert(1)</script> "\u2028" & <!--'
        make_post(self.site.journal, title, slug="hostile")
        self.assertEqual(self.structures("hostile")["BlogPosting"]["headline"], title)
        self.assertEqual(self.meta("og:title", "hostile"), title)
