from django.test import TestCase
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from blog.films.models import FilmPage
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.films import make_film, make_person


class FilmEditorTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.library = lay_out_journal().films
        cls.author = UserFactory(groups=["Author"])
        cls.editor = UserFactory(groups=["Editor"])
        cls.url = reverse("wagtailadmin_pages:add", args=["films", "filmpage", cls.library.pk])

    def form(self, **fields):
        return nested_form_data(
            {
                "title": "The Work",
                "slug": "the-work",
                "comments_state": "open",
                "guide": streamfield([]),
                "facts": streamfield([]),
                "credits": inline_formset([]),
                "content_notes": streamfield([]),
                "comments": inline_formset([]),
                **fields,
            }
        )

    def test_a_moderator_may_not_add_a_film(self):
        self.client.force_login(UserFactory(groups=["Moderator"]))
        self.client.post(self.url, self.form())
        self.assertEqual(FilmPage.objects.count(), 0)

    def test_an_author_cannot_publish_from_the_editor(self):
        self.client.force_login(self.author)
        self.client.post(self.url, self.form(**{"action-publish": "1"}))
        self.assertFalse(FilmPage.objects.get().live)

    def test_the_editor_has_the_tabs_of_the_design(self):
        self.client.force_login(self.editor)
        page = self.client.get(self.url)
        for tab in ("Write", "Film and facts", "Publish"):
            with self.subTest(tab=tab):
                self.assertContains(page, tab)
        self.assertContains(page, 'name="go_live_at"')

    def test_a_bad_year_is_refused_with_a_sentence(self):
        self.client.force_login(self.editor)
        page = self.client.post(self.url, self.form(year="1492"))
        self.assertContains(page, "1492 is not the year of a film.")

    def test_a_second_film_of_a_title_takes_its_year_into_the_address(self):
        make_film(self.library, "The Work", 2017)
        self.client.force_login(self.editor)
        page = self.client.post(self.url, self.form())
        self.assertContains(page, "That address is taken. Fill in the year, or change it.")
        self.client.post(self.url, self.form(year="1999", **{"action-publish": "1"}))
        self.assertEqual(FilmPage.objects.get(year=1999).slug, "the-work-1999")

    def test_an_address_of_the_journals_own_is_refused(self):
        self.client.force_login(self.editor)
        page = self.client.post(self.url, self.form(title="People", slug="people"))
        self.assertContains(page, "That address is taken.")
        self.assertEqual(FilmPage.objects.count(), 0)

    def test_a_published_film_keeps_its_address_when_edited(self):
        film = make_film(self.library, "The Work", 2017)
        make_film(self.library, "The Work", 1999)
        self.client.force_login(self.editor)
        url = reverse("wagtailadmin_pages:edit", args=[film.pk])
        self.client.post(url, self.form(year="2017", tagline="New", **{"action-publish": "1"}))
        film.refresh_from_db()
        self.assertEqual((film.slug, film.tagline), ("the-work", "New"))

    def test_a_country_that_is_none_is_said_beside_what_was_typed(self):
        self.client.force_login(self.editor)
        page = self.client.post(self.url, self.form(countries="Narnia", runtime_minutes="soon"))
        self.assertContains(page, "Not in the list: Narnia.")
        self.assertContains(page, "“soon” is not a length.")
        self.assertEqual(FilmPage.objects.count(), 0)

    def test_a_film_is_entered_with_its_people_and_terms(self):
        self.client.force_login(self.editor)
        director = make_person("Gethin Aldous")
        credit = {"person": director.pk, "role": "director", "character": "", "note": ""}
        self.client.post(
            self.url,
            self.form(
                runtime_minutes="1h29",
                countries='"United States"',
                languages="english, japanese",
                genres="Documentary, Prison film",
                imdb_id="https://www.imdb.com/title/tt5836866/",
                credits=inline_formset([credit]),
                **{"action-publish": "1"},
            ),
        )
        film = FilmPage.objects.get()
        self.assertTrue(film.live)
        self.assertEqual((film.runtime_minutes, film.imdb_id), (89, "tt5836866"))
        self.assertEqual(film.directed_by, "Gethin Aldous")
        for names, terms in (
            ({"United States"}, film.countries),
            ({"English", "Japanese"}, film.languages),
            ({"Documentary", "Prison film"}, film.genres),
        ):
            self.assertEqual(set(terms.names()), names)

    def test_a_second_film_with_the_same_number_elsewhere_is_refused(self):
        make_film(self.library, "The Work", 2017, imdb_id="tt5836866")
        self.client.force_login(self.editor)
        page = self.client.post(self.url, self.form(slug="other", imdb_id="tt5836866"))
        self.assertContains(page, "Another one has this number already.")

    def test_a_film_without_a_slug_makes_its_own(self):
        self.client.force_login(self.editor)
        self.client.post(self.url, self.form(slug="", **{"action-publish": "1"}))
        self.assertEqual(FilmPage.objects.get().slug, "the-work")
