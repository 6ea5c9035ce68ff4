"""A publication is taken back within ten minutes, once, and everything is as it was."""

from datetime import timedelta

import time_machine
from django.core.exceptions import PermissionDenied
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision

from blog.accounts.models import User
from blog.editorial.models import EditorialNotice, Publication
from blog.editorial.running.run import run_due
from blog.editorial.trash.actions import trash_page
from blog.editorial.undo.actions import undo_publication
from blog.editorial.undo.refusals import UndoRefusedError
from blog.outbox.models import Mail
from blog.posts.models import PostPage
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.posts import make_post


def last_of(page):
    return Publication.objects.filter(page=page.pk).latest("pk")


def again(page):
    return PostPage.objects.get(pk=page.pk)


class UndoCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = lay_out_journal()
        cls.owner = User.objects.create_superuser("owner@example.org", "p")
        cls.editor, cls.author = UserFactory(groups=["Editor"]), UserFactory(groups=["Author"])
        with time_machine.travel(timezone.now() - timedelta(days=3), tick=False):
            cls.post = make_post(cls.site.journal, "First words", slug="post", owner=cls.author)
        cls.before = again(cls.post)

    def update(self, title="Second words", **fields):
        page = again(self.post).get_latest_revision_as_object()
        page.title = title
        for name, value in fields.items():
            setattr(page, name, value)
        page.save_revision(user=self.editor).publish(user=self.editor)
        return last_of(page)


class UndoingUpdatesTests(UndoCase):
    def test_readers_see_what_they_saw_and_the_new_words_stay_a_draft(self):
        publication = self.update()
        newest = again(self.post).latest_revision_id
        self.assertTrue(undo_publication(publication, self.editor))
        page = again(self.post)
        self.assertEqual((page.title, page.live), ("First words", True))
        for name in ("first_published_at", "last_published_at", "live_revision_id", "slug"):
            self.assertEqual(getattr(page, name), getattr(self.before, name), name)
        self.assertEqual(page.latest_revision_id, newest)
        self.assertTrue(page.has_unpublished_changes)
        self.assertEqual(page.get_latest_revision_as_object().title, "Second words")
        self.assertContains(self.client.get("/journal/post/"), "First words")
        publication.refresh_from_db()
        self.assertIsNotNone(publication.undone_at)
        self.assertEqual(Publication.objects.standing().filter(page=page.pk).count(), 1)
        entry = PageLogEntry.objects.filter(page=page.pk).latest("timestamp", "pk")
        self.assertEqual((entry.action, entry.user), ("editorial.undo", self.editor))

    def test_the_draft_can_be_published_again(self):
        undo_publication(self.update(), self.editor)
        again(self.post).latest_revision.publish(user=self.editor)
        page = again(self.post)
        self.assertEqual(
            (page.title, page.first_published_at.date()),
            ("Second words", self.before.first_published_at.date()),
        )

    def test_a_newer_draft_is_kept(self):
        publication = self.update()
        page = again(self.post)
        page.title = "Third words"
        latest = page.save_revision()
        undo_publication(publication, self.editor)
        page = again(self.post)
        self.assertEqual(page.latest_revision_id, latest.pk)
        self.assertEqual(page.get_latest_revision_as_object().title, "Third words")

    def test_an_update_that_went_to_the_top_goes_back_to_its_place(self):
        publication = self.update(returns_to_top=True)
        self.assertNotEqual(again(self.post).first_published_at, self.before.first_published_at)
        undo_publication(publication, self.editor)
        page = again(self.post)
        self.assertEqual(page.first_published_at, self.before.first_published_at)
        draft = page.get_latest_revision_as_object()
        self.assertTrue(draft.returns_to_top)
        self.assertEqual(draft.first_published_at, self.before.first_published_at)

    def test_one_after_the_other(self):
        first, second = self.update("Second"), self.update("Third")
        with self.assertRaises(UndoRefusedError):
            undo_publication(first, self.editor)
        undo_publication(second, self.editor)
        self.assertEqual(again(self.post).title, "Second")
        undo_publication(first, self.editor)
        self.assertEqual(again(self.post).title, "First words")

    def test_its_old_address_comes_back_unless_another_page_has_it(self):
        publication = self.update(slug="new-address")
        other = make_post(self.site.journal, "Other", slug="post")
        with self.assertRaisesMessage(UndoRefusedError, "Another page has its old address"):
            undo_publication(publication, self.editor)
        other.delete()
        undo_publication(publication, self.editor)
        self.assertEqual(again(self.post).url_path, "/home/journal/post/")


