from django.test import TestCase

from blog.quotes.models import Quote
from home.setup import lay_out_journal
from tests.factories.films import make_film
from tests.factories.posts import make_private
from tests.factories.quotes import make_quote


class CommonplaceBookTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()
        cls.film = make_film(cls.tree.films, "The Work", 2017)
        cls.hidden = make_film(cls.tree.films, "Canary film", live=False)
        make_quote("Medicine", film=cls.film, speaker="A facilitator", themes=["Grief", "Work"])
        make_quote("The mind", days_ago=2, film=cls.hidden, themes=["Grief"])
        make_quote("After great pain", days_ago=3, source="Poem 372", provenance="heard")

    def get(self, path, **params):
        return self.client.get(path, params, headers={"host": "127.0.0.1:8000"})

    def test_a_quotation_that_is_not_there_is_404(self):
        for slug in ("nothing", "%00", "a%00b", "x" * 500, "🎬", "medicine/more", '"'):
            with self.subTest(slug=slug[:20]):
                self.assertEqual(self.get(f"/quotes/{slug}/").status_code, 404)

    def test_a_theme_that_nobody_used_is_404(self):
        for theme in ("nothing", "\0", "x" * 5000, '"', "🎬"):
            with self.subTest(theme=theme[:20]):
                self.assertEqual(self.get("/quotes/", theme=theme).status_code, 404)

    def test_no_query_breaks_the_search(self):
        for query in (
            "\0",
            "a\0b",
            '"',
            "'",
            "%",
            "\\",
            "x" * 10_000,
            "a " * 5000,
            "🎬",
            "\u202eא",
        ):
            with self.subTest(query=query[:20]):
                self.assertEqual(self.get("/quotes/", q=query).status_code, 200)
        for page in ("0", "x", "-1", "9999"):
            with self.subTest(page=page):
                self.assertEqual(self.get("/quotes/", page=page).status_code, 200)

    def test_a_film_that_readers_may_not_see_is_not_named(self):
        self.assertNotContains(self.get("/quotes/"), "Canary")
        self.assertNotContains(self.get("/quotes/the-mind/"), "Canary")

    def test_the_book_is_private_when_its_page_is(self):
        make_private(self.tree.quotes)
        self.assertEqual(self.get("/quotes/").status_code, 302)
        self.assertEqual(self.get("/quotes/medicine/").status_code, 302)

    def test_the_list_is_narrowed_by_words_and_theme(self):
        def words(**params):
            return [quote.plain_text for quote in self.get("/quotes/", **params).context["quotes"]]

        self.assertEqual(words(), ["Medicine", "The mind", "After great pain"])
        self.assertEqual(words(theme="grief"), ["Medicine", "The mind"])
        self.assertEqual(words(q="MEDICINE"), ["Medicine"])
        self.assertEqual(words(q="medicine", theme="work"), ["Medicine"])
        self.assertEqual(words(q="nothing like it"), [])

    def test_themes_carry_their_counts(self):
        themes = self.get("/quotes/").context["choices"]["theme"]
        self.assertEqual(
            [(tag.name, tag.quote_count) for tag in themes], [("Grief", 2), ("Work", 1)]
        )

    def test_one_quotation_has_a_page(self):
        page = self.get("/quotes/medicine/")
        self.assertContains(page, "Medicine")
        self.assertContains(page, "A facilitator")
        self.assertContains(page, "The Work")

    def test_an_empty_book_says_so(self):
        Quote.objects.all().delete()
        self.assertContains(self.get("/quotes/"), "No quotation has been kept yet.")

    def test_the_list_asks_the_same_of_the_database_for_more_quotations(self):
        self.get("/quotes/")
        with self.assertNumQueries(11):
            self.get("/quotes/")
        for n in range(10):
            make_quote(f"More {n}", film=self.film, themes=[f"Theme {n}"])
        with self.assertNumQueries(11):
            page = self.get("/quotes/")
        self.assertContains(page, "<blockquote", count=13)

    def test_the_list_is_paged(self):
        for n in range(20):
            make_quote(f"More {n}")
        self.assertEqual(len(self.get("/quotes/").context["quotes"]), 20)
        self.assertEqual(len(self.get("/quotes/", page=2).context["quotes"]), 3)
