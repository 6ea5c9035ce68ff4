"""Books in the admin and in their chooser."""

from django.test import TestCase
from django.urls import reverse

from blog.citations.models import Book
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory

CHOOSER = "wagtailsnippetchoosers_citations_book"
LIST = "wagtailsnippets_citations_book"
HOSTILE = ("\0", "a\0b", "x" * 10_000, '"', "'", "\\", "%", "🎬", "\u202eשלום", "<b>")


class BookTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        lay_out_journal()
        cls.book = Book.objects.create(
            title="L’Année dernière", authors="Robbe-Grillet, Alain\nDoe, J.", year="1961"
        )
        Book.objects.create(title="Sequence", authors="Tuckman, Bruce W.")
        cls.author = UserFactory(groups=["Author"])
        cls.moderator = UserFactory(groups=["Moderator"])

    def search(self, query, view=f"{CHOOSER}:choose_results"):
        return self.client.get(reverse(view), {"q": query})

    def create(self, **data):
        return self.client.post(reverse(f"{CHOOSER}:create"), data)

    def test_readers_are_sent_to_sign_in(self):
        self.assertIn("/login/", self.search("a").url)
        self.create(title="A book")
        self.assertEqual(Book.objects.count(), 2)

    def test_a_moderator_adds_nothing(self):
        self.client.force_login(self.moderator)
        self.create(title="A book")
        self.assertEqual(Book.objects.count(), 2)

    def test_what_is_no_book_is_answered_with_a_sentence(self):
        self.client.force_login(self.author)
        for data, sentence in (
            ({"title": ""}, "This field is required."),
            ({"title": "a\0b"}, "Null characters are not allowed."),
            ({"title": "x" * 10_000}, "at most 300 characters"),
            ({"title": "A", "authors": "x" * 10_000}, "at most 2000 characters"),
            ({"title": "A", "year": "x" * 100}, "at most 30 characters"),
        ):
            with self.subTest(data=str(data)[:60]):
                self.assertIn(sentence, self.create(**data).json()["htmlFragment"])
        self.assertEqual(Book.objects.count(), 2)

    def test_an_author_adds_a_book_from_the_chooser(self):
        self.client.force_login(self.author)
        answer = self.create(title="New", authors="One, A.", year="1999").json()
        self.assertEqual(answer["result"]["string"], "A. One, New (1999)")

    def test_accents_and_case_do_not_count_in_a_search(self):
        self.client.force_login(self.author)
        for query in ("annee", "L'ANNÉE", "grillet 1961", "derniere robbe"):
            for view in (f"{CHOOSER}:choose_results", f"{LIST}:list_results"):
                with self.subTest(query=query, view=view):
                    response = self.search(query, view)
                    self.assertContains(response, "Année")
                    self.assertNotContains(response, "Sequence")

    def test_an_odd_search_does_not_fail(self):
        self.client.force_login(self.author)
        for query in HOSTILE:
            with self.subTest(query=query[:20]):
                self.assertEqual(self.search(query).status_code, 200)

    def test_a_book_that_is_none_is_not_found(self):
        self.client.force_login(self.author)
        for pk in ("999999", "x", "🎬"):
            response = self.client.get(reverse(f"{CHOOSER}:chosen", args=[pk]))
            self.assertEqual(response.status_code, 404)

    def test_a_book_is_named_by_its_authors(self):
        self.assertEqual(str(self.book), "Alain Robbe-Grillet and J. Doe, L’Année dernière (1961)")
        self.assertEqual(str(Book(title="Alone")), "Alone")
