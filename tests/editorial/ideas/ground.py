"""People who keep ideas, and what ideas are about."""

from datetime import date

from django.test import TestCase
from django.urls import reverse

from blog.accounts.actions import ensure_author
from blog.editorial.models import PostIdea
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.films import make_film, make_viewing
from tests.factories.quotes import make_quote

INDEX, ADD = "idea:index", "idea:add"


def make_idea(by, line="Trains, and who misses them", **fields):
    return PostIdea.objects.create(line=line, created_by=by, **fields)


class IdeaTestCase(TestCase):
    """An author with a byline, a film, an evening and a quotation, and somebody else's evening."""

    @classmethod
    def setUpTestData(cls):
        cls.site = lay_out_journal()
        cls.film = make_film(cls.site.films, "Aftersun", 2022)
        cls.author = UserFactory(groups=["Author"])
        cls.byline = ensure_author(cls.author)
        cls.other = UserFactory(groups=["Author"])
        cls.editor = UserFactory(groups=["Editor"])
        cls.quote = make_quote("I think it’s nice that we share the same sky.", film=cls.film)
        evening = {"watched_on": date(2024, 5, 3), "half_stars": 9}
        cls.viewing = make_viewing(cls.film, author=cls.byline, **evening)
        cls.others = make_viewing(cls.film, author=ensure_author(cls.other), **evening)

    def setUp(self):
        self.client.force_login(self.author)

    def address(self, name, idea=None, **query):
        return reverse(f"idea:{name}", args=[idea.pk] if idea else None, query=query or None)

    def form(self, **fields):
        """Return what the form of an idea sends, all of it empty but `fields`."""
        empty = dict.fromkeys(("line", "note", "film", "viewing", "quote", "planned_on"), "")
        return empty | fields
