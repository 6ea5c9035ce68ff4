"""Pages for when something is missing, refused or broken."""

import logging
from io import StringIO
from unittest.mock import patch

from django.test import Client, TestCase

from home.setup import lay_out_journal
from tests.factories.comments import make_comment
from tests.factories.posts import make_post

from .reading import Visitor, fetched_addresses, is_ours, parse


class ErrorPageTests(TestCase):
    client_class = Visitor

    @classmethod
    def setUpTestData(cls):
        cls.post = make_post(lay_out_journal().journal, "An essay about a room")
        make_comment(cls.post)

    def check(self, response, status):
        self.assertEqual(response.status_code, status)
        soup = parse(response)
        self.assertEqual(len(soup.find_all("h1")), 1)
        self.assertTrue(soup.select("a[href]"), "a way on")
        self.assertEqual(soup.select("[style], style, script:not([src])"), [])
        self.assertTrue(all(map(is_ours, fetched_addresses(soup))))
        self.assertFalse(response.cookies)
        return soup

    def test_a_page_that_is_missing_offers_the_search(self):
        for path in ("/nothing/", "/journal/nothing/", "/films/nothing/", "/quotes/nothing/"):
            with self.subTest(path=path):
                self.assertTrue(self.check(self.client.get(path), 404).select("[role=search]"))

    def test_addresses_that_nobody_typed_by_hand_are_404(self):
        paths = (
            "/%00/",
            "/films/%00/",
            "/journal/tag/%00/",
            "/quotes/%00/",
            "/" + "a" * 3000 + "/",
        )
        for path in (*paths, "/journal/%F0%9F%8E%AC/", "/media/%00.jpg", "/media/../settings.py"):
            with self.subTest(path=path[:40]):
                self.assertEqual(self.client.get(path).status_code, 404)

    def test_queries_that_nobody_typed_by_hand_are_forgiven(self):
        queries = ("q=%00", 'q="', "q=" + "a" * 5000, "q=%25_%5C", "q=*", "kind=x&q=room", "page=x")
        for query in queries:
            with self.subTest(query=query[:40]):
                self.assertIn(self.client.get(f"/search/?{query}").status_code, (200, 422))
        for path in ("/journal/", "/films/", "/quotes/", f"/journal/{self.post.slug}/"):
            for query in ("page=-1", "page=%00", "comments=x", "reply=%00", "comment=9" + "9" * 40):
                with self.subTest(path=path, query=query):
                    self.assertEqual(self.client.get(f"{path}?{query}").status_code, 200)

    def test_a_host_of_another_site_is_400_and_not_logged(self):
        output = StringIO()
        console = logging.getLogger("django").handlers[0]
        with patch.object(console, "stream", output), self.assertNumQueries(0):
            response = self.client.get("/", headers={"host": "elsewhere.example"})
        soup = self.check(response, 400)
        self.assertIn("cannot read the request", soup.text)
        self.assertEqual(output.getvalue(), "")

    def test_what_only_reads_answers_405_to_anything_else(self):
        visitor = Client(enforce_csrf_checks=True)
        for path in ("/health/", "/search/"):
            for method in ("POST", "PUT", "DELETE", "BREW"):
                with self.subTest(path=path, method=method):
                    self.assertEqual(visitor.generic(method, path).status_code, 405)

    def test_a_broken_page_says_so_without_asking_the_database(self):
        visitor = Visitor(raise_request_exception=False)
        with patch("home.models.HomePage.get_context", side_effect=RuntimeError("broken")):
            response = visitor.get("/")
        self.check(response, 500)
        with self.assertNumQueries(0):
            from django.views.defaults import server_error

            server_error(response.wsgi_request)
