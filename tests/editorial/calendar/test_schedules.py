"""Moving what the timer will publish: the approved words stay, and one of two rivals wins."""

from unittest import mock

import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import TestCase
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision
from wagtail.signals import page_published

from blog.editorial.models import ScheduleAttempt
from blog.editorial.moving import (
    MoveRefusedError,
    move_end,
    publish_now,
    reschedule,
    schedules,
    unschedule,
)
from blog.editorial.running.due import due_publications
from blog.editorial.running.publishing import publish_due

from .ground import NOW, Journal, approved, at, planned_date

ACTIONS = [
    lambda page, by: reschedule(page, at(9), by),
    unschedule,
    publish_now,
    lambda page, by: move_end(page, at(20), by),
]


@time_machine.travel(NOW, tick=False)
class ScheduleTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        with time_machine.travel(NOW, tick=False):
            cls.journal = Journal()
            cls.page = cls.journal.scheduled(owner=cls.journal.author, expire_at=at(30))

    def draft_on_top(self, **changes):
        """Save a newer draft over the scheduled version."""
        draft = self.page.get_latest_revision_as_object()
        for name, value in changes.items():
            setattr(draft, name, value)
        draft.save_revision()
        self.page.refresh_from_db()

    def test_who_may_not_publish_moves_no_schedule(self):
        for act in ACTIONS:
            for user in (self.journal.author, self.journal.moderator):
                with self.subTest(act=act, user=user.email), self.assertRaises(PermissionDenied):
                    act(self.page, user)
        self.assertEqual(approved(self.page), at(8))

    def test_where_nothing_is_scheduled_it_is_said(self):
        draft = self.journal.draft("Only a draft", expire_at=at(30))
        for act in ACTIONS:
            with self.subTest(act=act), self.assertRaises(MoveRefusedError):
                act(draft, self.journal.editor)

    def test_the_past_is_refused(self):
        for act in (reschedule, move_end):
            with self.subTest(act=act), self.assertRaisesMessage(MoveRefusedError, "passed"):
                act(self.page, NOW, self.journal.editor)
        self.assertEqual(approved(self.page), at(8))

    def test_an_end_before_the_beginning_is_refused(self):
        with self.assertRaisesMessage(MoveRefusedError, "taken down"):
            reschedule(self.page, at(30), self.journal.editor)
        with self.assertRaisesMessage(MoveRefusedError, "taken down"):
            move_end(self.page, at(8), self.journal.editor)

    def test_all_that_holds_the_date_follows(self):
        moved = reschedule(self.page, at(9), self.journal.editor)
        self.assertEqual((moved.was, moved.now), (at(8), at(9)))
        self.assertEqual(approved(self.page), at(9))
        self.assertEqual(planned_date(self.page), (at(9), at(9)))
        entry = PageLogEntry.objects.get(action="editorial.reschedule")
        self.assertEqual(entry.user, self.journal.editor)

    def test_the_approved_words_stay_and_go_live(self):
        self.draft_on_top(title="Later words")
        reschedule(self.page, at(9), self.journal.editor)
        self.assertEqual(planned_date(self.page), (at(9), at(9)))
        self.assertEqual(self.page.latest_revision.content["title"], "Later words")
        with time_machine.travel(at(9, 10), tick=False):
            [item] = due_publications()
            publish_due(item)
        self.page.refresh_from_db()
        self.assertTrue(self.page.live)
        self.assertEqual(self.page.title, "A scheduled essay")
        self.assertEqual(self.page.first_published_at, at(9))

    def test_a_draft_with_another_date_keeps_it(self):
        self.draft_on_top(go_live_at=at(15))
        reschedule(self.page, at(9), self.journal.editor)
        self.assertEqual(approved(self.page), at(9))
        self.assertEqual(self.page.latest_revision.as_object().go_live_at, at(15))

    def test_a_scheduled_update_leaves_the_row_alone(self):
        live = self.journal.live()
        live.go_live_at = at(8)
        live.save_revision().publish(user=self.journal.editor)
        reschedule(live, at(9), self.journal.editor)
        self.assertEqual(approved(live), at(9))
        self.assertEqual(planned_date(live), (None, at(9)))
        self.assertTrue(live.live)

    def test_a_failed_item_is_tried_anew(self):
        revision = self.page.latest_revision
        ScheduleAttempt.objects.create(
            kind="publish",
            content_type=revision.base_content_type,
            object_id=revision.object_id,
            due_at=at(8),
            attempts=5,
            last_tried_at=NOW,
            next_try_at=NOW,
        )
        reschedule(self.page, at(9), self.journal.editor)
        self.assertFalse(ScheduleAttempt.objects.exists())

    def test_what_went_live_meanwhile_is_a_sentence(self):
        get_scheduled = schedules.get_scheduled

        def and_the_timer_comes(page):
            revision = get_scheduled(page)
            with time_machine.travel(at(8, 10), tick=False):
                due = {item.object_id: item for item in due_publications()}
                self.assertEqual(publish_due(due[str(page.pk)]), "published")
            return revision

        for act in (ACTIONS[0], unschedule, publish_now):
            page = self.journal.scheduled("Racing")
            with (
                self.subTest(act=act),
                mock.patch.object(schedules, "get_scheduled", and_the_timer_comes),
                self.assertRaisesMessage(MoveRefusedError, "is live already"),
            ):
                act(page, self.journal.editor)

    def test_unscheduled_it_stays_as_a_wish(self):
        unschedule(self.page, self.journal.editor)
        self.assertIsNone(approved(self.page))
        self.assertEqual(planned_date(self.page), (at(8), at(8)))
        entry = PageLogEntry.objects.get(action="wagtail.schedule.cancel")
        self.assertEqual(entry.user, self.journal.editor)

    def test_published_at_once_with_the_approved_words(self):
        self.draft_on_top(title="Later words")
        with self.captureOnCommitCallbacks(execute=True):
            publish_now(self.page, self.journal.editor)
        self.page.refresh_from_db()
        self.assertTrue(self.page.live)
        self.assertEqual(self.page.title, "A scheduled essay")
        self.assertIsNone(approved(self.page))
        self.assertTrue(self.page.has_unpublished_changes)
        self.assertEqual(planned_date(self.page), (None, None))
        self.assertEqual(self.page.latest_revision.content["title"], "Later words")

    def test_a_failure_keeps_the_schedule_and_says_why(self):
        def refuse(**kwargs):
            raise ValidationError("The reel is missing.")

        page_published.connect(refuse)
        self.addCleanup(page_published.disconnect, refuse)
        with self.assertRaisesMessage(MoveRefusedError, "The reel is missing."):
            publish_now(self.page, self.journal.editor)
        self.page.refresh_from_db()
        self.assertFalse(self.page.live)
        self.assertEqual(approved(self.page), at(8))
        revision = Revision.objects.get(approved_go_live_at__isnull=False)
        self.assertEqual(revision.as_object().go_live_at, at(8))

    def test_the_end_moves_in_all_versions_that_hold_it(self):
        self.draft_on_top(title="Later words")
        move_end(self.page, at(20), self.journal.editor)
        self.page.refresh_from_db()
        self.assertEqual(self.page.expire_at, at(20))
        for revision in self.page.revisions.all():
            self.assertEqual(revision.as_object().expire_at, at(20))
        self.assertEqual(approved(self.page), at(8))
        self.assertTrue(PageLogEntry.objects.filter(action="editorial.move_end").exists())

    def test_the_end_of_a_live_page_that_came_meanwhile_is_a_sentence(self):
        live = self.journal.live("Ends", expire_at=at(9))
        type(live).objects.filter(pk=live.pk).update(live=False, expire_at=None)
        with self.assertRaisesMessage(MoveRefusedError, "no end any more"):
            move_end(live, at(20), self.journal.editor)
        self.assertLess(timezone.now(), at(9))
