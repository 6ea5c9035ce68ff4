"""The commonplace book by film, speaker, theme and words."""

from django.test import TestCase

from home.setup import lay_out_journal
from tests.factories.films import make_film, make_person
from tests.factories.quotes import make_quote


class NarrowingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()
        cls.film = make_film(cls.tree.films, "The Work", 2017)
        other = make_film(cls.tree.films, "Another", 1999)
        hidden = make_film(cls.tree.films, "Canary film", live=False)
        walt = make_person("Walt Whitman")
        make_quote("One", film=cls.film, speaker="Rob", themes=["Grief"])
        make_quote("Two", film=cls.film, person=walt, themes=["Grief", "Work"])
        make_quote("Three", film=other, speaker="Walt Whitman")
        make_quote("Four", film=hidden, speaker="Rob", themes=["Work"])
        make_quote("Five")
        make_quote("Draft", film=cls.film, speaker="Rob", themes=["Grief"], state="draft")

    def get(self, **params):
        return self.client.get("/quotes/", params, headers={"host": "127.0.0.1:8000"})

    def words(self, **params):
        return {quote.plain_text for quote in self.get(**params).context["quotes"]}

    def test_what_nobody_used_is_404(self):
        for params in (
            {"film": "nothing"},
            {"film": "canary-film"},
            {"film": "\0"},
            {"speaker": "nobody"},
            {"speaker": "x" * 5000},
            {"speaker": "a\0b"},
            {"film": '"'},
        ):
            with self.subTest(params=str(params)[:40]):
                self.assertEqual(self.get(**params).status_code, 404)

    def test_a_film_a_speaker_and_a_theme_narrow_together(self):
        for params, words in (
            ({"film": "the-work"}, {"One", "Two"}),
            ({"speaker": "Walt Whitman"}, {"Two", "Three"}),
            ({"speaker": "Rob"}, {"One", "Four"}),
            ({"speaker": "Rob", "film": "the-work"}, {"One"}),
            ({"speaker": "Walt Whitman", "theme": "work"}, {"Two"}),
            ({"film": "another", "theme": "work"}, set()),
            (
                {"film": "", "speaker": "", "theme": "", "q": ""},
                {"One", "Two", "Three", "Four", "Five"},
            ),
        ):
            with self.subTest(params=params):
                self.assertEqual(self.words(**params), words)

    def test_every_count_is_the_number_of_rows_that_its_choice_gives(self):
        for params in ({}, {"film": "the-work"}, {"speaker": "Rob"}, {"theme": "work"}, {"q": "o"}):
            choices = self.get(**params).context["choices"]
            for kind, found in choices.items():
                for choice in found:
                    with self.subTest(params=params, kind=kind, choice=choice.name):
                        rows = self.words(**{**params, kind: choice.slug})
                        self.assertEqual(len(rows), choice.quote_count)
        self.assertEqual(self.get(theme="work").context["quote_count"], 5)

    def test_a_film_that_readers_may_not_see_is_no_choice(self):
        self.assertNotContains(self.get(), "Canary")
        self.assertNotContains(self.get(speaker="Rob"), "Canary")

    def test_links_keep_what_was_asked(self):
        page = self.get(film="the-work", q="o")
        self.assertContains(page, "?q=o&amp;film=the-work&amp;theme=grief")
        self.assertContains(page, '<option value="the-work" selected>')

    def test_narrowing_asks_the_same_for_more(self):
        params = {"film": "the-work", "speaker": "Rob", "theme": "grief", "q": "o"}
        self.get(**params)
        for more in (0, 10):
            for n in range(more):
                person = make_person(f"Person {n}")
                make_quote(f"More {n}", film=self.film, person=person, themes=["Grief"])
            with self.subTest(more=more), self.assertNumQueries(11):
                self.get(**params)