class UndoingFirstOnesTests(UndoCase):
    def publish_first(self, **fields):
        fields = {"owner": self.author} | fields
        draft = make_post(self.site.journal, "New", live=False, slug="new", **fields)
        draft.save_revision(user=self.editor).publish(user=self.editor)
        return again(draft)

    def test_it_is_a_draft_without_a_date_and_nobody_hears_of_it(self):
        page = self.publish_first()
        self.assertTrue(EditorialNotice.objects.filter(page=page.pk).exists())
        undo_publication(last_of(page), self.editor)
        page = again(page)
        self.assertEqual(
            (page.live, page.first_published_at, page.last_published_at), (False, None, None)
        )
        self.assertEqual(self.client.get("/journal/new/").status_code, 404)
        self.assertFalse(EditorialNotice.objects.filter(page=page.pk, kind="live").exists())
        self.assertFalse(Mail.objects.waiting().filter(about=f"page:{page.pk}").exists())

    def test_the_next_one_is_the_first_again(self):
        page = self.publish_first()
        undo_publication(last_of(page), self.editor)
        again(page).latest_revision.publish(user=self.editor)
        self.assertTrue(last_of(page).is_first)

    def test_a_timed_one_is_not_fired_again(self):
        due = timezone.now() + timedelta(hours=1)
        draft = make_post(self.site.journal, "Timed", live=False, go_live_at=due)
        draft.save_revision(approved_go_live_at=due)
        with time_machine.travel(due + timedelta(seconds=5), tick=False):
            run_due()
            self.assertTrue(again(draft).live)
            undo_publication(last_of(draft), self.editor)
            run_due()
            page = again(draft)
            self.assertEqual(
                (page.live, page.first_published_at, page.go_live_at), (False, None, None)
            )
            self.assertIsNone(page.get_latest_revision_as_object().go_live_at)
        self.assertFalse(Revision.objects.filter(approved_go_live_at__isnull=False).exists())

    def test_an_update_that_was_scheduled_since_stays_so(self):
        page = self.publish_first()
        due = timezone.now() + timedelta(hours=1)
        revision = again(page).save_revision(approved_go_live_at=due)
        undo_publication(last_of(page), self.editor)
        revision.refresh_from_db()
        self.assertEqual(revision.approved_go_live_at, due)


class RefusalTests(UndoCase):
    def test_after_ten_minutes(self):
        publication = self.update()
        late = publication.published_at + timedelta(minutes=10)
        with time_machine.travel(late, tick=False), self.assertRaises(UndoRefusedError):
            undo_publication(publication, self.editor)
        with time_machine.travel(late - timedelta(seconds=2), tick=False):
            self.assertTrue(undo_publication(publication, self.editor))

    def test_by_who_may_not_publish(self):
        publication = self.update()
        for user in (self.author, UserFactory(groups=["Moderator"]), UserFactory()):
            with self.assertRaises(PermissionDenied):
                undo_publication(publication, user)
        self.assertEqual(again(self.post).title, "Second words")

    def test_twice_is_once(self):
        publication = self.update()
        stale = Publication.objects.get(pk=publication.pk)
        self.assertIsNotNone(undo_publication(publication, self.editor))
        self.assertIsNone(undo_publication(stale, self.editor))

    def test_what_is_not_shown_any_more(self):
        publication = self.update()
        again(self.post).unpublish()
        with self.assertRaises(UndoRefusedError):
            undo_publication(publication, self.editor)
        trash_page(self.post)
        with self.assertRaises((UndoRefusedError, PermissionDenied)):
            undo_publication(publication, self.editor)

    def test_a_version_before_that_was_not_kept(self):
        publication = self.update()
        Revision.objects.filter(pk=publication.replaced_id).delete()
        with self.assertRaisesMessage(UndoRefusedError, "was not kept"):
            undo_publication(Publication.objects.get(pk=publication.pk), self.editor)


class UndoViewTests(UndoCase):
    def setUp(self):
        self.client.force_login(self.editor)

    def address(self, publication):
        return reverse("editorial_undo", args=[publication.pk])

    def test_it_asks_and_does_it_and_says_so(self):
        publication = self.update()
        response = self.client.get(self.address(publication))
        self.assertContains(response, "Readers see again what they saw before")
        response = self.client.post(self.address(publication), {"next": "/admin/"}, follow=True)
        self.assertRedirects(response, "/admin/", status_code=303)
        self.assertContains(response, "The update of “Second words” is taken back.")
        response = self.client.post(self.address(publication), follow=True)
        self.assertContains(response, "It was taken back already.")
        self.assertContains(self.client.get(self.address(publication)), "taken back already")

    def test_refusals(self):
        publication = self.update()
        late = publication.published_at + timedelta(minutes=11)
        with time_machine.travel(late, tick=False):
            self.client.force_login(self.editor)
            self.assertContains(self.client.get(self.address(publication)), "More than ten minutes")
            response = self.client.post(self.address(publication), follow=True)
            self.assertContains(response, "More than ten minutes")
        self.client.force_login(self.author)
        self.client.post(self.address(publication))
        self.assertEqual(again(self.post).title, "Second words")
        self.client.force_login(self.editor)
        self.assertEqual(self.client.post("/admin/publications/0/undo/").status_code, 404)
        foreign = self.client.post(self.address(publication), {"next": "https://evil.example/"})
        self.assertNotIn("evil", foreign["Location"])

    def test_the_desk_and_the_page_offer_it_for_ten_minutes(self):
        publication = self.update()
        edit = reverse("wagtailadmin_pages:edit", args=[self.post.pk])
        for address in ("/admin/", edit):
            self.assertContains(self.client.get(address), self.address(publication))
        self.client.force_login(self.author)
        self.assertNotContains(self.client.get("/admin/"), self.address(publication))
        with time_machine.travel(publication.published_at + timedelta(minutes=11)):
            self.client.force_login(self.editor)
            for address in ("/admin/", edit):
                self.assertNotContains(self.client.get(address), self.address(publication))
