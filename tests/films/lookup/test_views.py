"""The look-up from a film's editor."""

from django.contrib.messages import get_messages
from django.test import TestCase, override_settings
from django.urls import reverse

from blog.films.models import FilmPage
from blog.images.models import Image
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.films.sources.replay import recorded, replaying

from .ground import make_film

TMDB_SENTENCE = "This product uses the TMDB API but is not endorsed or certified by TMDB."


class LookUpViewCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.library = lay_out_journal().films
        cls.author = UserFactory(groups=["Author"])
        cls.editor = UserFactory(groups=["Editor"])
        cls.moderator = UserFactory(groups=["Moderator"])
        cls.film = make_film(
            cls.library, "The Quiet Well", 1986, tagline="My own words.", runtime_minutes=90
        )

    def setUp(self):
        running = replaying()
        self.replay = running.__enter__()
        self.addCleanup(running.__exit__, None, None, None)
        self.client.force_login(self.editor)
        self.url = reverse("film_lookup:look_up", args=[self.film.pk])

    def take(self, *facts, **data):
        self.film.refresh_from_db()
        data = {"source": "tmdb", "id": "900001", "revision": self.film.latest_revision_id} | data
        return self.client.post(self.url, {**data, "facts": facts})

    def draft(self):
        return FilmPage.objects.get(pk=self.film.pk).get_latest_revision_as_object()


class RefusalTests(LookUpViewCase):
    def test_readers_sign_in_first(self):
        self.client.logout()
        for response in (self.client.get(self.url), self.client.post(self.url)):
            self.assertEqual(response.status_code, 302)
            self.assertIn("/login/", response.url)

    def test_who_may_not_change_the_film_is_turned_away_and_nothing_is_asked(self):
        for user in (self.author, self.moderator):
            self.client.force_login(user)
            for response in (self.client.get(self.url, {"title": "x"}), self.take("year")):
                self.assertEqual(response.status_code, 302)
                self.assertEqual(response.url, reverse("wagtailadmin_home"))
        self.assertEqual(self.replay.asked, [])
        self.assertEqual(self.draft().tagline, "My own words.")

    def test_a_film_that_is_gone_is_404(self):
        self.film.delete()
        self.assertEqual(self.client.get(self.url).status_code, 404)
        self.assertEqual(self.client.post(self.url).status_code, 404)

    def test_what_is_no_film_is_404(self):
        for number in (self.library.pk, 0, 10**25):
            with self.subTest(number=number):
                url = reverse("film_lookup:look_up", args=[number])
                self.assertEqual(self.client.get(url).status_code, 404)

    def test_forged_sources_numbers_and_facts_are_answered_with_a_sentence(self):
        for given in (
            {"source": "nowhere", "id": "1"},
            {"source": "\0", "id": "\0"},
            {"source": "tmdb", "id": "../../x"},
            {"source": "wikidata", "id": "Q0"},
            {"source": "tmdb", "id": ""},
            {"source": "🎬" * 1_000, "id": "1"},
        ):
            with self.subTest(given=str(given)[:60]):
                self.assertEqual(self.client.get(self.url, given).status_code, 422)
                self.assertEqual(self.take("tagline", **given).status_code, 422)
        for facts in (["tagline", "slug"], ["title; drop"], ["poster\0"]):
            response = self.take(*facts)
            self.assertContains(response, "cannot be taken over", status_code=422)
        self.assertEqual(self.draft().tagline, "My own words.")

    def test_odd_revisions_change_nothing(self):
        for revision in ("x", "-1", "9" * 30, "0"):
            with self.subTest(revision=revision):
                self.assertEqual(self.take("tagline", revision=revision).status_code, 422)
        self.assertEqual(self.draft().tagline, "My own words.")

    def test_a_film_saved_meanwhile_is_shown_anew_with_the_ticks_kept(self):
        old = FilmPage.objects.get(pk=self.film.pk).latest_revision_id
        draft = self.draft()
        draft.tagline = "Newer words."
        draft.save_revision()
        response = self.take("tagline", revision=old)
        self.assertContains(response, "saved elsewhere meanwhile", status_code=422)
        self.assertContains(response, "Newer words.", status_code=422)
        self.assertContains(response, 'id="fact-tagline" checked', status_code=422)
        self.assertEqual(self.draft().tagline, "Newer words.")

    def test_sending_twice_takes_over_once(self):
        revision = FilmPage.objects.get(pk=self.film.pk).latest_revision_id
        first = self.take("tagline", revision=revision)
        second = self.take("tagline", revision=revision)
        self.assertEqual((first.status_code, second.status_code), (303, 422))

    def test_nothing_ticked_is_said(self):
        self.assertContains(self.take(), "Nothing was ticked", status_code=422)

    def test_who_may_not_publish_gets_no_button_and_is_refused(self):
        from django.contrib.auth.models import Permission
        from wagtail.models import GroupPagePermission

        publish = Permission.objects.filter(codename="publish_page")
        GroupPagePermission.objects.filter(permission__in=publish).delete()
        response = self.client.get(self.url, {"source": "tmdb", "id": "900001"})
        self.assertNotContains(response, "Take over and publish")
        self.take("tagline", then="publish")
        self.assertEqual(self.draft().tagline, "My own words.")


