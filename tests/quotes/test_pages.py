import json
import re
from datetime import date

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from blog.citations.models import Book
from blog.quotes.daily import quote_of_the_day
from blog.quotes.models import Quote
from home.setup import lay_out_journal
from tests.factories.films import make_film, make_person
from tests.factories.posts import make_post, make_private, make_scheduled_post
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

    def test_what_stands_in_a_private_book_is_shown_nowhere_else(self):
        film = make_film(self.tree.films, "Open film", slug="open-film", directors="Ada")
        make_quote("Canary and other words", film=film, person=film.credits.get().person)
        paths = ("/", "/search/?q=canary", "/films/open-film/", "/films/people/ada/")
        for path in paths[1:]:
            self.assertContains(self.client.get(path), "other words")
        make_private(self.tree.quotes)
        for path in paths:
            with self.subTest(path=path):
                self.assertNotContains(self.client.get(path), "other words")

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


class OneQuotationTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()
        cls.film = make_film(cls.tree.films, "The Work", 2017, cast="Rob Allbee")
        cls.quote = make_quote(
            "Medicine <i>is</i> &lt;/script&gt; it",
            days_ago=5,
            film=cls.film,
            person=make_person("Rob Allbee"),
            themes=["Grief"],
            provenance="reported",
            is_from_memory=True,
        )
        cls.older = make_quote("Older", days_ago=6)
        cls.newer = make_quote("Newer", days_ago=4)
        make_quote("A canary draft", days_ago=5, state="draft")

    def get(self, path="/quotes/medicine-is-script-it/", **params):
        return self.client.get(path, params, headers={"host": "127.0.0.1:8000"})

    def use(self, title, **fields):
        block = {"type": "book_quote", "value": {"quote": self.quote.pk}}
        return make_post(self.tree.journal, title, body=json.dumps([block]), **fields)

    def test_a_draft_is_nowhere(self):
        self.assertEqual(self.get("/quotes/a-canary-draft/").status_code, 404)
        self.assertNotContains(self.get("/quotes/"), "canary")
        self.assertNotContains(self.get("/quotes/", q="canary"), "A canary")
        self.assertNotContains(self.get(), "canary")
        for day in range(5):
            self.assertNotIn("canary", str(quote_of_the_day(date(2026, 11, 1 + day))))
        self.assertEqual(self.get("/quotes/a-canary-draft/card.png").status_code, 404)

    def test_drafts_private_and_future_essays_do_not_show_that_they_use_it(self):
        self.use("A canary draft essay", live=False)
        make_private(self.use("A canary private essay"))
        make_scheduled_post(
            self.tree.journal,
            "A canary future essay",
            body=json.dumps([{"type": "book_quote", "value": {"quote": self.quote.pk}}]),
        )
        for path in ("/quotes/", "/quotes/medicine-is-script-it/"):
            with self.subTest(path=path):
                self.assertNotContains(self.get(path), "canary")

    def test_every_published_essay_that_uses_it_is_named_once(self):
        self.use("An essay")
        twice = [{"type": "book_quote", "value": {"quote": self.quote.pk}}] * 2
        make_post(self.tree.journal, "Another essay", body=json.dumps(twice))
        for path in ("/quotes/", "/quotes/medicine-is-script-it/"):
            for title in ("An essay", "Another essay"):
                with self.subTest(path=path, title=title):
                    self.assertContains(self.get(path), f">{title}</a>", count=1)

    def test_the_ones_kept_before_and_after_are_linked(self):
        page = self.get()
        self.assertContains(page, 'href="/quotes/older/" rel="next"')
        self.assertContains(page, 'href="/quotes/newer/" rel="prev"')
        self.assertNotContains(self.get("/quotes/older/"), 'rel="next"')
        self.assertNotContains(self.get("/quotes/newer/"), 'rel="prev"')

    def test_it_is_told_to_machines(self):
        page = self.get().content.decode()
        data = re.search(r'<script type="application/ld\+json">(.*?)</script>', page).group(1)
        data = json.loads(data)
        self.assertEqual(data["@type"], "Quotation")
        self.assertEqual(data["text"], "Medicine is </script> it")
        self.assertEqual(data["spokenByCharacter"], {"@type": "Person", "name": "Rob Allbee"})
        self.assertEqual(data["isPartOf"]["name"], "The Work")
        card = "http://127.0.0.1:8000/quotes/medicine-is-script-it/card.png"
        self.assertEqual(data["image"], card)
        self.assertIn(f'<meta property="og:image" content="{card}">', page)
        for mark in ("h-cite", "p-content", "p-author h-card", "From memory"):
            with self.subTest(mark=mark):
                self.assertIn(mark, page)

    def test_a_book_and_a_conversation_are_named(self):
        book = Book.objects.create(title="Leaves of Grass", authors="Whitman, Walt", year="1855")
        make_quote("I am large", book=book, detail="p. 51")
        make_quote("You said so", conversation="A talk with my father, 2019")
        page = self.get("/quotes/i-am-large/")
        for words in (
            "Walt Whitman",
            "<i>Leaves of Grass</i>",
            "(1855)",
            "p. 51",
            '"@type": "Book"',
        ):
            with self.subTest(words=words):
                self.assertContains(page, words)
        page = self.get("/quotes/you-said-so/")
        self.assertContains(page, "A talk with my father, 2019")
        self.assertNotContains(page, "<cite")

    def test_its_page_asks_the_same_however_often_it_is_used(self):
        self.get()
        counts = []
        for first, last in ((0, 3), (3, 13)):
            for n in range(first, last):
                self.use(f"Essay {n}")
                make_quote(f"More {n}", days_ago=n)
                self.quote.themes.add(f"Theme {n}")
            with CaptureQueriesContext(connection) as queries:
                self.assertContains(self.get(), ">Essay 2</a>")
            counts.append(len(queries))
        self.assertEqual(counts, [11, 11])

    def test_a_speaker_is_linked_where_a_public_film_names_them(self):
        person = make_person("Vegas")
        self.quote.person = person
        self.quote.save()
        credited = {"cast": "Vegas"}
        make_film(self.tree.films, "A draft", live=False, **credited)
        make_private(make_film(self.tree.films, "A private film", **credited))
        self.assertNotContains(self.get(), "/films/people/vegas/")
        make_film(self.tree.films, "A public film", **credited)
        self.assertContains(self.get(), "/films/people/vegas/")

    def test_a_random_one_is_never_remembered(self):
        answer = self.get("/quotes/random/")
        self.assertEqual(answer.status_code, 302)
        self.assertEqual(answer["Cache-Control"], "no-store")
        self.assertEqual(self.get(answer.url).status_code, 200)
        seen = {self.get("/quotes/random/").url for _ in range(40)}
        self.assertEqual(
            seen, {"/quotes/medicine-is-script-it/", "/quotes/older/", "/quotes/newer/"}
        )
        Quote.objects.update(state="draft")
        self.assertEqual(self.get("/quotes/random/").status_code, 404)

    def test_a_random_one_of_a_private_book_is_not_given_away(self):
        make_private(self.tree.quotes)
        self.assertIn("/login/", self.get("/quotes/random/").url)
