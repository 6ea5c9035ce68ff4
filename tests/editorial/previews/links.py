"""A journal with a draft and links to it, for the tests of preview links."""

from django.test import TestCase

from blog.editorial.previews.actions import make_link
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.indexing import indexed_once
from tests.factories.posts import make_post

# What a browser says of itself; a request without it is a program's.
BROWSER = {"user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}
SAME_ORIGIN = {**BROWSER, "sec-fetch-site": "same-origin"}


class PreviewTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        with indexed_once():
            cls.pages = lay_out_journal()
            cls.writer = UserFactory(display_name="Mina", groups=["Author"])
            cls.editor = UserFactory(display_name="Edda", groups=["Editor"])
            cls.draft = cls.make_draft("Held down", standfirst="Four days.", owner=cls.writer)
            cls.other = cls.make_draft("Quite another draft", standfirst="Unseen words.")

    @classmethod
    def make_draft(cls, title, **fields):
        """Return a draft with a revision, as the editor saves it."""
        post = make_post(cls.pages.journal, title, live=False, **fields)
        post.save_revision()
        post.refresh_from_db()
        return post

    def make_link(self, page=None, by=None, **choices):
        """Return (PreviewLink, token)."""
        return make_link(page or self.draft, by or self.editor, **choices)

    def open(self, token, method="get", rest="", **headers):
        """Return the answer to whoever opens a link in a browser."""
        ask = getattr(self.client, method)
        return ask(f"/editorial/preview/{token}/{rest}", headers={**BROWSER, **headers})

    def save_draft(self, page, **changes):
        """Save a new version of a page, not published."""
        page = page.get_latest_revision_as_object()
        for name, value in changes.items():
            setattr(page, name, value)
        return page.save_revision()
