import json
from datetime import date

from django.contrib.messages import get_messages
from django.test import TestCase
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text

from blog.quotes.cast import is_missing_from_cast
from blog.quotes.daily import quote_of_the_day_for
from blog.quotes.models import Quote
from blog.quotes.warnings import warn_of_page
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.films import make_film, make_person
from tests.factories.posts import make_post
from tests.factories.quotes import make_quote

LIST = "wagtailsnippets_quotes_quote"
PANEL = 'id="quote-of-the-day"'


class QuoteEditorTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()
        cls.film = make_film(cls.tree.films, "The Work", 2017, cast="Rob Allbee")
        cls.author = UserFactory(groups=["Author"])
        cls.editor = UserFactory(groups=["Editor"])
        cls.quote = make_quote("Our medicine")

    def add(self, **fields):
        data = {"text": rich_text("<p>Words</p>"), "themes": "", "state": "public", **fields}
        return self.client.post(reverse(f"{LIST}:add"), nested_form_data(data))

    def warnings(self, response):
        return [str(message) for message in get_messages(response.wsgi_request)]

    def use(self, title="An essay", **fields):
        block = {"type": "book_quote", "value": {"quote": self.quote.pk}}
        return make_post(self.tree.journal, title, body=json.dumps([block]), **fields)

    def test_a_public_quotation_that_is_not_verified_says_why(self):
        self.client.force_login(self.author)
        page = self.add(provenance="unverified")
        self.assertContains(page, "Say why it is not verified")
        self.assertContains(page, "Words")
        self.add(provenance="unverified", state="draft")
        self.assertEqual(Quote.objects.exclude(pk=self.quote.pk).get().state, "draft")

    def test_words_have_one_source(self):
        self.client.force_login(self.author)
        page = self.add(film=self.film.pk, conversation="A talk")
        self.assertContains(page, "Words have one source")

    def test_whoever_keeps_a_quotation_owns_it(self):
        self.client.force_login(self.author)
        self.add()
        self.client.post(reverse("wagtailsnippetchoosers_quotes_quote:create"), {"text": "Two"})
        owners = Quote.objects.exclude(pk=self.quote.pk).values_list("owner", flat=True)
        self.assertEqual(list(owners), [self.author.pk] * 2)

    def test_somebody_who_is_not_in_the_cast_is_a_warning_and_no_error(self):
        self.client.force_login(self.author)
        response = self.add(speaker="Manny", film=self.film.pk)
        self.assertIn("Not in the cast: Manny (The Work (2017))", self.warnings(response)[-1])
        self.assertTrue(Quote.objects.filter(speaker="Manny").exists())
        response = self.add(speaker="Rob", film=self.film.pk)
        self.assertNotIn("Not in the cast", str(self.warnings(response)[-1]))

    def test_the_editor_says_in_how_many_pages_it_stands(self):
        self.client.force_login(self.editor)
        url = reverse(f"{LIST}:edit", args=[self.quote.pk])
        self.assertNotContains(self.client.get(url), "It stands in")
        self.use()
        self.assertContains(self.client.get(url), "It stands in one page.")
        self.use("A draft of mine", live=False)
        page = self.client.get(url)
        self.assertContains(page, "It stands in 2 pages.")
        self.assertContains(page, "A draft of mine")

    def test_what_stands_in_a_page_is_not_deleted(self):
        self.client.force_login(self.editor)
        url = reverse(f"{LIST}:delete", args=[self.quote.pk])
        post = self.use()
        response = self.client.post(url)
        self.assertTrue(Quote.objects.filter(pk=self.quote.pk).exists())
        self.assertIn("still stands in a page", self.warnings(response)[-1])
        post.delete()
        self.client.post(url)
        self.assertFalse(Quote.objects.exists())


class CastTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.library = lay_out_journal().films
        cls.film = make_film(cls.library, "The Work", cast="Rob Allbee, Richard ‘Rick’ Misener")
        cls.film.credits.update(character="The visitor")
        person = make_person("Rob Allbee")
        person.other_names = "Robbie\nThe Giant"
        person.save()

    def is_missing(self, film=None, **fields):
        film = film or self.film
        return is_missing_from_cast(Quote(film=film, **fields), film)

    def test_a_name_is_found_in_many_forms(self):
        for speaker in ("Rob Allbee", "rob", "RICK", "Misener", "the visitor", "The Giant", ""):
            with self.subTest(speaker=speaker):
                self.assertFalse(self.is_missing(speaker=speaker))
        for speaker in ("Manny", "Rob Manny", "Allbeeson"):
            with self.subTest(speaker=speaker):
                self.assertTrue(self.is_missing(speaker=speaker))

    def test_signs_alone_are_nobody(self):
        self.assertFalse(self.is_missing(speaker="🎬"))

    def test_a_person_is_looked_up_by_number(self):
        self.assertFalse(self.is_missing(person=make_person("Rob Allbee"), speaker="Manny"))
        self.assertTrue(self.is_missing(person=make_person("Someone Else")))

    def test_without_a_film_or_a_cast_nobody_is_missing(self):
        bare = make_film(self.library, "No cast", directors="Someone")
        self.assertFalse(self.is_missing(film=bare, speaker="Manny"))
        self.assertFalse(is_missing_from_cast(Quote(speaker="Manny"), None))


class PublishingTests(TestCase):
    def test_publishing_a_page_tells_of_speakers_and_drafts(self):
        tree = lay_out_journal()
        film = make_film(tree.films, "The Work", cast="Rob Allbee")
        draft = make_quote("Not yet", state="draft")
        body = [
            {
                "type": "quotation",
                "value": {"text": "<p>W</p>", "speaker": "Manny", "film": film.pk},
            },
            {"type": "book_quote", "value": {"quote": draft.pk}},
            {"type": "book_quote", "value": {"quote": 10**9}},
        ]
        post = make_post(tree.journal, live=False, body=json.dumps(body))
        self.client.force_login(UserFactory(groups=["Editor"]))
        page = self.client.get(reverse("wagtailadmin_home"))
        warn_of_page(page.wsgi_request, post)
        said = [str(message) for message in get_messages(page.wsgi_request)]
        self.assertIn("Not in the cast: Manny (The Work)", said[0])
        self.assertIn("“Not yet” is a draft", said[1])
        self.assertEqual(len(said), 2)


class DayPanelTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        lay_out_journal()
        cls.author = UserFactory(groups=["Author"])
        cls.other = UserFactory(groups=["Author"])

    def home(self, user):
        self.client.force_login(user)
        return self.client.get(reverse("wagtailadmin_home"))

    def test_an_empty_book_offers_nothing(self):
        make_quote("A canary draft", state="draft", owner=self.author)
        self.assertNotContains(self.home(self.author), PANEL)

    def test_a_moderator_is_offered_nothing(self):
        make_quote("Words")
        self.assertNotContains(self.home(UserFactory(groups=["Moderator"])), PANEL)

    def test_an_author_is_offered_one_of_their_own_and_else_any(self):
        make_quote("Not mine")
        mine = make_quote("Mine", owner=self.author)
        page = self.home(self.author)
        self.assertContains(page, "You kept this once")
        self.assertContains(page, "Mine")
        self.assertContains(page, f"quote={mine.pk}")
        self.assertContains(self.home(self.other), "From the commonplace book")

    def test_it_is_another_one_the_next_day(self):
        for n in range(3):
            make_quote(f"Mine {n}", owner=self.author)
        offered = [quote_of_the_day_for(self.author, date(2026, 11, day)) for day in (1, 2, 3, 4)]
        self.assertEqual(len(set(offered)), 3)
        self.assertEqual(offered[0], offered[3])
