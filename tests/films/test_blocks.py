from django.template.loader import render_to_string
from django.test import RequestFactory, TestCase
from wagtail import blocks
from wagtail.images.tests.utils import get_test_image_file

from blog.blocks.gather import gather
from blog.blocks.plain import stream_text
from blog.films.blocks import FilmCardBlock, FilmListBlock
from blog.films.blocks.guide import GuideBody
from blog.images.models import Image
from home.setup import lay_out_journal
from tests.factories.films import make_film
from tests.factories.posts import make_private
from tests.factories.quotes import make_quote


class FilmBlockTests(TestCase):
    body = blocks.StreamBlock([("film_card", FilmCardBlock()), ("film_list", FilmListBlock())])

    @classmethod
    def setUpTestData(cls):
        cls.library = lay_out_journal().films
        cls.film = make_film(cls.library, "Aftersun", 2022, directors="Charlotte Wells")
        cls.draft = make_film(cls.library, "Canary draft", 2023, live=False)
        cls.private = make_private(make_film(cls.library, "Canary private"))
        cls.gone = 10**9

    def setUp(self):
        self.request = RequestFactory().get("/", headers={"host": "127.0.0.1:8000"})

    def render(self, *children):
        # As from the database: lazy, so that choosers load in bulk.
        raw = [
            {"type": kind, "value": value, "id": str(n)} for n, (kind, value) in enumerate(children)
        ]
        stream = blocks.StreamValue(self.body, raw, is_lazy=True)
        gather(stream)
        context = {"stream": stream, "request": self.request}
        return render_to_string("components/body.html", context, request=self.request)

    def test_films_that_readers_may_not_see_leave_no_card_and_no_name(self):
        for pk in (self.draft.pk, self.private.pk, self.gone, None):
            with self.subTest(pk=pk):
                html = self.render(
                    ("film_card", {"film": pk, "size": "card"}),
                    ("film_card", {"film": pk, "size": "line"}),
                    ("film_list", {"films": [{"film": pk, "reason": "Canary reason"}]}),
                )
                self.assertNotIn("Canary", html)
                self.assertNotIn("film-card", html)

    def test_an_unpublished_film_leaves_its_cards(self):
        html = self.render(("film_card", {"film": self.film.pk, "size": "card"}))
        self.assertIn('data-film="aftersun"', html)
        self.film.unpublish()
        html = self.render(("film_card", {"film": self.film.pk, "size": "card"}))
        self.assertNotIn("aftersun", html)

    def test_a_film_below_a_private_library_is_not_named(self):
        make_private(self.library)
        html = self.render(("film_card", {"film": self.film.pk, "size": "card"}))
        self.assertNotIn("Aftersun", html)

    def test_a_card_links_to_its_film_and_prints_the_note(self):
        html = self.render(("film_card", {"film": self.film.pk, "note": "See it twice."}))
        self.assertIn('href="/films/aftersun/"', html)
        self.assertIn("See it twice.", html)
        self.assertIn("Charlotte Wells", html)

    def test_a_value_that_comes_from_the_form_knows_privacy_too(self):
        block = FilmCardBlock()
        for film, shown in ((self.film, True), (self.draft, False), (self.private, False)):
            with self.subTest(film=str(film)):
                value = block.normalize({"film": type(film).objects.get(pk=film.pk)})
                self.assertEqual(bool(value.published_film), shown)

    def test_cards_are_loaded_at_once_with_their_posters(self):
        def make_cards(first, last):
            for n in range(first, last):
                image = Image.objects.create(title=f"P{n}", file=get_test_image_file())
                film = make_film(self.library, f"Film {n}", 2000 + n, poster=image)
                cards.append(("film_card", {"film": film.pk, "size": "card" if n % 2 else "line"}))
                rows.append({"film": film.pk, "reason": "Why not"})

        cards, rows = [], []
        for first, last in ((0, 3), (3, 13)):
            make_cards(first, last)
            self.render(*cards, ("film_list", {"films": rows}))  # makes the renditions
            self.setUp()
            with self.subTest(count=last), self.assertNumQueries(5):
                html = self.render(*cards, ("film_list", {"films": rows}))
            self.assertEqual(html.count("film-card"), 2 * last)

    def test_kept_quotations_in_a_guide_are_loaded_at_once(self):
        kept = []
        for count in (3, 13):
            while len(kept) < count:
                quote = make_quote(f"Words {len(kept)}", film=self.film)
                raw = {"type": "book_quote", "value": {"quote": quote.pk}, "id": str(quote.pk)}
                kept.append(raw)
            make_quote("Another").get_absolute_url()  # remembers the site's addresses
            stream = blocks.StreamValue(GuideBody(), kept, is_lazy=True)
            request = RequestFactory().get("/", headers={"host": "127.0.0.1:8000"})
            with self.subTest(count=count), self.assertNumQueries(2):
                html = render_to_string("components/body.html", {"stream": stream}, request=request)
            self.assertEqual(html.count("<blockquote"), count)

    def test_the_words_of_a_body_cost_no_question_for_its_films(self):
        raw = [
            {"type": "film_card", "value": {"film": self.film.pk, "note": "A note"}, "id": "1"},
            {"type": "prose", "value": "<p>Plain words.</p>", "id": "2"},
        ]
        stream = blocks.StreamValue(GuideBody(), raw, is_lazy=True)
        with self.assertNumQueries(0):
            self.assertEqual(stream_text(stream, names={"prose"}), "Plain words.")
        self.assertEqual(stream_text(stream), "A note\n\nPlain words.")
