"""Planning: a date that anybody who writes may change, and on which nothing happens."""

from unittest import mock

import time_machine
from django.core.exceptions import PermissionDenied
from django.test import TestCase
from django.utils import timezone
from wagtail.models import PageLogEntry

from blog.editorial.moving import MoveRefusedError, plan, unplan, wishes

from .ground import NOW, Journal, approved, at, planned_date


@time_machine.travel(NOW, tick=False)
class PlanTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        with time_machine.travel(NOW, tick=False):
            cls.journal = Journal()
            cls.draft = cls.journal.draft()
            cls.live = cls.journal.live()

    def assert_refused(self, words, page, instant):
        before = planned_date(page)
        with self.assertRaisesMessage(MoveRefusedError, words):
            plan(page, instant, self.journal.editor)
        self.assertEqual(planned_date(page), before)

    def test_strangers_to_a_page_may_not_plan_it(self):
        for user in (self.journal.author, self.journal.moderator):
            with self.subTest(user.email), self.assertRaises(PermissionDenied):
                plan(self.draft, at(8), user)
        self.assertEqual(planned_date(self.draft), (None, None))

    def test_authors_plan_their_own(self):
        own = self.journal.draft("Own", owner=self.journal.author)
        plan(own, at(8), self.journal.author)
        self.assertEqual(planned_date(own), (at(8), at(8)))

    def test_the_past_is_refused(self):
        self.assert_refused("has passed", self.draft, NOW)

    def test_a_live_essay_without_changes_has_nothing_to_plan(self):
        self.assert_refused("no changes", self.live, at(8))

    def test_what_is_scheduled_is_not_planned(self):
        page = self.journal.scheduled()
        self.assert_refused("is scheduled", page, at(9))
        self.assertEqual(approved(page), at(8))

    def test_what_would_end_before_it_begins_is_refused(self):
        self.assert_refused("taken down", self.journal.draft("Ends", expire_at=at(7)), at(8))

    def test_what_somebody_else_has_locked_is_refused(self):
        self.draft.locked, self.draft.locked_by = True, self.journal.author
        self.draft.save()
        self.assert_refused("is locked", self.draft, at(8))

    def test_a_page_that_is_gone_is_a_sentence(self):
        gone = self.journal.draft("Gone")
        type(gone).objects.get(pk=gone.pk).delete()
        with self.assertRaisesMessage(MoveRefusedError, "deleted"):
            plan(gone, at(8), self.journal.editor)

    def test_the_date_stands_in_the_row_and_in_the_draft_and_nothing_else_changes(self):
        words = self.draft.latest_revision.content | {"go_live_at": None}
        moved = plan(self.draft, at(8), self.journal.editor)
        self.assertEqual((moved.was, moved.now), (None, at(8)))
        self.assertEqual(planned_date(self.draft), (at(8), at(8)))
        self.assertIsNone(approved(self.draft))
        content = self.draft.latest_revision.content | {"go_live_at": None}
        self.assertEqual(content, words)
        entry = PageLogEntry.objects.get(action="editorial.plan")
        self.assertEqual((entry.user, entry.page_id), (self.journal.editor, self.draft.pk))

    def test_the_wish_for_an_update_stands_in_the_draft_alone(self):
        self.live.title = "New words"
        self.live.save_revision()
        plan(self.live, at(8), self.journal.editor)
        self.assertEqual(planned_date(self.live), (None, at(8)))
        self.assertEqual(self.live.title, "A live essay")

    def test_an_open_editor_hears_of_a_newer_version(self):
        before = self.draft.latest_revision.created_at
        plan(self.draft, at(8), self.journal.editor)
        self.draft.refresh_from_db()
        self.assertGreater(self.draft.latest_revision.created_at, before)
        self.assertEqual(
            self.draft.latest_revision_created_at, self.draft.latest_revision.created_at
        )

    def test_words_that_an_editor_saved_meanwhile_are_kept(self):
        lock = wishes.lock_page

        def save_in_between(pk):
            row = lock(pk)
            assert row.latest_revision.content["title"] == "A draft"  # read before the rival
            draft = type(self.draft).objects.get(pk=pk)
            draft.title = "New words"
            rival = draft.latest_revision
            rival.content = draft.serializable_data()
            rival.created_at = timezone.now() + timezone.timedelta(seconds=1)
            rival.save()
            return row

        with mock.patch.object(wishes, "lock_page", save_in_between):
            plan(self.draft, at(8), self.journal.editor)
        self.draft.refresh_from_db()
        draft = self.draft.latest_revision.as_object()
        self.assertEqual((draft.title, draft.go_live_at), ("New words", at(8)))

    def test_the_same_date_again_changes_nothing(self):
        plan(self.draft, at(8), self.journal.editor)
        self.draft.refresh_from_db()
        before = self.draft.latest_revision.created_at
        plan(self.draft, at(8), self.journal.editor)
        self.draft.refresh_from_db()
        self.assertEqual(self.draft.latest_revision.created_at, before)
        self.assertEqual(PageLogEntry.objects.filter(action="editorial.plan").count(), 1)

    def test_unplanning_takes_the_date(self):
        plan(self.draft, at(8), self.journal.editor)
        self.assertEqual(unplan(self.draft, self.journal.editor).was, at(8))
        self.assertEqual(planned_date(self.draft), (None, None))

    def test_an_imported_draft_without_a_version_is_planned_in_its_row(self):
        bare = Journal.draft(self.journal, "Bare")
        bare.revisions.all().delete()
        plan(bare, at(8), self.journal.editor)
        bare.refresh_from_db()
        self.assertEqual((bare.go_live_at, bare.latest_revision), (at(8), None))
