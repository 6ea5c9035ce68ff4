from django.test import TestCase
from wagtail.test.utils import WagtailPageTestCase

from blog.films.models import DiaryIndexPage, FilmIndexPage
from blog.posts.models import PostIndexPage
from blog.quotes.models import QuoteIndexPage
from home.models import HomePage, StandardPage
from home.setup import lay_out_journal
from tests.factories.films import make_film
from tests.factories.posts import make_post, make_private, make_scheduled_post


class HomePageTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()

    def get(self, path="/"):
        return self.client.get(path, headers={"host": "127.0.0.1:8000"})

    def test_an_empty_journal_invites(self):
        self.assertEqual(self.get().status_code, 200)

    def test_drafts_private_and_future_posts_are_not_shown(self):
        make_post(self.tree.journal, "A draft", live=False)
        make_scheduled_post(self.tree.journal, "A future essay")
        make_private(make_post(self.tree.journal, "A private essay"))
        page = self.get()
        for title in ("A draft", "A future essay", "A private essay"):
            self.assertNotContains(page, title)

    def test_the_newest_essay_leads(self):
        make_post(self.tree.journal, "Older", days_ago=5)
        make_post(self.tree.journal, "Newest", days_ago=1)
        context = self.get().context
        self.assertEqual(context["lead"].title, "Newest")
        self.assertEqual([post.title for post in context["recent"]], ["Older"])

    def test_the_number_of_queries_does_not_grow(self):
        for n in range(3):
            make_post(
                self.tree.journal, f"Essay {n}", film=make_film(self.tree.films, f"F{n}", 2000 + n)
            )
        self.get()
        with self.assertNumQueries(17):
            self.get()
        for n in range(3, 13):
            make_post(
                self.tree.journal, f"Essay {n}", film=make_film(self.tree.films, f"F{n}", 2000 + n)
            )
        self.get()
        with self.assertNumQueries(17):
            self.get()


class StandardPageTests(WagtailPageTestCase):
    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()

    def test_the_parts_stand_under_the_home_page(self):
        self.assertAllowedSubpageTypes(
            HomePage,
            {PostIndexPage, FilmIndexPage, DiaryIndexPage, QuoteIndexPage, StandardPage},
        )

    def test_a_reserved_slug_is_refused(self):
        for slug in ("admin", "search", "feed", "media"):
            with self.subTest(slug=slug), self.assertRaisesMessage(Exception, "journal’s own"):
                self.tree.home.add_child(instance=StandardPage(title="Page", slug=slug))

    def test_no_page_of_the_first_level_takes_an_address_of_the_journals_own(self):
        for page in (self.tree.journal, self.tree.films, self.tree.quotes):
            page.slug = "search"
            with self.subTest(page=page), self.assertRaisesMessage(Exception, "journal’s own"):
                page.full_clean()

    def test_every_page_type_can_be_given_a_time(self):
        for model in (HomePage, StandardPage, PostIndexPage, FilmIndexPage, QuoteIndexPage):
            with self.subTest(model=model):
                form = model.get_edit_handler().get_form_class()
                self.assertIn("go_live_at", form.base_fields)

    def test_a_page_with_every_field_empty_renders(self):
        self.tree.home.add_child(instance=StandardPage(title="Privacy"))
        answer = self.client.get("/privacy/", headers={"host": "127.0.0.1:8000"})
        self.assertEqual(answer.status_code, 200)
