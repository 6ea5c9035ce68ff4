"""An essay is begun from a film, an evening or a quotation."""

from datetime import date
from uuid import uuid4

from django.test import Client, TestCase
from django.urls import reverse
from wagtail.models import GroupPagePermission

from blog.accounts.actions import ensure_author
from blog.accounts.models import User
from blog.posts.models import PostPage
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.films import make_film, make_viewing
from tests.factories.quotes import make_quote

SECRET = "Zwiebelkuchen"
START = "posts_start"


class StartTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = lay_out_journal()
        cls.film = make_film(cls.site.films, "Aftersun", 2022)
        cls.author = UserFactory(groups=["Author"])
        cls.byline = ensure_author(cls.author)
        cls.quote = make_quote("I think it’s nice that we share the same sky.", film=cls.film)
        cls.viewing = make_viewing(
            cls.film,
            author=cls.byline,
            watched_on=date(2024, 5, 3),
            half_stars=9,
            private_note=SECRET,
        )

    def setUp(self):
        self.client.force_login(self.author)

    def address(self, **query):
        return reverse(START, query=query)

    def start(self, key=None, **query):
        return self.client.post(self.address(**query), {"key": key or str(uuid4())})

    def begun(self, **query):
        response = self.start(**query)
        post = PostPage.objects.get()
        edit = reverse("wagtailadmin_pages:edit", args=[post.pk])
        self.assertRedirects(response, edit, 303, fetch_redirect_response=False)
        return post


class RefusalTests(StartTestCase):
    def test_without_the_token_of_the_form_nothing_is_begun(self):
        client = Client(enforce_csrf_checks=True)
        client.force_login(self.author)
        self.assertEqual(client.post(self.address(film=self.film.pk)).status_code, 403)
        self.assertFalse(PostPage.objects.exists())

    def test_readers_are_sent_to_sign_in(self):
        self.client.logout()
        self.assertIn("/login/", self.client.get(self.address(film=self.film.pk)).url)
        self.assertIn("/login/", self.start(film=self.film.pk).url)

    def test_a_moderator_gets_a_sentence_and_nothing_else(self):
        self.client.force_login(UserFactory(groups=["Moderator"]))
        for ask in (self.client.get, self.client.post):
            response = ask(self.address(film=self.film.pk), follow=True)
            self.assertContains(response, "You may not add essays to the journal.")
        self.assertFalse(PostPage.objects.exists())

    def test_nobody_begins_with_somebody_elses_evening(self):
        self.client.force_login(UserFactory(groups=["Author"]))
        for response in (
            self.client.get(self.address(viewing=self.viewing.pk)),
            self.start(viewing=self.viewing.pk),
        ):
            self.assertRedirects(
                response, reverse("wagtailadmin_home"), fetch_redirect_response=False
            )
        self.assertFalse(PostPage.objects.exists())

    def test_what_is_gone_or_never_was_is_said_and_begins_nothing(self):
        for query in (
            {},
            {"film": 10**9},
            {"viewing": 10**9},
            {"quote": 10**9},
            {"film": "x"},
            {"film": 10**40},
            {"film": "\0"},
            {"film": "²"},
            {"film": self.site.journal.pk},
        ):
            with self.subTest(query=query):
                response = self.client.get(self.address(**query))
                self.assertContains(response, "is gone, or was never there", status_code=404)
                self.assertEqual(self.start(**query).status_code, 404)
        self.assertFalse(PostPage.objects.exists())

    def test_asking_begins_nothing(self):
        response = self.client.get(self.address(film=self.film.pk))
        self.assertContains(response, "Start the essay")
        self.assertFalse(PostPage.objects.exists())


