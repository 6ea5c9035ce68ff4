"""Content notes stand wherever somebody decides whether to read or watch."""

from django.template.loader import render_to_string
from django.test import RequestFactory, TestCase

from blog.films.models import FilmPage
from blog.posts.models import PostPage
from home.setup import lay_out_journal
from tests.factories.films import make_film
from tests.factories.posts import make_post

from .canary import NOTES

SUBJECTS = "grief, rooms without windows"


class ContentNoteTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = lay_out_journal()
        cls.film = make_film(cls.site.films, "Still Water", 2001, content_notes=NOTES)
        cls.post = make_post(
            cls.site.journal, "Held", slug="held", content_notes=NOTES, film=cls.film
        )

    def read(self, path):
        return self.client.get(path, headers={"host": "127.0.0.1:8000"})

    def test_a_page_says_them_with_their_degree(self):
        for path in ("/journal/held/", f"/films/{self.film.slug}/"):
            with self.subTest(path=path):
                self.assertContains(self.read(path), "<li>grief, discussed</li>")

    def test_lists_of_essays_and_films_say_their_subjects(self):
        make_post(self.site.journal, "Newer")
        for path in ("/", "/journal/", "/films/"):
            with self.subTest(path=path):
                self.assertContains(self.read(path), SUBJECTS)

    def test_a_film_card_says_them(self):
        film = FilmPage.objects.published().for_listing().get(pk=self.film.pk)
        context = {"film": film, "request": RequestFactory().get("/")}
        self.assertIn(SUBJECTS, render_to_string("components/film_card.html", context))

    def test_a_page_without_notes_says_nothing_of_them(self):
        post = make_post(self.site.journal, "Light")
        context = {"page": post}
        self.assertEqual(render_to_string("components/content_subjects.html", context).strip(), "")

    def test_lists_read_them_without_a_query_for_each_row(self):
        for n in range(12):
            make_post(self.site.journal, f"Essay {n}", content_notes=NOTES)
        for queryset in (
            PostPage.objects.published().with_films(),
            PostPage.objects.published().for_listing(),
            FilmPage.objects.published().for_listing(),
        ):
            pages = list(queryset)
            with self.assertNumQueries(0):
                self.assertEqual(pages[-1].content_note_subjects[0], "grief")
                for page in pages:
                    self.assertEqual(len(page.content_note_lines), 2)

    def test_bodies_are_still_left_unread_in_lists(self):
        post = PostPage.objects.published().for_listing().get(pk=self.post.pk)
        self.assertIn("body", post.get_deferred_fields())
