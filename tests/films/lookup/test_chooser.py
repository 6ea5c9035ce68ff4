"""The middle tab of the film chooser."""

from django.test import TestCase, override_settings
from django.urls import reverse

from blog.films.models import FilmPage
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.films.sources.replay import replaying

from .ground import make_film


class LookUpTabTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.library = lay_out_journal().films
        cls.author = UserFactory(groups=["Author"])
        cls.editor = UserFactory(groups=["Editor"])
        cls.moderator = UserFactory(groups=["Moderator"])

    def setUp(self):
        running = replaying()
        self.replay = running.__enter__()
        self.addCleanup(running.__exit__, None, None, None)
        self.client.force_login(self.author)
        self.url = reverse("film_chooser:look_up")

    def look_up(self, **data):
        return self.client.post(self.url, {"title": "The Quiet Well", "year": ""} | data).json()

    def take(self, source="tmdb", number="900001", **data):
        return self.look_up(source=source, id=number, **data)

    def test_who_may_not_add_films_looks_none_up(self):
        self.client.force_login(self.moderator)
        for response in (self.client.get(self.url, {"title": "x"}), self.client.post(self.url)):
            self.assertEqual(response.status_code, 302)
        self.assertNotIn("Look up", self.client.get(reverse("film_chooser:choose")).json()["html"])
        self.client.logout()
        self.assertIn("/login/", self.client.get(self.url).url)
        self.assertEqual(self.replay.asked, [])

    def test_opening_the_chooser_asks_nobody(self):
        html = self.client.get(reverse("film_chooser:choose")).json()["html"]
        for tab in ("tab-search", "tab-look-up", "tab-create"):
            self.assertIn(f'id="{tab}"', html)
        self.assertEqual(self.replay.asked, [])

    def test_candidates_are_shown_in_their_tab(self):
        answer = self.look_up()
        self.assertEqual(answer["step"], "choose")
        self.assertIn('data-w-tabs-active-panel-id-value="tab-look-up"', answer["html"])
        self.assertIn("The Quiet Well (1986)", answer["html"])
        self.assertIn("Directed by Ada Marten", answer["html"])
        self.assertIn('src="/admin/films/posters/?of=', answer["html"])
        self.assertIn("not endorsed or certified by TMDB", answer["html"])

    def test_what_was_searched_in_vain_is_looked_up_by_a_link(self):
        results = self.client.get(reverse("film_chooser:choose_results"), {"q": "Quiet & well"})
        self.assertContains(results, f"{self.url}?title=Quiet+%26+well")
        answer = self.client.get(self.url, {"title": "Quiet & well"}).json()
        self.assertIn('value="Quiet &amp; well"', answer["html"])
        self.assertIn("Directed by Ada Marten", answer["html"])

    def test_odd_searches_are_answered_with_the_words_kept(self):
        for title in ("", "\0", "x" * 10_000, "🎬", "\u202eשלום", "<b>bold</b>"):
            for year in ("", "soon", "1492"):
                with self.subTest(title=title[:10], year=year):
                    answer = self.look_up(title=title, year=year)
                    self.assertEqual(answer["step"], "choose")
                    self.assertNotIn("<b>bold", answer["html"])

    def test_without_network_and_token_the_other_tabs_work_and_a_sentence_says_why(self):
        with override_settings(TMDB_TOKEN=None, WIKIDATA_URL="http://127.0.0.1:1"):
            html = self.look_up()["html"]
        self.assertIn("Wikidata cannot be reached.", html)
        self.assertIn("TMDB is not asked: it needs a token", html)
        created = self.client.post(reverse("film_chooser:create"), {"title": "By hand", "year": ""})
        self.assertEqual(created.json()["step"], "chosen")

    def test_forged_films_are_answered_with_a_sentence(self):
        for source, number in (("nowhere", "1"), ("tmdb", "x"), ("wikidata", "\0"), ("", "")):
            with self.subTest(source=source):
                answer = self.take(source, number)
                self.assertEqual(answer["step"], "choose")
                self.assertIn('class="error-message" role="alert"', answer["html"])
        self.assertEqual(FilmPage.objects.count(), 0)

    def test_choosing_a_candidate_adds_the_film(self):
        answer = self.take()
        film = FilmPage.objects.get()
        self.assertEqual((answer["step"], answer["result"]["id"]), ("chosen", str(film.pk)))
        self.assertEqual((film.directors, film.year), ("Ada Marten", 1986))
        self.assertEqual(film.poster.credit, "Poster from TMDB")
        self.assertEqual(film.owner, self.author)

    def test_choosing_twice_at_once_adds_one(self):
        first, second = self.take(), self.take()
        self.assertEqual((first["step"], second["step"]), ("chosen", "choose"))
        self.assertIn("is in the library already", second["html"])
        self.assertEqual(FilmPage.objects.count(), 1)

    def test_the_same_film_from_the_other_source_is_known(self):
        self.take()
        answer = self.take("wikidata", "Q9001")
        self.assertIn("the numbers elsewhere agree", answer["html"])
        self.assertNotIn("Add another film of this title", answer["html"])
        forced = self.take("wikidata", "Q9001", answer="another")
        self.assertEqual(forced["step"], "choose")
        self.assertEqual(FilmPage.objects.count(), 1)

    def test_a_duplicate_can_be_used_as_it_is(self):
        film = make_film(self.library, "The Quiet Well", 1986)
        self.assertIn("does not tell them apart", self.take()["html"])
        answer = self.take(answer="use")
        self.assertEqual(answer["result"]["id"], str(film.pk))
        film.refresh_from_db()
        self.assertEqual(film.synopsis, "")

    def test_a_duplicate_can_be_filled_where_it_is_empty(self):
        film = make_film(self.library, "The Quiet Well", 1986, tagline="Mine.", owner=self.author)
        self.assertIn("fill what is empty", self.take()["html"])
        self.assertEqual(self.take(answer="fill")["result"]["id"], str(film.pk))
        film.refresh_from_db()
        # Authors publish nothing, so that it waits in a draft.
        self.assertEqual(film.synopsis, "")
        draft = FilmPage.objects.get(pk=film.pk).get_latest_revision_as_object()
        self.assertEqual((draft.tagline, len(draft.credits.all())), ("Mine.", 10))

    def test_a_film_of_somebody_else_is_not_filled_by_an_author(self):
        film = make_film(self.library, "The Quiet Well", 1986, owner=self.editor)
        self.assertNotIn("fill what is empty", self.take()["html"])
        response = self.client.post(
            self.url, {"title": "x", "source": "tmdb", "id": "900001", "answer": "fill"}
        )
        self.assertEqual(response.status_code, 302)
        film.refresh_from_db()
        self.assertEqual(film.directors, "")

    def test_another_film_of_the_title_can_be_added(self):
        make_film(self.library, "The Quiet Well", 1986)
        self.assertEqual(self.take(answer="another")["step"], "chosen")
        self.assertEqual(FilmPage.objects.count(), 2)

    def test_several_may_be_chosen_where_several_are_wanted(self):
        answer = self.client.post(f"{self.url}?multiple=1", {"source": "tmdb", "id": "900001"})
        self.assertEqual(len(answer.json()["result"]), 1)


class SearchTabTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.library = lay_out_journal().films
        for title, year in (
            ("Of Solaris and Men", 1990),
            ("Solaris", 1972),
            ("Solaris Again", 2002),
        ):
            make_film(cls.library, title, year)
        cls.author = UserFactory(groups=["Author"])

    def titles(self, query):
        self.client.force_login(self.author)
        response = self.client.get(reverse("film_chooser:choose_results"), {"q": query})
        self.html = response.content.decode()
        titles = ("Of Solaris and Men (1990)", "Solaris (1972)", "Solaris Again (2002)")
        return sorted((t for t in titles if t in self.html), key=self.html.index)

    def test_the_film_of_exactly_that_title_is_first(self):
        self.assertEqual(
            self.titles("solaris"),
            ["Solaris (1972)", "Solaris Again (2002)", "Of Solaris and Men (1990)"],
        )
        self.assertNotIn("come close", self.html)

    def test_a_slip_is_forgiven_and_said(self):
        self.assertEqual(len(self.titles("soalris")), 3)
        self.assertIn("has the words “soalris”. These come close:", self.html)
        self.assertIn("Look up “soalris”", self.html)
