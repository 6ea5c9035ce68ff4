"""Drafts are previewed long before they are complete: every page renders with nothing filled in."""

from django.test import TestCase
from wagtail.fields import StreamField
from wagtail.models import Page, get_page_models

from blog.films.models import FilmPage
from blog.posts.models import PostPage
from home.models import StandardPage
from home.setup import lay_out_journal
from tests.factories.site_body import every_block_empty

from .reading import Visitor, parse

OURS = [model for model in get_page_models() if model is not Page]


def empty_streams(model):
    """Return {field name: one of each block, as an author leaves it who fills in nothing}."""
    fields = [field for field in model._meta.get_fields() if isinstance(field, StreamField)]
    return {field.name: every_block_empty(field.stream_block) for field in fields}


class EmptyFieldTests(TestCase):
    client_class = Visitor

    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()
        cls.parents = {PostPage: cls.tree.journal, FilmPage: cls.tree.films}

    def test_every_page_type_is_laid_out_or_made_here(self):
        laid_out = {type(page) for page in vars(self.tree).values() if isinstance(page, Page)}
        self.assertEqual(set(OURS), laid_out | {PostPage, FilmPage})

    def test_the_pages_of_a_new_journal_render(self):
        for path in ("/", "/journal/", "/films/", "/quotes/", "/about/", "/search/"):
            with self.subTest(path=path):
                self.assertEqual(len(self.client.read(path).find_all("h1")), 1)

    def test_a_page_with_a_title_only_renders(self):
        for model in (PostPage, FilmPage, StandardPage):
            with self.subTest(model=model.__name__):
                page = self.add(model)
                self.assertEqual(self.client.read(page.get_url()).h1.text.strip(), "T")

    def test_a_page_with_one_empty_block_of_each_kind_renders(self):
        for model in (PostPage, FilmPage, StandardPage):
            with self.subTest(model=model.__name__):
                soup = self.client.read(self.add(model, **empty_streams(model)).get_url())
                self.assertNotIn("None", soup.main.text)
                self.assertEqual(soup.select("a[href=''], img[src='']"), [])

    def test_a_preview_without_even_a_title_renders(self):
        for model in (PostPage, FilmPage, StandardPage):
            with self.subTest(model=model.__name__):
                page = model(title="", slug="", **empty_streams(model))
                self.parents.get(model, self.tree.home).refresh_from_db()
                parent = self.parents.get(model, self.tree.home)
                page.set_url_path(parent)
                page.path, page.depth = parent.path + "9999", parent.depth + 1
                response = page.make_preview_request(preview_mode=page.default_preview_mode)
                self.assertEqual(response.status_code, 200)
                self.assertEqual(len(parse(response).find_all("h1")), 1)

    def add(self, model, **fields):
        parent = self.parents.get(model, self.tree.home)
        page = parent.add_child(instance=model(title="T", **fields))
        page.save_revision().publish()
        return page
