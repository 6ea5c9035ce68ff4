from django.test import TestCase

from home.setup import lay_out_journal
from tests.factories.films import make_film
from tests.factories.posts import make_post, make_private, make_scheduled_post

HOSTILE = [
    '"',
    "'",
    'un"bal',
    "\x00",
    "x" * 10_000,
    "🎬",
    "שלום",
    "%",
    "_",
    "*",
    "a OR",
    "-",
    "()",
    "\\",
]


class SearchTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()
        body = [
            ("prose", "<p>Right next to the medicine.</p>"),
            ("spoiler", {"label": "End", "body": "<p>zebra</p>"}),
        ]
        make_post(cls.tree.journal, "Found essay", body=body)
        make_post(cls.tree.journal, "Draft medicine", live=False)
        make_scheduled_post(cls.tree.journal, "Future medicine")
        make_private(make_post(cls.tree.journal, "Private medicine"))
        make_film(cls.tree.films, "Medicine man", 1992)

    def search(self, **query):
        return self.client.get("/search/", query, headers={"host": "127.0.0.1:8000"})

    def test_any_input_answers_with_a_page(self):
        for query in HOSTILE:
            with self.subTest(query=query[:20]):
                self.assertEqual(
                    self.search(q=query, page=query[:9], kind=query[:9]).status_code, 200
                )

    def test_too_long_a_query_is_told_so(self):
        self.assertContains(self.search(q="x" * 300), "too long to search for")

    def test_drafts_private_and_future_posts_are_not_found(self):
        found = self.search(q="medicine")
        titles = [hit.title for hit in found.context["results"]]
        self.assertEqual(titles, ["Found essay", "<mark>Medicine</mark> man"])

    def test_what_a_spoiler_hides_is_not_found(self):
        self.assertEqual(self.search(q="zebra").context["total"], 0)

    def test_a_kind_narrows_the_list_and_keeps_the_counts(self):
        found = self.search(q="medicine", kind="film")
        self.assertEqual(len(found.context["results"]), 1)
        self.assertEqual(found.context["counts"], {"quote": 0, "post": 1, "film": 1})

    def test_posting_is_refused(self):
        self.assertEqual(self.client.post("/search/").status_code, 405)
