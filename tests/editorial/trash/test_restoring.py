"""What comes back from the trash comes back as it was."""

from datetime import timedelta

import time_machine
from django.test import TestCase
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Revision

from blog.accounts.models import User
from blog.editorial.models import EditorialNotice, Publication, TrashedPage
from blog.editorial.running.run import run_due
from blog.editorial.trash.actions import TrashRefusedError, trash_page
from blog.editorial.trash.returning import find_new_parent, restore_page
from blog.editorial.trash.words import said_of_restored
from blog.posts.models import PostIndexPage, PostPage
from home.models import StandardPage
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.comments import make_comment
from tests.factories.posts import make_post, make_scheduled_post


class RestoringTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = lay_out_journal()
        cls.owner = User.objects.create_superuser("owner@example.org", "p")
        cls.author = UserFactory(groups=["Author"])
        cls.post = make_post(cls.site.journal, "Held", slug="held", days_ago=40)
        cls.post.tags.add("Grief")
        cls.post.save_revision().publish()
        cls.post.refresh_from_db()

    def trash(self, page, by=None):
        return trash_page(page, by=by or self.owner)

    def test_it_is_live_at_its_address_with_its_dates_comments_tags_and_draft(self):
        comment = make_comment(self.post)
        draft = PostPage.objects.get(pk=self.post.pk)
        draft.title = "A newer draft"
        latest = draft.save_revision()
        published, told = Publication.objects.count(), EditorialNotice.objects.count()
        restored = restore_page(self.trash(self.post), by=self.owner)
        page = PostPage.objects.get(pk=self.post.pk)
        self.assertTrue(page.live)
        for name in ("slug", "url_path", "title", "path", "live_revision_id"):
            self.assertEqual(getattr(page, name), getattr(self.post, name), name)
        for name in ("first_published_at", "last_published_at"):
            self.assertEqual(getattr(page, name), getattr(self.post, name), name)
        self.assertEqual(page.latest_revision_id, latest.pk)
        self.assertTrue(page.has_unpublished_changes)
        self.assertEqual([tag.name for tag in page.tags.all()], ["Grief"])
        self.assertEqual(page.reader_comments.get(), comment)
        self.assertContains(self.client.get("/journal/held/"), "Held")
        self.assertFalse(TrashedPage.objects.exists())
        self.assertFalse(Redirect.objects.exists())
        self.assertEqual(Publication.objects.count(), published)
        self.assertEqual(EditorialNotice.objects.count(), told)
        words = said_of_restored(restored)
        self.assertEqual(words, "“A newer draft” is back in its place. Readers see it again.")
        self.assertEqual(Page.find_problems(), ([], [], [], [], []))

    def test_a_draft_stays_one(self):
        draft = make_post(self.site.journal, "Draft", live=False)
        draft.save_revision()
        restored = restore_page(self.trash(draft))
        draft.refresh_from_db()
        self.assertEqual((draft.live, draft.slug, restored.live), (False, "draft", 0))

    def test_children_come_back_with_the_journal(self):
        draft = make_post(self.site.journal, "Draft", live=False)
        restored = restore_page(self.trash(self.site.journal), by=self.owner)
        self.assertEqual(restored.live, 2)
        self.assertContains(self.client.get("/journal/held/"), "Held")
        draft.refresh_from_db()
        self.assertEqual((draft.live, draft.url_path), (False, "/home/journal/draft/"))

    def test_a_taken_address_gets_a_number(self):
        row = self.trash(self.post)
        other = make_post(self.site.journal, "Other", slug="held")
        restored = restore_page(row, by=self.owner)
        page = PostPage.objects.get(pk=self.post.pk)
        self.assertEqual((page.slug, other.slug), ("held-2", "held"))
        words = said_of_restored(restored)
        self.assertIn("“held” was taken meanwhile, so it is “held-2” now", words)
        # The draft that the editor loads and the version that is live know it too.
        self.assertEqual(page.get_latest_revision_as_object().slug, "held-2")
        page.latest_revision.publish()
        self.assertEqual(PostPage.objects.get(pk=self.post.pk).slug, "held-2")

    def test_twice_is_once(self):
        row = self.trash(self.post)
        again = TrashedPage.objects.get(pk=row.pk)
        self.assertIsNotNone(restore_page(row))
        self.assertIsNone(restore_page(again))

    def test_what_was_deleted_meanwhile(self):
        row = self.trash(self.post)
        stale = TrashedPage.objects.get(pk=row.pk)
        Page.objects.get(pk=self.post.pk).delete()
        self.assertIsNone(restore_page(stale))

    def test_a_schedule_to_come_stands_again_and_fires(self):
        future = make_scheduled_post(self.site.journal, "Future")
        due = Revision.objects.get(approved_go_live_at__isnull=False).approved_go_live_at
        row = self.trash(future)
        with time_machine.travel(due + timedelta(minutes=1)):
            self.assertEqual(run_due().published, [])
        restored = restore_page(row, by=self.owner)
        self.assertIn("scheduled again", said_of_restored(restored))
        with time_machine.travel(due + timedelta(minutes=1)):
            run_due()
        self.assertTrue(Page.objects.get(pk=future.pk).live)

    def test_a_schedule_that_passed_in_the_trash_does_not_fire(self):
        future = make_scheduled_post(self.site.journal, "Future")
        due = Revision.objects.get(approved_go_live_at__isnull=False).approved_go_live_at
        row = self.trash(future)
        with time_machine.travel(due + timedelta(hours=1)):
            restored = restore_page(row, by=self.owner)
            self.assertIn("the time has passed: “Future”", said_of_restored(restored))
            run_due()
            page = Page.objects.get(pk=future.pk).specific
            self.assertFalse(page.live)
            self.assertIsNone(page.get_latest_revision_as_object().go_live_at)

    def test_what_expired_in_the_trash_stays_down(self):
        end = timezone.now() + timedelta(days=2)
        Page.objects.filter(pk=self.post.pk).update(expire_at=end)
        row = self.trash(self.post)
        with time_machine.travel(end + timedelta(hours=1)):
            restored = restore_page(row, by=self.owner)
        self.assertIn("its time was over: “Held”", said_of_restored(restored))
        self.assertFalse(Page.objects.get(pk=self.post.pk).live)

    def test_who_may_not_publish_brings_back_a_draft(self):
        own = make_post(self.site.journal, "Own", owner=self.author)
        restored = restore_page(self.trash(own), by=self.author)
        own.refresh_from_db()
        self.assertEqual((own.live, own.slug), (False, "own"))
        self.assertIn("because you may not publish: “Own”", said_of_restored(restored))

    def test_the_page_above_in_the_trash(self):
        row = self.trash(self.post)
        self.trash(self.site.journal)
        row.refresh_from_db()
        with self.assertRaises(TrashRefusedError):
            restore_page(row, by=self.owner)
        self.assertIsNone(find_new_parent(Page.objects.get(pk=self.post.pk), self.owner))
        self.assertEqual(TrashedPage.objects.count(), 2)
        other = PostIndexPage(title="Second", slug="second")
        PostIndexPage.max_count_per_parent = None
        self.addCleanup(setattr, PostIndexPage, "max_count_per_parent", 1)
        self.site.home.refresh_from_db()
        self.site.home.add_child(instance=other)
        page = Page.objects.get(pk=self.post.pk)
        self.assertEqual(find_new_parent(page, self.owner), other)
        restored = restore_page(row, by=self.owner, parent=other)
        page = Page.objects.get(pk=self.post.pk)
        self.assertEqual((page.url_path, page.live), ("/home/second/held/", True))
        self.assertIn("is back, below “Second”", said_of_restored(restored))
        self.assertFalse(Redirect.objects.filter(old_path__contains="~").exists())
        self.assertEqual(Page.find_problems(), ([], [], [], [], []))

    def test_what_was_thrown_away_by_itself_stays_when_what_is_above_comes_back(self):
        above = StandardPage(title="Above", slug="above")
        self.site.home.refresh_from_db()
        self.site.home.add_child(instance=above)
        inner = self.trash(self.post)
        outer = self.trash(self.site.journal)
        restore_page(outer, by=self.owner)
        page = Page.objects.get(pk=self.post.pk)
        self.assertEqual((page.live, page.slug), (False, f"~{page.pk}"))
        restore_page(inner, by=self.owner)
        self.assertTrue(Page.objects.get(pk=page.pk).live)

    def test_its_review_ended(self):
        draft = make_post(self.site.journal, "Draft", live=False, owner=self.author)
        draft.save_revision(user=self.author)
        draft.get_workflow().start(draft, self.author)
        self.assertTrue(draft.workflow_in_progress)
        self.trash(draft)
        page = Page.objects.get(pk=draft.pk).specific
        self.assertFalse(page.workflow_in_progress)