class BeginningTests(StartTestCase):
    def test_from_a_film(self):
        post = self.begun(film=self.film.pk)
        self.assertEqual((post.title, post.slug, post.live), ("Aftersun", "aftersun", False))
        self.assertEqual((post.film, post.half_stars), (self.film, None))
        self.assertEqual((post.owner, post.author), (self.author, self.byline))
        self.assertEqual(post.body[0].block_type, "film_card")
        self.assertEqual(post.body[0].value["film"], self.film)
        self.assertEqual(post.get_parent().pk, self.site.journal.pk)

    def test_the_draft_opens_in_its_editor_and_can_be_saved(self):
        post = self.begun(film=self.film.pk)
        response = self.client.get(reverse("wagtailadmin_pages:edit", args=[post.pk]))
        self.assertEqual(response.status_code, 200)
        self.assertEqual(post.get_latest_revision_as_object().body[0].block_type, "film_card")

    def test_from_an_evening(self):
        post = self.begun(viewing=self.viewing.pk)
        self.assertEqual((post.film, post.half_stars), (self.film, 9))
        self.assertEqual([block.block_type for block in post.body], ["prose", "film_card"])
        self.assertIn("Seen on 3 May 2024.", str(post.body[0].value))
        self.assertNotIn(SECRET, str(post.body.raw_data))

    def test_from_a_private_evening_only_the_film_goes_over(self):
        self.viewing.is_private = True
        self.viewing.save()
        post = self.begun(viewing=self.viewing.pk)
        self.assertEqual((post.film, post.half_stars), (self.film, None))
        self.assertEqual([block.block_type for block in post.body], ["film_card"])

    def test_from_an_evening_without_a_day(self):
        post = self.begun(viewing=make_viewing(self.film, author=self.byline).pk)
        self.assertEqual([block.block_type for block in post.body], ["film_card"])

    def test_from_a_quotation(self):
        post = self.begun(quote=self.quote.pk)
        self.assertEqual((post.title, post.film), ("Aftersun", self.film))
        self.assertEqual(post.body[0].block_type, "book_quote")
        self.assertEqual(post.body[0].value["quote"], self.quote)

    def test_from_a_quotation_of_no_film(self):
        quote = make_quote("Il faut tenter de vivre." * 30, speaker="Paul Valéry")
        post = self.begun(quote=quote.pk)
        self.assertTrue(post.title.startswith("Il faut tenter"))
        self.assertLessEqual(len(post.title), 255)

    def test_a_film_called_by_a_year_or_by_nothing_gets_a_slug_of_its_own(self):
        for title, slug in (
            ("1984", "1984-2"),
            ("Tag", "tag-2"),
            ("…", "essay"),
            ("🎬", "essay-2"),
        ):
            film = make_film(self.site.films, title)
            self.start(film=film.pk)
            self.assertEqual(PostPage.objects.get(film=film).slug, slug)

    def test_a_form_sent_twice_begins_one_essay(self):
        key = str(uuid4())
        targets = {self.start(key=key, film=self.film.pk).url for _ in range(2)}
        self.assertEqual(len(targets), 1)
        self.assertEqual(PostPage.objects.count(), 1)

    def test_a_key_of_somebody_elses_page_counts_as_a_new_form(self):
        keys = [self.film.translation_key, self.site.journal.translation_key]
        for key in map(str, keys):
            self.assertEqual(self.start(key=key, film=self.film.pk).status_code, 303)
        self.assertEqual(PostPage.objects.count(), 2)

    def test_a_key_that_is_none_counts_as_a_new_form(self):
        for key in ("x", "\0", "🎬"):
            self.assertEqual(self.start(key=key, film=self.film.pk).status_code, 303)
        self.assertEqual(PostPage.objects.count(), 3)

    def test_a_second_essay_is_offered_the_first(self):
        self.begun(film=self.film.pk)
        response = self.client.get(self.address(film=self.film.pk))
        self.assertContains(response, "Begun already")
        self.client.force_login(UserFactory(groups=["Author"]))
        self.assertNotContains(self.client.get(self.address(film=self.film.pk)), "Begun already")


class ButtonTests(StartTestCase):
    def test_buttons_stand_where_something_can_be_written_about(self):
        self.client.force_login(User.objects.create_superuser("owner@example.org", "p"))
        film = self.address(film=self.film.pk)
        for address, target in (
            (reverse("wagtailadmin_pages:edit", args=[self.film.pk]), film),
            (reverse("wagtailadmin_explore", args=[self.site.films.pk]), film),
            (reverse("viewing:index"), self.address(viewing=self.viewing.pk)),
            (
                reverse("viewing:edit", args=[self.viewing.pk]),
                self.address(viewing=self.viewing.pk),
            ),
            (
                reverse(type(self.quote).snippet_viewset.get_url_name("list")),
                self.address(quote=self.quote.pk),
            ),
        ):
            with self.subTest(address=address):
                self.assertContains(self.client.get(address), f'href="{target}"')

    def test_no_button_on_other_pages_and_for_those_who_may_not(self):
        self.client.force_login(UserFactory(groups=["Editor"]))
        edit = reverse("wagtailadmin_pages:edit", args=[self.site.journal.pk])
        self.assertNotContains(self.client.get(edit), reverse(START))
        make_viewing(self.film)
        self.assertContains(self.client.get(reverse("viewing:index")), reverse(START))
        GroupPagePermission.objects.all().delete()
        self.assertNotContains(self.client.get(reverse("viewing:index")), reverse(START))
