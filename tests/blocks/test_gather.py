import json

from django.test import TestCase

from blog.blocks.gather import gather
from blog.posts.models import PostPage
from blog.quotes.models import Quote
from home.setup import lay_out_journal
from tests.factories.films import make_film
from tests.factories.images import ImageFactory
from tests.factories.posts import make_post, make_private


class GatherTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()
        cls.films = [make_film(cls.tree.films, f"Film {n}", 2000 + n) for n in range(3)]
        cls.images = [ImageFactory() for n in range(3)]
        cls.quote = Quote.objects.create(text="<p>Kept.</p>", film=cls.films[0])

    def make_body(self, times):
        picture = {"image": self.images[0].pk, "alt_text": "One", "decorative": False}
        again = {"image": self.images[0].pk, "alt_text": "Another", "decorative": False}
        rows = [{"film": film.pk, "reason": ""} for film in self.films]
        return times * [
            {"type": "film_card", "value": {"film": self.films[1].pk}},
            {"type": "quotation", "value": {"text": "Words", "film": self.films[2].pk}},
            {
                "type": "film_list",
                "value": {"films": [{"type": "item", "value": row, "id": "a"} for row in rows]},
            },
            {"type": "picture", "value": {"image": picture}},
            {"type": "pair", "value": {"first": again, "second": picture}},
            {"type": "book_quote", "value": {"quote": self.quote.pk}},
        ]

    def get_post(self, body):
        post = make_post(self.tree.journal)
        post.body = PostPage._meta.get_field("body").to_python(json.dumps(body))
        post.save_revision().publish()
        return PostPage.objects.get(pk=post.pk)

    def test_an_empty_body_asks_nothing(self):
        post = self.get_post([])
        with self.assertNumQueries(0):
            gather(post.body)

    def test_what_is_gone_is_none(self):
        post = self.get_post([{"type": "film_card", "value": {"film": 999_999}}])
        gather(post.body)
        self.assertIsNone(post.body[0].value["film"])

    def test_a_private_film_stays_unseen(self):
        post = self.get_post(self.make_body(1))
        make_private(self.films[1])
        gather(post.body)
        self.assertIsNone(post.body[0].value.published_film)

    def test_the_number_of_queries_does_not_grow_with_the_body(self):
        for times in (1, 13):
            post = self.get_post(self.make_body(times))
            with self.subTest(times=times), self.assertNumQueries(3):
                # Films, quotations, and pictures together with their sizes.
                gather(post.body)

    def test_what_the_page_knows_is_not_asked_for(self):
        post = self.get_post([{"type": "film_card", "value": {"film": self.films[1].pk}}])
        with self.assertNumQueries(0):
            gather(post.body, known=[self.films[1]])
        self.assertEqual(post.body[0].value["film"], self.films[1])

    def test_a_picture_that_is_used_twice_keeps_both_its_meanings(self):
        post = self.get_post(self.make_body(1))
        gather(post.body)
        self.assertEqual(post.body[3].value["image"].contextual_alt_text, "One")
        self.assertEqual(post.body[4].value["first"].contextual_alt_text, "Another")
