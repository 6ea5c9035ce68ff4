from datetime import date
from unittest import mock

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.test import SimpleTestCase, TestCase

from blog.blocks.provenance import Provenance, provenance_label
from blog.quotes.daily import quote_of_the_day
from blog.quotes.models import Quote, QuoteIndexPage
from home.setup import lay_out_journal
from tests.factories.films import make_film
from tests.factories.posts import make_private
from tests.factories.quotes import make_quote


class ProvenanceTests(SimpleTestCase):
    def test_an_unknown_provenance_says_nothing(self):
        for provenance in ("", None, "invented"):
            with self.subTest(provenance=provenance):
                self.assertEqual(provenance_label(provenance, "a note"), "")

    def test_the_authors_words_stand_in_for_ours(self):
        for provenance, note, label in (
            (Provenance.HEARD, "", "Checked against the source"),
            (Provenance.HEARD, "Heard in the cinema", "Heard in the cinema"),
            (Provenance.REPORTED, "Reported by a viewer", "Reported by a viewer"),
            (Provenance.UNVERIFIED, "", "Unverified"),
            (Provenance.UNVERIFIED, "one guide gives it", "Unverified: one guide gives it"),
        ):
            with self.subTest(provenance=provenance, note=note):
                self.assertEqual(str(provenance_label(provenance, note)), label)


class QuoteTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()
        cls.film = make_film(cls.tree.films, "The Work", 2017)

    def test_an_address_of_the_journals_own_is_refused(self):
        with self.assertRaises(ValidationError):
            Quote(text="<p>Random</p>", slug="random").full_clean()

    def test_what_is_no_language_tag_is_refused(self):
        for language in ("french!", "e", '" onclick=', "en us"):
            with self.subTest(language=language), self.assertRaises(ValidationError):
                Quote(text="<p>W</p>", language=language).full_clean()

    def test_the_address_is_made_of_the_first_words(self):
        long = "Right down next to where we hurt the most is our medicine."
        for words, slug in (
            (long, "right-down-next-to-where-we-hurt-the"),
            (long, "right-down-next-to-where-we-hurt-the-2"),
            ("Random", "random-2"),
            ("🎬", "quotation"),
            ("…", "quotation-2"),
            ("אני כאן", "אני-כאן"),
            ("x" * 500, "x" * 100),
        ):
            with self.subTest(words=words[:20]):
                self.assertEqual(make_quote(words).slug, slug)

    def test_an_address_that_is_taken_meanwhile_is_made_anew(self):
        make_quote("Same words")
        with mock.patch.object(Quote, "get_free_slug", side_effect=["same-words", "same-words-2"]):
            self.assertEqual(make_quote("Same words").slug, "same-words-2")
        with (
            mock.patch.object(Quote, "get_free_slug", return_value="same-words"),
            self.assertRaises(IntegrityError),
        ):
            make_quote("Same words")

    def test_an_edited_quotation_keeps_its_address(self):
        quote = make_quote("First words")
        quote.text = "<p>Other words</p>"
        quote.save()
        self.assertEqual(quote.slug, "first-words")

    def test_a_film_that_readers_may_not_see_is_not_named(self):
        draft = make_film(self.tree.films, "Canary draft", live=False)
        private = make_private(make_film(self.tree.films, "Canary private"))
        for film, shown in ((draft, None), (private, None), (self.film, self.film), (None, None)):
            with self.subTest(film=str(film)):
                quote = make_quote("Words", film=film)
                self.assertEqual(quote.published_film, shown)
                listed = Quote.objects.published().for_listing().get(pk=quote.pk)
                self.assertEqual(listed.published_film, shown)
                self.assertEqual(quote.is_attributed, bool(shown))

    def test_a_deleted_film_leaves_its_quotations(self):
        film = make_film(self.tree.films, "Gone")
        quote = make_quote("Words", film=film)
        film.delete()
        quote.refresh_from_db()
        self.assertIsNone(quote.film)

    def test_the_address_stands_below_the_commonplace_book(self):
        quote = make_quote("Words")
        self.assertEqual(quote.get_absolute_url(), "/quotes/words/")
        with self.assertNumQueries(1):
            listed = Quote.objects.published().get(pk=quote.pk)
            self.assertEqual(listed.get_absolute_url(), "/quotes/words/")
        QuoteIndexPage.objects.get().unpublish()
        self.assertEqual(quote.get_absolute_url(), "")

    def test_the_plain_words_have_no_mark_up(self):
        quote = Quote(text="<p>One &amp; <i>two</i><br/>three</p><p>four</p>", speaker="She")
        self.assertEqual(quote.plain_text, "One & two three four")
        self.assertEqual(str(quote), "One & two three four (She)")


class QuoteQuerySetTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        film = make_film(lay_out_journal().films, "Aftersun", 2022)
        cls.old = make_quote("L’âme est à part", days_ago=9, speaker="Agnès", themes=["Grief"])
        cls.new = make_quote("We cannot live", days_ago=1, film=film, gloss="On Élodie")

    def test_the_newest_comes_first(self):
        self.assertEqual(list(Quote.objects.published()), [self.new, self.old])

    def test_a_search_forgives_case_and_accents(self):
        for query, found in (
            ("AME", [self.old]),
            ("agnes part", [self.old]),
            ("elodie", [self.new]),
            ("nothing", []),
            ("", [self.new, self.old]),
        ):
            with self.subTest(query=query):
                self.assertEqual(list(Quote.objects.published().matching(query)), found)

    def test_quotations_are_found_by_theme_and_film(self):
        self.assertEqual(list(Quote.objects.on_theme("grief")), [self.old])
        self.assertEqual(list(Quote.objects.from_film(self.new.film)), [self.new])

    def test_the_quotation_of_the_day_changes_with_the_day_alone(self):
        days = [date(2026, 11, day) for day in (1, 2, 3)]
        chosen = [quote_of_the_day(day) for day in days]
        self.assertEqual(chosen[0], chosen[2])
        self.assertNotEqual(chosen[0], chosen[1])
        self.assertEqual(quote_of_the_day(days[0]), chosen[0])

    def test_an_empty_book_has_no_quotation_of_the_day(self):
        Quote.objects.all().delete()
        self.assertIsNone(quote_of_the_day(date(2026, 11, 1)))
