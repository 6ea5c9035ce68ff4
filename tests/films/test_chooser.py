from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blog.films.models import FilmPage
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.films import make_film

HOSTILE = ("\0", "a\0b", "x" * 10_000, '"', "'", "\\", "%", "🎬", "\u202eשלום", "<b>")


class FilmChooserTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.library = lay_out_journal().films
        cls.film = make_film(cls.library, "Amélie", 2001, directors="Jean-Pierre Jeunet")
        cls.author = UserFactory(groups=["Author"])
        cls.editor = UserFactory(groups=["Editor"])
        cls.moderator = UserFactory(groups=["Moderator"])

    def choose(self, **params):
        return self.client.get(reverse("film_chooser:choose"), params)

    def search(self, query):
        return self.client.get(reverse("film_chooser:choose_results"), {"q": query})

    def create(self, **data):
        return self.client.post(reverse("film_chooser:create"), data)

    def test_readers_are_sent_to_sign_in(self):
        for name in ("choose", "choose_results", "create"):
            with self.subTest(name=name):
                response = self.client.get(reverse(f"film_chooser:{name}"))
                self.assertEqual(response.status_code, 302)
                self.assertIn("/login/", response.url)
        self.assertEqual(self.create(title="The Work").status_code, 302)
        self.assertEqual(FilmPage.objects.count(), 1)

    def test_a_moderator_chooses_but_adds_nothing(self):
        self.client.force_login(self.moderator)
        self.assertNotIn("New", self.choose().json()["html"].split("Amélie")[0])
        self.assertEqual(self.create(title="The Work").status_code, 302)
        self.assertEqual(FilmPage.objects.count(), 1)

    def test_author_and_editor_add_by_title_alone(self):
        for user, title in ((self.author, "The Work"), (self.editor, "Zama")):
            with self.subTest(title=title):
                self.client.force_login(user)
                self.assertIn("Add film", self.choose().json()["html"])
                result = self.create(title=title, year="").json()
                film = FilmPage.objects.get(title=title)
                self.assertEqual(result["step"], "chosen")
                self.assertEqual(result["result"]["id"], str(film.pk))
                self.assertTrue(film.live)

    def test_what_cannot_be_a_film_is_answered_with_a_sentence(self):
        self.client.force_login(self.author)
        for data, sentence in (
            ({"title": ""}, "This field is required."),
            ({"title": "   "}, "This field is required."),
            ({"title": "a\0b"}, "Null characters are not allowed."),
            ({"title": "x" * 10_000}, "at most 255 characters"),
            ({"title": "T", "year": "soon"}, "Enter a whole number."),
            ({"title": "T", "year": "1492"}, "is not the year of a film"),
            ({"title": "T", "year": "9" * 5_000}, ""),
        ):
            with self.subTest(data=str(data)[:40]):
                answer = self.create(**data).json()
                self.assertEqual(answer["step"], "reshow_creation_form")
                self.assertIn(sentence, answer["htmlFragment"])
        self.assertEqual(FilmPage.objects.count(), 1)

    def test_hostile_titles_become_films_with_an_address(self):
        self.client.force_login(self.author)
        for title in ('"', "'", "🎬", "\u202eשלום", "<b>bold</b>", "People", "%s", "..."):
            with self.subTest(title=title):
                answer = self.create(title=title, year="2001").json()
                film = FilmPage.objects.filter(pk=answer["result"]["id"]).get()
                self.assertEqual(film.title, title)
                self.assertTrue(film.slug)
                self.assertNotEqual(film.slug, "people")

    def test_a_film_that_is_there_is_offered(self):
        self.client.force_login(self.author)
        answer = self.create(title="amelie", year="2001").json()
        self.assertEqual(answer["step"], "reshow_creation_form")
        self.assertIn("“Amélie (2001)” is in the library already.", answer["htmlFragment"])
        self.assertIn('value="amelie"', answer["htmlFragment"])

        used = self.create(title="amelie", year="2001", answer="same").json()
        self.assertEqual(used["result"]["id"], str(self.film.pk))

        added = self.create(title="Amélie", year="2001", answer="another").json()
        self.assertNotEqual(added["result"]["id"], str(self.film.pk))
        self.assertEqual(FilmPage.objects.get(pk=added["result"]["id"]).slug, "amélie-2001")

    def test_adding_the_same_film_twice_at_once_makes_one(self):
        self.client.force_login(self.author)
        first = self.create(title="The Work", year="2017").json()
        second = self.create(title="The Work", year="2017").json()
        self.assertEqual((first["step"], second["step"]), ("chosen", "reshow_creation_form"))
        self.assertEqual(FilmPage.objects.filter(title="The Work").count(), 1)

    def test_a_search_forgives_case_and_accents(self):
        self.client.force_login(self.author)
        for query in ("AMELIE", "jeunet", "2001 amé"):
            with self.subTest(query=query):
                self.assertContains(self.search(query), "Amélie (2001)")
        self.assertNotContains(self.search("zama"), "Amélie (2001)")

    def test_no_search_breaks_the_chooser(self):
        self.client.force_login(self.author)
        for query in HOSTILE:
            with self.subTest(query=query[:20]):
                self.assertEqual(self.search(query).status_code, 200)
        for page in ("x", "0", "-1", "9999"):
            with self.subTest(page=page):
                self.assertEqual(self.choose(p=page).status_code, 404)

    def test_drafts_are_offered_to_writers_with_their_state(self):
        make_film(self.library, "Unfinished", live=False)
        self.client.force_login(self.author)
        self.assertContains(self.search("unfinished"), "draft")

    def test_an_id_that_is_none_is_404(self):
        self.client.force_login(self.author)
        for pk in ("abc", "999999999", "9" * 25, "1e3", "0"):
            with self.subTest(pk=pk):
                response = self.client.get(reverse("film_chooser:chosen", args=[pk]))
                self.assertEqual(response.status_code, 404)

    def test_of_several_ids_those_that_are_none_are_left_out(self):
        self.client.force_login(self.author)
        url = reverse("film_chooser:chosen_multiple")
        ids = ["abc", "9" * 25, "-1", "²", "\0", str(self.film.pk)]
        answer = self.client.get(url, {"id": ids}).json()
        self.assertEqual([film["id"] for film in answer["result"]], [str(self.film.pk)])

    def test_the_number_of_queries_does_not_grow_with_the_films(self):
        self.client.force_login(self.author)
        for n in range(2):
            make_film(self.library, f"Few {n}", 2000 + n, directors="A, B")
        self.search("")
        with CaptureQueriesContext(connection) as queries:
            self.search("")
        for n in range(10):
            make_film(self.library, f"More {n}", 2000 + n, directors="A, B")
        with self.assertNumQueries(len(queries)):
            self.search("")

    def test_the_relation_of_an_essay_to_its_film_uses_the_chooser(self):
        self.client.force_login(self.editor)
        journal = FilmPage.objects.get().get_parent().get_siblings().filter(slug="journal").get()
        url = reverse("wagtailadmin_pages:add", args=["posts", "postpage", journal.pk])
        self.assertContains(self.client.get(url), reverse("film_chooser:choose"))
