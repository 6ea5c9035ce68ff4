"""The address of an essay, written by hand or left to its title."""

from unittest.mock import patch

from django.test import TestCase
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from blog.posts.models import PostPage
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.posts import make_post, make_private, make_scheduled_post

IN_USE = "is already in use"
HOST = {"host": "127.0.0.1:8000"}


class SlugTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.journal = lay_out_journal().journal
        cls.editor = UserFactory(groups=["Editor"])
        cls.add = reverse("wagtailadmin_pages:add", args=("posts", "postpage", cls.journal.pk))

    def setUp(self):
        self.client.force_login(self.editor)

    def post(self, title, slug="", *, page=None, publish=True):
        """Send the form of a new essay, or of `page`; return the answer."""
        fields = {
            "title": title,
            "slug": slug,
            "body": streamfield([("prose", rich_text("<p>One line.</p>"))]),
            "comments_state": "open",
            "content_notes": streamfield([]),
        }
        if publish:
            fields["action-publish"] = "1"
        url = reverse("wagtailadmin_pages:edit", args=[page.pk]) if page else self.add
        return self.client.post(url, nested_form_data(fields))

    def slug_of(self, title, slug="", **how):
        """Return the slug that a new essay gets, or None when it is refused."""
        before = set(PostPage.objects.values_list("pk", flat=True))
        self.post(title, slug, **how)
        made = PostPage.objects.exclude(pk__in=before).first()
        return made and made.slug


class RefusalTests(SlugTestCase):
    def test_a_slug_written_by_hand_that_is_taken_is_said_and_the_words_are_kept(self):
        make_post(self.journal, "Held")
        answer = self.post("Something else", "held")
        self.assertContains(answer, IN_USE)
        self.assertContains(answer, "One line.")
        self.assertEqual(PostPage.objects.count(), 1)

    def test_an_address_of_the_journals_own_written_by_hand_is_refused(self):
        for slug in ("feed", "tag", "2026"):
            with self.subTest(slug=slug):
                answer = self.post("Something else", slug)
                self.assertContains(answer, "an address of the journal’s own")
        self.assertFalse(PostPage.objects.exists())

    def test_a_slug_that_is_none_is_refused_where_somebody_wrote_it(self):
        for slug in ("two words", "a/b", "🎬", "é!", "\0", "x" * 300):
            with self.subTest(slug=slug[:12]):
                self.assertIsNone(self.slug_of("Something else", slug))

    def test_a_title_of_three_hundred_letters_is_one_fault_not_two(self):
        answer = self.post("a" * 300, "a" * 255)
        self.assertEqual(list(answer.context["form"].errors), ["title"])
        self.assertContains(answer, "at most 255 characters")
        self.assertFalse(PostPage.objects.exists())

    def test_without_a_title_nothing_is_made(self):
        for title in ("", "   ", "\0"):
            with self.subTest(title=title):
                self.assertIsNone(self.slug_of(title))

    def test_a_published_essay_never_gives_way(self):
        other, post = make_post(self.journal, "Held"), make_post(self.journal, "Kept")
        answer = self.post("Held", "held", page=post)
        self.assertContains(answer, IN_USE)
        post.refresh_from_db()
        self.assertEqual((post.slug, post.title, other.slug), ("kept", "Kept", "held"))


class FollowingTests(SlugTestCase):
    def test_an_empty_slug_is_made_of_the_title(self):
        for title, slug in (
            ("Held down", "held-down"),
            (".it’s the work.", "its-the-work"),
            ("🎬 🎬", "essay"),
            ("…", "essay-2"),
            ("العمل في السجن", "العمل-في-السجن"),
            ("भीतर", "भतर"),
            ("Feed", "feed-2"),
            ("1984", "1984-2"),
            ("x" * 255, "x" * 100),
        ):
            with self.subTest(title=title):
                self.assertEqual(self.slug_of(title), slug)
                self.assertEqual(
                    self.client.get(f"/journal/{slug}/", headers=HOST).status_code, 200
                )

    def test_a_slug_that_follows_the_title_gives_way(self):
        make_post(self.journal, "Held")
        make_post(self.journal, "Film", live=False)
        make_private(make_post(self.journal, "Kept"))
        make_scheduled_post(self.journal, "Later")
        for title, written, slug in (
            ("Held", "held", "held-2"),
            ("Held!", "held", "held-3"),
            ("Film", "film", "film-2"),
            ("Kept", "kept", "kept-2"),
            ("Later", "later", "later-2"),
            ("Feed", "feed", "feed-2"),
            ("2026", "2026", "2026-2"),
            ("- One - two", "-one-two", "one-two"),
            ("y" * 255, "y" * 255, "y" * 100),
        ):
            with self.subTest(title=title):
                self.assertEqual(self.slug_of(title, written), slug)

    def test_a_draft_gives_way_each_time_to_the_same_slug(self):
        make_post(self.journal, "Held")
        self.post("Held", "held", publish=False)
        draft = PostPage.objects.get(live=False)
        for publish in (False, False, True):
            self.post("Held", "held", page=draft, publish=publish)
            draft.refresh_from_db()
            self.assertEqual((draft.slug, draft.live), ("held-2", publish))
        self.assertEqual(PostPage.objects.count(), 2)

    def test_two_windows_with_the_same_title_make_two_essays(self):
        for _window in range(2):
            self.client.get(self.add)
        self.assertEqual([self.slug_of("Held", "held") for _window in range(2)], ["held", "held-2"])

    def test_one_that_is_taken_after_the_form_was_judged_gives_way_too(self):
        save = PostPage.base_form_class.save

        def lose_the_race(form, commit=True):
            make_post(self.journal, "Held")
            return save(form, commit)

        with patch.object(PostPage.base_form_class, "save", lose_the_race):
            self.assertEqual(self.slug_of("Held", "held"), "held")
        self.assertEqual(set(PostPage.objects.values_list("slug", flat=True)), {"held", "held-2"})

    def test_a_slug_written_by_hand_is_kept(self):
        self.assertEqual(self.slug_of("Something else", "by-hand"), "by-hand")
        post = PostPage.objects.get()
        self.post("Another title", "by-hand", page=post)
        post.refresh_from_db()
        self.assertEqual((post.title, post.slug), ("Another title", "by-hand"))

    def test_a_published_essay_whose_slug_is_emptied_gets_one_of_its_title(self):
        make_post(self.journal, "Held")
        post = make_post(self.journal, "Kept")
        self.post("Held", "", page=post)
        post.refresh_from_db()
        self.assertEqual((post.title, post.slug), ("Held", "held-2"))

    def test_the_preview_of_a_new_essay_knows_its_address(self):
        fields = {
            "title": "Held",
            "slug": "held",
            "body": streamfield([]),
            "comments_state": "open",
        }
        data = nested_form_data(fields | {"content_notes": streamfield([])})
        answer = self.client.post(f"{self.add}preview/", data).json()
        self.assertTrue(answer["is_valid"], answer)
        page = self.client.get(f"{self.add}preview/", headers=HOST)
        self.assertContains(page, "/journal/held/")

    def test_the_form_asks_for_no_slug(self):
        form = self.client.get(self.add).context["form"]
        self.assertFalse(form.fields["slug"].required)
