"""How many queries a reader's page may take, on three rows and on thirteen.

The exact numbers stand in the tests of the parts.
"""

from datetime import timedelta

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.comments.actions import record_comment
from home.setup import lay_out_journal
from tests.factories.films import make_film
from tests.factories.posts import make_post, make_scheduled_post
from tests.factories.quotes import make_quote
from tests.factories.site import add_shell, make_image
from tests.factories.site_body import as_stream

from .reading import Visitor

POST, LISTING = 15, 12  # the most that may be


class QueryTests(TestCase):
    client_class = Visitor

    @classmethod
    def setUpTestData(cls):
        cls.site = lay_out_journal()
        add_shell(cls.site)
        make_post(cls.site.journal, "A draft essay", live=False)
        make_scheduled_post(cls.site.journal)
        cls.add(range(3))

    @classmethod
    def add(cls, numbers):
        """Add as many essays, films, quotations and, under the first essay, comments."""
        for n in numbers:
            film = make_film(
                cls.site.films, f"Film {n}", 2000 + n, poster=make_image(size=(400, 600))
            )
            make_quote(f"Words {n}.", film=film, themes=[f"Theme {n}"])
            body = [("film_card", {"film": film.pk, "note": "", "size": "card"})] * 2
            body.append(("prose", f'<p><a linktype="page" id="{film.pk}">A film</a></p>'))
            post = make_post(
                cls.site.journal, f"Essay {n}", days_ago=n + 1, film=film, half_stars=8,
                hero=make_image(), body=as_stream(body),
            )  # fmt: skip
            post.tags.add("Rooms", f"Thread {n}")
            post.save_revision().publish()
            cls.post = getattr(cls, "post", post)
            cls.comment(n)

    @classmethod
    def comment(cls, n):
        start = timezone.now() - timedelta(hours=20 - n)
        first = record_comment(page=cls.post, name=f"R{n}", body="Yes.", created_at=start)
        record_comment(page=cls.post, name="S", body="No.", created_at=start, parent=first)

    def count(self, path):
        """Return how many queries a page takes whose pictures are made already."""
        self.client.read(path)
        with CaptureQueriesContext(connection) as queries:
            self.client.read(path)
        return len(queries)

    def test_thirteen_rows_take_no_more_than_three(self):
        pages = {
            f"/journal/{self.post.slug}/": POST,
            "/journal/": LISTING,
            "/journal/tag/rooms/": LISTING,
            "/films/": LISTING,
            "/quotes/": LISTING,
            "/films/film-0/": POST,
            "/search/?q=essay": LISTING,
        }
        on_three = {path: self.count(path) for path in pages}
        self.add(range(3, 13))
        for path, limit in pages.items():
            with self.subTest(path=path):
                self.assertLessEqual(on_three[path], limit)
                self.assertEqual(self.count(path), on_three[path])
