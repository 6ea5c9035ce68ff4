from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text

from blog.quotes.models import Quote
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.films import make_film
from tests.factories.quotes import make_quote

CHOOSER = "wagtailsnippetchoosers_quotes_quote"
LIST = "wagtailsnippets_quotes_quote"
HOSTILE = ("\0", "a\0b", "x" * 10_000, '"', "'", "\\", "%", "🎬", "\u202eשלום", "<b>")


class QuoteAdminTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        library = lay_out_journal().films
        cls.film = make_film(library, "Bande à part", 1964)
        make_film(library, "The Work", 2017)
        make_film(library, "The Work", 1999)
        cls.quote = make_quote("L’âme est à part", speaker="Agnès", film=cls.film)
        cls.author = UserFactory(groups=["Author"])
        cls.editor = UserFactory(groups=["Editor"])
        cls.moderator = UserFactory(groups=["Moderator"])

    def create(self, **data):
        return self.client.post(reverse(f"{CHOOSER}:create"), data)

    def search(self, query):
        return self.client.get(reverse(f"{CHOOSER}:choose_results"), {"q": query})

    def test_readers_are_sent_to_sign_in(self):
        for name in ("choose", "choose_results", "create"):
            with self.subTest(name=name):
                response = self.client.get(reverse(f"{CHOOSER}:{name}"))
                self.assertIn("/login/", response.url)
        self.create(text="Words")
        self.assertEqual(Quote.objects.count(), 1)

    def test_a_moderator_keeps_nothing(self):
        self.client.force_login(self.moderator)
        self.assertEqual(self.create(text="Words").status_code, 302)
        self.assertEqual(Quote.objects.count(), 1)

    def test_what_is_no_quotation_is_answered_with_a_sentence(self):
        self.client.force_login(self.author)
        for data, sentence in (
            ({"text": ""}, "This field is required."),
            ({"text": " \n "}, "This field is required."),
            ({"text": "a\0b"}, "Null characters are not allowed."),
            ({"text": "x" * 10_000}, "at most 5000 characters"),
            ({"text": "W", "speaker": "x" * 10_000}, "at most 200 characters"),
            ({"text": "W", "provenance": "invented"}, "Select a valid choice."),
            ({"text": "W", "film": "No such film"}, "The library has no film of this title."),
            ({"text": "W", "film": "the work"}, "More films than one have this title."),
            ({"text": "W", "film": "🎬"}, "The library has no film of this title."),
        ):
            with self.subTest(data=str(data)[:40]):
                answer = self.create(**data).json()
                self.assertEqual(answer["step"], "reshow_creation_form")
                self.assertIn(sentence, answer["htmlFragment"])
        self.assertEqual(Quote.objects.count(), 1)

    def test_author_and_editor_keep_a_quotation_while_writing(self):
        for user in (self.author, self.editor):
            with self.subTest(user=str(user)):
                self.client.force_login(user)
                answer = self.create(
                    text="One line\nand <b>another</b>\n\nA second paragraph",
                    speaker="A speaker",
                    film="the work (2017)",
                    provenance="heard",
                ).json()
                quote = Quote.objects.get(pk=answer["result"]["id"])
                self.assertHTMLEqual(
                    quote.text,
                    "<p>One line<br>and &lt;b&gt;another&lt;/b&gt;</p> <p>A second paragraph</p>",
                )
                self.assertEqual(quote.film.year, 2017)
                self.assertTrue(quote.slug)

    def test_hostile_words_are_kept_as_words(self):
        self.client.force_login(self.author)
        for words in ('"', "🎬", "\u202eשלום", "<script>", "%s", "random"):
            with self.subTest(words=words):
                answer = self.create(text=words).json()
                quote = Quote.objects.get(pk=answer["result"]["id"])
                self.assertEqual(quote.plain_text, words)
                self.assertNotIn(quote.slug, ("", "random"))

    def test_a_search_forgives_case_and_accents_and_never_breaks(self):
        self.client.force_login(self.author)
        self.assertContains(self.search("AGNES"), "âme")
        self.assertNotContains(self.search("nobody"), "âme")
        for query in HOSTILE:
            with self.subTest(query=query[:20]):
                self.assertEqual(self.search(query).status_code, 200)
                page = self.client.get(reverse(f"{LIST}:list"), {"q": query})
                self.assertEqual(page.status_code, 200)

    def test_an_id_that_is_none_is_404(self):
        self.client.force_login(self.author)
        for pk in ("abc", "999999999"):
            with self.subTest(pk=pk):
                response = self.client.get(reverse(f"{CHOOSER}:chosen", args=[pk]))
                self.assertEqual(response.status_code, 404)

    def test_the_list_finds_and_asks_the_same_for_more(self):
        self.client.force_login(self.editor)
        page = self.client.get(reverse(f"{LIST}:list"), {"q": "AGNES"})
        self.assertContains(page, "âme est")
        for n in range(2):
            make_quote(f"Few {n}", film=self.film)
        self.client.get(reverse(f"{LIST}:list"))
        counts = []
        for more in (0, 10):
            for n in range(more):
                make_quote(f"More {n}", film=self.film)
            with CaptureQueriesContext(connection) as queries:
                self.client.get(reverse(f"{LIST}:list"))
            counts.append(len(queries))
        self.assertEqual(counts[0], counts[1])

    def test_the_editor_keeps_a_new_quotation(self):
        self.client.force_login(self.author)
        data = nested_form_data(
            {
                "text": rich_text("<p>New <i>words</i></p>"),
                "speaker": "She",
                "themes": "Grief, Work",
                "state": "public",
            }
        )
        self.client.post(reverse(f"{LIST}:add"), data)
        quote = Quote.objects.get(speaker="She")
        self.assertEqual(quote.slug, "new-words")
        self.assertEqual(sorted(tag.name for tag in quote.themes.all()), ["Grief", "Work"])

    def test_the_editor_refuses_a_reserved_address_with_a_sentence(self):
        self.client.force_login(self.author)
        data = nested_form_data(
            {"text": rich_text("<p>W</p>"), "themes": "", "state": "public", "slug": "random"}
        )
        page = self.client.post(reverse(f"{LIST}:add"), data)
        self.assertContains(page, "is an address of the journal’s own.")
