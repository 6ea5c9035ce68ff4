from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from wagtail.images.tests.utils import get_test_image_file

from blog.films.blocks.guide import GuideBody
from blog.films.models import FilmPage
from blog.images.models import Image
from home.setup import lay_out_journal
from tests.factories.films import make_film
from tests.factories.posts import make_post, make_private
from tests.factories.quotes import make_quote


class FilmPagesTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        tree = lay_out_journal()
        cls.library, cls.journal = tree.films, tree.journal
        cls.films = [make_film(cls.library, f"Film {n:02}", 2000 + n) for n in range(3)]
        cls.draft = make_film(cls.library, "Canary draft", live=False)
        cls.private = make_private(make_film(cls.library, "Canary private"))

    def get(self, path):
        return self.client.get(path, headers={"host": "127.0.0.1:8000"})

    def test_a_draft_is_404_and_a_private_film_asks_to_sign_in(self):
        self.assertEqual(self.get("/films/canary-draft/").status_code, 404)
        self.assertEqual(self.get("/films/canary-private/").status_code, 302)

    def test_the_library_names_published_films_only(self):
        page = self.get("/films/")
        self.assertContains(page, "Film 02")
        self.assertNotContains(page, "Canary")

    def test_an_address_of_the_library_that_is_none_is_404(self):
        for path in (
            "people/nobody/",
            "nothing/",
            "%00/",
            "a%00b/",
            "🎬/",
            "a" * 500 + "/",
            "x/y/",
        ):
            with self.subTest(path=path[:20]):
                self.assertEqual(self.get(f"/films/{path}").status_code, 404)

    def test_any_page_number_is_answered(self):
        for number in ("0", "-1", "x", "999", "%00", "1e9", ""):
            with self.subTest(number=number):
                self.assertEqual(self.get(f"/films/?page={number}").status_code, 200)

    def test_an_empty_library_says_so(self):
        for film in FilmPage.objects.all():
            film.delete()
        self.assertEqual(self.get("/films/").status_code, 200)

    def test_a_film_with_nothing_but_a_title_is_shown(self):
        film = make_film(self.library, "Bare")
        page = self.get("/films/bare/")
        self.assertContains(page, "<h1", count=1)
        self.assertNotContains(page, "None")
        self.assertEqual(film.content_note_lines, [])

    def test_a_film_shows_its_facts_guide_and_notes(self):
        make_film(
            self.library,
            "The Work",
            2017,
            directors="Jairus McLeary, Gethin Aldous",
            runtime_minutes=89,
            place="Folsom State Prison",
            tagline="Sometimes change can only come from the inside.",
            content_notes=[("note", {"subject": "grief", "degree": "discussed"})],
            guide=[("prose", "<p>There is one room.</p>")],
        )
        page = self.get("/films/the-work/")
        for words in ("2017", "Jairus McLeary", "1 h 29 min", "Folsom", "one room", "grief"):
            with self.subTest(words=words):
                self.assertContains(page, words)

    def test_the_library_asks_the_same_of_the_database_for_more_films(self):
        image = Image.objects.create(title="Poster", file=get_test_image_file())
        self.films[0].poster = image
        self.films[0].save_revision().publish()
        self.get("/films/")  # makes the renditions
        with self.assertNumQueries(11):
            self.get("/films/")
        for n in range(3, 13):
            make_film(self.library, f"Film {n:02}", 2000 + n, poster=image)
        with self.assertNumQueries(11):
            page = self.get("/films/")
        self.assertContains(page, "film-card", count=13)

    def test_the_library_is_paged(self):
        for n in range(3, 30):
            make_film(self.library, f"Film {n:02}", 2000 + n)
        self.assertEqual(len(self.get("/films/").context["films"]), 24)
        self.assertEqual(len(self.get("/films/?page=2").context["films"]), 6)

    def test_a_film_page_asks_the_same_of_the_database_for_more(self):
        image = Image.objects.create(title="Poster", file=get_test_image_file())
        film = make_film(self.library, "The Work", 2017, poster=image, directors="A, B")
        counts = []
        for first, last in ((0, 3), (3, 13)):
            for n in range(first, last):
                make_post(self.journal, f"Essay {n}", film=film)
                make_quote(f"Words {n}", film=film)
                make_film(self.library, f"Similar {n}", 1990 + n, poster=image)
            similar = FilmPage.objects.filter(title__startswith="Similar")
            rows = [{"film": other.pk, "reason": "As quiet"} for other in similar]
            film.guide = GuideBody().to_python(
                [
                    {"type": "prose", "value": "<p>There is one room.</p>"},
                    {"type": "film_list", "value": {"title": "Alike", "films": rows}},
                ]
            )
            film.save_revision().publish()
            self.get("/films/the-work/")  # makes the renditions
            with CaptureQueriesContext(connection) as queries:
                page = self.get("/films/the-work/")
            counts.append(len(queries))
            self.assertContains(page, "As quiet", count=last)
            self.assertContains(page, "<blockquote", count=last)
        self.assertEqual(counts[0], counts[1])
