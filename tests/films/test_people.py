from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from blog.films.models import Credit
from home.setup import lay_out_journal
from tests.factories.films import make_film, make_person
from tests.factories.images import ImageFactory
from tests.factories.posts import make_post, make_private, make_scheduled_post
from tests.factories.quotes import make_quote


class PeopleTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        tree = lay_out_journal()
        cls.library, cls.journal = tree.films, tree.journal
        cls.varda = make_person(
            "Agnès Varda",
            other_names="Arlette Varda\n\nアニエス・ヴァルダ",
            about="Filmed the sea.",
        )
        cls.film = make_film(cls.library, "The Gleaners and I", 2000, directors="Agnès Varda")
        Credit.objects.create(
            film=cls.film,
            person=cls.varda,
            role="cast",
            as_themselves=True,
            note="Holds the camera",
        )
        cls.draft = make_film(cls.library, "Canary draft", live=False, directors="Agnès Varda")
        cls.private = make_private(make_film(cls.library, "Canary private", cast="Agnès Varda"))
        make_film(cls.library, "Unborn", live=False, directors="Only Drafts")
        make_private(make_film(cls.library, "Kept", directors="Only Private"))
        make_person("No Film")
        make_post(cls.journal, "Bent backs", film=cls.film)
        make_post(cls.journal, "Canary essay", film=cls.film, live=False)
        make_scheduled_post(cls.journal, "Canary future", film=cls.film)
        make_private(make_post(cls.journal, "Canary closed", film=cls.film))
        make_post(cls.journal, "Canary of a draft", film=cls.draft)
        make_quote("I like to film rot.", person=cls.varda, film=cls.film)
        make_quote("Canary words.", person=cls.varda, state="draft")

    def get(self, path):
        return self.client.get(f"/films/people/{path}", headers={"host": "127.0.0.1:8000"})

    def test_whoever_has_nothing_public_is_404(self):
        for slug in ("nobody", "only-drafts", "only-private", "no-film", "%00", "a" * 500, "🎬"):
            with self.subTest(slug=slug[:12]):
                self.assertEqual(self.get(f"{slug}/").status_code, 404)

    def test_a_person_shows_films_by_role_and_essays_that_are_public(self):
        page = self.get("agnès-varda/")
        self.assertNotContains(page, "Canary")
        for words in (
            "Director</h2>",
            "Cast</h2>",
            "The Gleaners and I",
            "as themselves: Holds the camera",
            "Arlette Varda",
            "アニエス",
            "Filmed the sea.",
            "Bent backs",
            "I like to film rot.",
        ):
            with self.subTest(words=words):
                self.assertContains(page, words)
        self.assertContains(page, '"@type": "Person"')

    def test_the_index_names_people_of_public_films_with_counts(self):
        page = self.get("")
        self.assertContains(page, "Agnès Varda")
        self.assertContains(page, "1 film<")
        for name in ("Only Drafts", "Only Private", "No Film"):
            with self.subTest(name=name):
                self.assertNotContains(page, name)

    def test_an_empty_index_says_so(self):
        make_private(self.library)
        self.film.credits.all().delete()
        self.film.get_parent().get_view_restrictions().delete()
        for credit in Credit.objects.all():
            credit.delete()
        self.assertContains(self.get(""), "Nobody is named in a film of the library yet.")

    def test_a_film_leads_to_its_people(self):
        page = self.client.get("/films/the-gleaners-and-i/", headers={"host": "127.0.0.1:8000"})
        self.assertContains(page, 'href="/films/people/agn%C3%A8s-varda/"', count=2)

    def test_the_queries_do_not_grow(self):
        self.varda.portrait = ImageFactory()
        self.varda.save()
        counts = {"": [], "agnès-varda/": []}
        for first, last in ((0, 3), (3, 13)):
            for number in range(first, last):
                film = make_film(
                    self.library, f"Film {number}", 1960 + number, directors="Agnès Varda, B",
                    cast=f"Person {number}", poster=ImageFactory(size=(40, 60)),
                )  # fmt: skip
                make_post(self.journal, f"Essay {number}", film=film, half_stars=7)
                make_quote(f"Words {number}", person=self.varda, film=film)
            for path, found in counts.items():
                self.get(path)  # makes the renditions
                with CaptureQueriesContext(connection) as queries:
                    self.get(path)
                found.append(len(queries))
        for path, (on_three, on_thirteen) in counts.items():
            with self.subTest(path=path):
                self.assertEqual(on_three, on_thirteen)
                self.assertLessEqual(on_thirteen, 12)