class SearchTests(LookUpViewCase):
    def test_nothing_is_asked_before_somebody_asks(self):
        response = self.client.get(self.url)
        self.assertContains(response, 'value="The Quiet Well"')
        self.assertEqual(self.replay.asked, [])

    def test_candidates_have_title_year_director_and_a_poster_of_our_own_host(self):
        response = self.client.get(self.url, {"title": "The Quiet Well", "year": "1986"})
        self.assertContains(response, "The Quiet Well (1986)")
        self.assertContains(response, "Directed by Ada Marten")
        self.assertContains(response, 'src="/admin/films/posters/?of=')
        self.assertNotContains(response, f'src="{self.replay.address}')
        self.assertContains(response, TMDB_SENTENCE)

    def test_odd_searches_are_answered(self):
        for title in ("", "\0", "x" * 10_000, "🎬", "\u202eשלום", "<b>"):
            for year in ("", "soon", "1492", "9" * 5_000):
                with self.subTest(title=title[:10], year=year[:10]):
                    response = self.client.get(self.url, {"title": title, "year": year})
                    self.assertEqual(response.status_code, 200)
                    self.assertNotContains(response, "<b>")

    def test_each_source_says_for_itself_why_it_has_nothing(self):
        self.replay.say("wikidata-search", status=429, Retry_After="5")
        with override_settings(TMDB_TOKEN=None):
            response = self.client.get(self.url, {"title": "A film"})
        self.assertContains(response, "Wikidata asks for a pause. Try again in 5 seconds.")
        self.assertContains(response, "TMDB is not asked: it needs a token")
        self.assertEqual(response.status_code, 200)

    def test_one_source_without_an_answer_does_not_take_the_other(self):
        self.replay.say("wikidata-search", body=b"{")
        response = self.client.get(self.url, {"title": "The Quiet Well"})
        self.assertContains(response, "Wikidata answered with something that cannot be read.")
        self.assertContains(response, "Directed by Ada Marten")


class CompareViewTests(LookUpViewCase):
    def compare(self, **given):
        return self.client.get(self.url, {"source": "tmdb", "id": "900001"} | given)

    def test_what_the_source_says_stands_beside_what_stands(self):
        response = self.compare()
        for words in (
            "My own words.",
            "Water takes its time.",
            "1 h 30 min",
            "1 h 34 min",
            "Disagrees with what was typed here.",
            TMDB_SENTENCE,
            "It may be kept until",
        ):
            self.assertContains(response, words)
        self.assertContains(response, 'id="fact-synopsis" checked')
        self.assertNotContains(response, 'id="fact-tagline" checked')
        self.assertNotContains(response, 'id="fact-title"')

    def test_markup_of_a_source_is_words(self):
        film = recorded("tmdb-film")
        self.replay.say("tmdb-film", {**film, "tagline": "<script>alert(1)</script>"})
        response = self.compare()
        self.assertContains(response, "&lt;script&gt;alert(1)")
        self.assertNotContains(response, "<script>alert(1)")

    def test_what_is_ticked_is_taken_into_the_draft(self):
        response = self.take("synopsis", "credits_director", "poster", then="draft")
        self.assertRedirects(
            response,
            reverse("wagtailadmin_pages:edit", args=[self.film.pk]),
            status_code=303,
            fetch_redirect_response=False,
        )
        draft = self.draft()
        self.assertEqual(draft.synopsis, "A well is dug, and a village learns to wait.")
        self.assertEqual(draft.tagline, "My own words.")
        self.assertEqual(draft.poster.credit, "Poster from TMDB")
        self.film.refresh_from_db()
        self.assertEqual(self.film.synopsis, "")
        self.assertEqual(
            [str(m).strip() for m in get_messages(response.wsgi_request)],
            ["Taken over into the draft."],
        )

    def test_taken_over_and_published(self):
        self.take("synopsis", "credits_director", then="publish")
        self.film.refresh_from_db()
        self.assertEqual(self.film.directors, "Ada Marten")
        self.assertEqual(self.film.tagline, "My own words.")

    def test_a_lost_poster_is_said_and_the_rest_is_taken(self):
        self.replay.say("picture", status=404)
        response = self.take("synopsis", "poster")
        told = " ".join(str(message) for message in get_messages(response.wsgi_request))
        self.assertIn("The poster was not taken over", told)
        self.assertTrue(self.draft().synopsis)
        self.assertEqual(Image.objects.count(), 0)

    def test_the_editor_leads_here_for_those_who_may(self):
        edit = reverse("wagtailadmin_pages:edit", args=[self.film.pk])
        self.assertContains(self.client.get(edit), self.url)
        explorer = reverse("wagtailadmin_explore", args=[self.library.get_parent().pk])
        self.assertNotContains(self.client.get(explorer), "/lookup/")


class PosterTests(LookUpViewCase):
    def poster_url(self):
        from blog.films.lookup.posters import thumbnail_url
        from blog.films.sources import SOURCES

        return thumbnail_url(SOURCES["tmdb"].search("The Quiet Well")[0].poster)

    def test_only_posters_that_were_offered_are_fetched(self):
        url = reverse("film_lookup:poster")
        for token in ("", "x", f"{self.replay.address}/t/p/w185/x.jpg", "\0", "a:b:c"):
            with self.subTest(token=token[:20]):
                self.assertEqual(self.client.get(url, {"of": token}).status_code, 404)
        self.assertEqual(self.replay.asked, [])

    def test_readers_see_none(self):
        url = self.poster_url()
        self.client.logout()
        self.assertEqual(self.client.get(url).status_code, 302)

    def test_a_poster_is_made_anew_and_kept(self):
        url = self.poster_url()
        for _time in range(2):
            response = self.client.get(url)
            self.assertEqual(response["Content-Type"], "image/jpeg")
            self.assertTrue(response.content.startswith(b"\xff\xd8"))
        pictures = [path for path, _headers in self.replay.asked if "/t/p/" in path]
        self.assertEqual(len(pictures), 1)

    def test_what_is_no_picture_is_the_drawing(self):
        self.replay.say("picture", b"<svg onload=alert(1)>", Content_Type="image/svg+xml")
        response = self.client.get(self.poster_url())
        self.assertEqual(response.status_code, 303)
        self.assertIn("placeholder-poster", response.url)
