from datetime import timedelta

from django.db import IntegrityError, transaction
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils import WagtailPageTestCase
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from blog.accounts.actions import ensure_author
from blog.posts.models import PostIndexPage, PostPage
from home.models import HomePage, StandardPage
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.films import make_film
from tests.factories.posts import make_post, make_private, make_scheduled_post


class JournalListingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()
        cls.posts = [
            make_post(cls.tree.journal, f"Essay {n}", days_ago=n * 20) for n in range(1, 4)
        ]
        make_post(cls.tree.journal, "A draft", live=False)
        make_scheduled_post(cls.tree.journal, "A future essay")
        make_private(make_post(cls.tree.journal, "A private essay"))
        cls.posts[0].film = make_film(cls.tree.films, "A film", 1999)
        cls.posts[0].tags.add("Grief")
        cls.posts[0].save_revision().publish()

    def get(self, path):
        return self.client.get(path, headers={"host": "127.0.0.1:8000"})

    def test_drafts_private_and_future_posts_are_not_listed(self):
        page = self.get("/journal/")
        self.assertContains(page, "Essay 3")
        for title in ("A draft", "A future essay", "A private essay"):
            self.assertNotContains(page, title)

    def test_an_unknown_thread_is_404(self):
        for slug in ("nothing", "%00", "a" * 400, "🎬"):
            with self.subTest(slug=slug):
                self.assertEqual(self.get(f"/journal/tag/{slug}/").status_code, 404)

    def test_a_thread_lists_its_posts_only(self):
        page = self.get("/journal/tag/grief/")
        self.assertContains(page, "Essay 1")
        self.assertNotContains(page, "Essay 2")
        self.assertEqual((page.context["post_count"], page.context["total_count"]), (1, 3))

    def test_a_bad_page_number_is_forgiven(self):
        for number in ("0", "-1", "x", "999", "%00"):
            with self.subTest(number=number):
                self.assertEqual(self.get(f"/journal/?page={number}").status_code, 200)

    def test_the_number_of_queries_does_not_grow_with_the_posts(self):
        self.get("/journal/")
        with self.assertNumQueries(11):
            self.get("/journal/")
        for n in range(10):
            post = make_post(
                self.tree.journal, f"More {n}", film=make_film(self.tree.films, f"F{n}", 2000)
            )
            post.tags.add(f"Thread {n}")
            post.save_revision().publish()
        self.get("/journal/")
        with self.assertNumQueries(11):
            self.get("/journal/")


class PostPageTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()

    def get(self, path):
        return self.client.get(path, headers={"host": "127.0.0.1:8000"})

    def test_a_draft_is_404(self):
        post = make_post(self.tree.journal, live=False)
        self.assertEqual(self.get(f"/journal/{post.slug}/").status_code, 404)

    def test_a_scheduled_post_is_404(self):
        post = make_scheduled_post(self.tree.journal)
        self.assertEqual(self.get(f"/journal/{post.slug}/").status_code, 404)

    def test_a_private_post_asks_to_sign_in(self):
        post = make_private(make_post(self.tree.journal))
        self.assertEqual(self.get(f"/journal/{post.slug}/").status_code, 302)

    def test_a_post_with_every_field_empty_renders(self):
        post = make_post(self.tree.journal, "T")
        self.assertEqual(self.get(f"/journal/{post.slug}/").status_code, 200)

    def test_a_draft_film_is_not_named(self):
        film = make_film(self.tree.films, "Unseen film", 2020)
        film.unpublish()
        post = make_post(self.tree.journal, film=film)
        self.assertNotContains(self.get(f"/journal/{post.slug}/"), "Unseen film")

    def test_eleven_half_stars_are_refused_by_the_database(self):
        post = make_post(self.tree.journal)
        with self.assertRaises(IntegrityError), transaction.atomic():
            PostPage.objects.filter(pk=post.pk).update(half_stars=11)

    def test_a_change_on_the_same_day_is_no_update(self):
        now = timezone.now()
        post = PostPage(first_published_at=now - timedelta(hours=20), last_published_at=now)
        self.assertIsNone(post.updated)
        post.first_published_at = now - timedelta(days=3)
        self.assertEqual(post.updated, now)

    def test_a_title_kept_as_typed_gets_a_clean_slug(self):
        post = make_post(self.tree.journal, ".it’s the work.")
        self.assertEqual((post.title, post.slug), (".it’s the work.", "its-the-work"))


class PageTreeTests(WagtailPageTestCase):
    def test_essays_stand_in_the_journal_only(self):
        self.assertAllowedParentPageTypes(PostPage, {PostIndexPage})
        self.assertAllowedSubpageTypes(PostPage, {})
        self.assertAllowedParentPageTypes(PostIndexPage, {HomePage})
        self.assertCanNotCreateAt(Page, PostPage)
        self.assertCanNotCreateAt(StandardPage, PostPage)


class EditorTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()
        cls.author = UserFactory(groups=["Author"], display_name="Mina")

    def setUp(self):
        self.client.force_login(self.author)
        self.url = reverse(
            "wagtailadmin_pages:add", args=("posts", "postpage", self.tree.journal.pk)
        )

    def form(self, **fields):
        body = streamfield([("prose", rich_text("<p>One line.</p>"))])
        defaults = {"title": "Held", "slug": "held", "body": body, "comments_state": "open"}
        return nested_form_data(defaults | {"content_notes": streamfield([])} | fields)

    def test_a_reserved_slug_is_refused_in_a_sentence(self):
        for slug in ("tag", "feed", "2026"):
            with self.subTest(slug=slug):
                answer = self.client.post(self.url, self.form(slug=slug))
                self.assertContains(answer, "an address of the journal’s own")

    def test_a_copy_cannot_take_a_reserved_slug(self):
        post = make_post(self.tree.journal)
        self.client.force_login(UserFactory(is_superuser=True))
        url = reverse("wagtailadmin_pages:copy", args=[post.pk])
        for slug in ("tag", "2026"):
            with self.subTest(slug=slug):
                fields = {
                    "new_title": "Copy",
                    "new_slug": slug,
                    "new_parent_page": self.tree.journal.pk,
                }
                answer = self.client.post(url, fields, follow=True)
                self.assertContains(answer, "an address of the journal’s own")
                self.assertFalse(PostPage.objects.filter(slug=slug).exists())

    def test_an_essay_can_be_given_a_time(self):
        self.assertContains(self.client.get(self.url), 'name="go_live_at"')

    def test_an_empty_title_is_refused_and_the_words_are_kept(self):
        answer = self.client.post(self.url, self.form(title="", slug=""))
        self.assertContains(answer, "One line.")
        self.assertFalse(PostPage.objects.exists())

    def test_a_new_essay_begins_with_the_byline_of_its_writer(self):
        byline = ensure_author(self.author)
        form = self.client.get(self.url).context["form"]
        self.assertEqual(form.initial["author"], byline.pk)

    def test_an_author_saves_a_draft(self):
        answer = self.client.post(self.url, self.form())
        post = PostPage.objects.get()
        self.assertRedirects(answer, reverse("wagtailadmin_pages:edit", args=[post.pk]))
        self.assertEqual((post.live, post.owner), (False, self.author))
