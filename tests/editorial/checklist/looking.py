"""An essay that nothing is wrong with, for the tests of the checklist: each breaks one thing."""

from uuid import uuid4

from django.test import TestCase

from blog.editorial.checklist.counting import find_all
from blog.posts.models import PostPage
from home.setup import lay_out_journal
from tests.factories.films import make_film
from tests.factories.indexing import indexed_once


class ChecklistTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        with indexed_once():
            cls.pages = lay_out_journal()
            cls.film = make_film(cls.pages.films, "The Work", 2017)

    def make_essay(self, *blocks, **fields):
        """Return an unsaved PostPage with which nothing is wrong but what is given."""
        fields = {
            "title": "Held down",
            "standfirst": "Four days in a room.",
            "film": self.film,
            "spoiler_note": "Nothing is given away.",
        } | fields
        body = [{"type": name, "value": value, "id": str(uuid4())} for name, value in blocks]
        return PostPage(body=body, **fields)

    def find(self, *blocks, **fields):
        """Return the codes of what is found on such an essay, in order."""
        return [finding.code for finding in find_all(self.make_essay(*blocks, **fields))]

    def find_one(self, *blocks, **fields):
        """Return the one Finding on such an essay."""
        findings = find_all(self.make_essay(*blocks, **fields))
        self.assertEqual(len(findings), 1, findings)
        return findings[0]


def prose(html="<p>Nothing but words.</p>"):
    return ("prose", html)
