"""Addresses of the pages that are no essays and no films."""

from django.test import TestCase
from django.urls import reverse
from wagtail.models import Page, get_page_models
from wagtail.test.utils.form_data import nested_form_data, streamfield

from blog.films.models import DiaryIndexPage
from blog.lib.slug_form import SlugForm
from blog.lib.slugs import ReservedSlugsMixin
from home.models import StandardPage
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory


class SlugTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()
        cls.owner = UserFactory(is_superuser=True)

    def setUp(self):
        self.client.force_login(self.owner)

    def send(self, title, slug, parent=None):
        parent = parent or self.tree.home
        url = reverse("wagtailadmin_pages:add", args=("home", "standardpage", parent.pk))
        fields = {"title": title, "slug": slug, "body": streamfield([]), "action-publish": "1"}
        return self.client.post(url, nested_form_data(fields))

    def edit(self, page, **fields):
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return self.client.post(url, {"title": page.title, "slug": page.slug} | fields)

    def test_a_diary_may_not_stand_where_the_feed_does(self):
        for slug in ("feed", "films"):
            with self.subTest(slug=slug):
                answer = self.edit(self.tree.diary, slug=slug)
                self.assertIn("slug", answer.context["form"].errors)
        self.assertEqual(DiaryIndexPage.objects.get().slug, "diary")

    def test_a_page_beside_the_journal_keeps_off_its_addresses(self):
        self.assertContains(self.send("Another", "search"), "an address of the journal’s own")
        for title, written, slug in (
            ("Search", "search", "search-2"),
            ("Search", "", "search-3"),
            ("Journal", "journal", "journal-2"),
            ("🎬", "", "page"),
        ):
            with self.subTest(title=title):
                self.send(title, written)
                self.assertEqual(StandardPage.objects.latest("pk").slug, slug)

    def test_a_slug_is_free_below_another_page(self):
        self.send("Journal", "journal", parent=self.tree.about)
        self.assertEqual(StandardPage.objects.latest("pk").slug, "journal")

    def test_the_pages_of_the_shelves_are_saved_as_they_are(self):
        for page in (self.tree.home, self.tree.journal, self.tree.films, self.tree.quotes):
            with self.subTest(page=page):
                before = page.slug
                self.edit(page, seo_title="Other words", **{"action-publish": "1"})
                page.refresh_from_db()
                self.assertEqual((page.slug, page.seo_title), (before, "Other words"))

    def test_every_type_of_page_makes_its_own_slug(self):
        for model in get_page_models():
            if model is not Page:
                with self.subTest(model=model):
                    self.assertTrue(issubclass(model.base_form_class, SlugForm))
                    self.assertTrue(issubclass(model, ReservedSlugsMixin))
