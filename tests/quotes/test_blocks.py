from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.test import RequestFactory, SimpleTestCase, TestCase
from wagtail import blocks
from wagtail.blocks import StructBlockValidationError

from blog.blocks.quotations import BookQuoteBlock
from blog.blocks.reviews import HalfStarsBlock, ReviewBlock
from blog.quotes.blocks import QuotationBlock
from home.setup import lay_out_journal
from tests.factories.films import make_film
from tests.factories.posts import make_private
from tests.factories.quotes import make_quote


class HalfStarsTests(SimpleTestCase):
    def test_a_rating_goes_through_the_form_and_the_database_as_an_int(self):
        block = ReviewBlock()
        value = block.value_from_datadict({"r-half_stars": "9", "r-text": "null"}, {}, "r")
        self.assertEqual(block.clean_deferred(value)["half_stars"], 9)
        self.assertEqual(block.get_prep_value(value)["half_stars"], 9)
        self.assertEqual(block.to_python({"half_stars": 9})["half_stars"], 9)
        self.assertEqual(block.get_form_state(value)["half_stars"], "9")

    def test_no_rating_is_none(self):
        for raw in (None, ""):
            with self.subTest(raw=raw):
                self.assertIsNone(ReviewBlock().to_python({"half_stars": raw})["half_stars"])

    def test_a_rating_beyond_five_stars_is_refused(self):
        for value in (11, -1):
            with self.subTest(value=value), self.assertRaises(ValidationError):
                HalfStarsBlock(required=False).clean(value)

    def test_a_signature_joins_what_is_known(self):
        for raw, signature in (
            ({}, ""),
            ({"critic": "A. Critic"}, "A. Critic"),
            ({"critic": "A. Critic", "outlet": "The Paper"}, "A. Critic, The Paper"),
        ):
            with self.subTest(raw=raw):
                self.assertEqual(ReviewBlock().to_python(raw).signature, signature)


class QuotationBlockTests(TestCase):
    body = blocks.StreamBlock([("quotation", QuotationBlock()), ("book_quote", BookQuoteBlock())])

    @classmethod
    def setUpTestData(cls):
        cls.library = lay_out_journal().films
        cls.film = make_film(cls.library, "The Work", 2017)
        cls.draft = make_film(cls.library, "Canary draft", live=False)
        cls.private = make_private(make_film(cls.library, "Canary private"))

    def render(self, *children):
        raw = [
            {"type": kind, "value": value, "id": str(n)} for n, (kind, value) in enumerate(children)
        ]
        stream = blocks.StreamValue(self.body, raw, is_lazy=True)
        request = RequestFactory().get("/", headers={"host": "127.0.0.1:8000"})
        return render_to_string("components/body.html", {"stream": stream}, request=request)

    def test_a_bad_language_is_refused(self):
        block = QuotationBlock()
        value = block.to_python({"text": "<p>W</p>", "language": '" onclick='})
        with self.assertRaises(StructBlockValidationError):
            block.clean(value)

    def test_a_film_that_readers_may_not_see_is_not_named(self):
        for film in (self.draft, self.private):
            with self.subTest(film=str(film)):
                kept = make_quote("Kept", film=film)
                html = self.render(
                    ("quotation", {"text": "<p>Words</p>", "film": film.pk}),
                    ("book_quote", {"quote": kept.pk}),
                )
                self.assertIn("Words", html)
                self.assertNotIn("Canary", html)

    def test_a_quotation_that_is_gone_prints_nothing(self):
        self.assertNotIn("<figure", self.render(("book_quote", {"quote": 10**9})))

    def test_a_caption_names_speaker_film_and_how_we_know(self):
        html = self.render(
            (
                "quotation",
                {
                    "text": "<p>Our medicine.</p>",
                    "speaker": "A facilitator",
                    "film": self.film.pk,
                    "source_url": "https://example.org/guide",
                    "provenance": "unverified",
                    "provenance_note": "one guide gives it",
                    "language": "en-GB",
                    "gloss": "Medicine, he says.",
                },
            )
        )
        for words in (
            'cite="https://example.org/guide"',
            'lang="en-GB"',
            "A facilitator",
            "The Work",
            "prov-unverified",
            "Unverified: one guide gives it",
            "Medicine, he says.",
        ):
            with self.subTest(words=words):
                self.assertIn(words, html)

    def test_films_and_kept_quotations_are_loaded_at_once(self):
        make_quote("Another").get_absolute_url()  # remembers the site's addresses
        for count in (3, 13):
            kept = [make_quote(f"Kept {count} {n}", film=self.film) for n in range(count)]
            children = [("quotation", {"text": "<p>W</p>", "film": self.film.pk})] * count
            children += [("book_quote", {"quote": quote.pk}) for quote in kept]
            with self.subTest(count=count), self.assertNumQueries(3):
                self.assertEqual(self.render(*children).count("<blockquote"), 2 * count)
