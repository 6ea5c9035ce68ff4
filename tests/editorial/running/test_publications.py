"""Each publication leaves a row: what readers saw before, who did it, for when it was planned."""

from datetime import timedelta

import time_machine
from django.core.exceptions import PermissionDenied
from django.test import TestCase
from django.utils import timezone
from wagtail.log_actions import LogContext
from wagtail.signals import page_published

from blog.editorial.models import Publication
from blog.editorial.running.publications import announce, decline
from blog.editorial.running.run import run_due
from blog.editorial.signals import page_announced, publication_held
from home.setup import lay_out_journal
from tests.editorial.schedules import add_page, minutes_ago, schedule
from tests.factories.accounts import UserFactory
from tests.factories.posts import make_post

from .hearing import hearing

Kinds = Publication.Announcement
DAY = 24 * 60


class PublicationTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.laid_out = lay_out_journal()
        cls.home = cls.laid_out.home
        cls.editor = UserFactory(display_name="Edith", groups=["Editor"])
        cls.page = add_page(cls.home, "Draft")
        Publication.objects.all().delete()

    def row(self):
        return Publication.objects.latest("pk")

    def test_what_is_only_scheduled_or_saved_is_no_publication(self):
        self.page.go_live_at = timezone.now() + timedelta(days=1)
        with hearing(page_announced) as heard:
            self.page.save_revision().publish(user=self.editor)
            self.page.save_revision()
        self.assertFalse(Publication.objects.exists())
        self.assertEqual(heard, [])

    def test_what_an_undo_brings_back_and_an_alias_are_none(self):
        page = add_page(self.home, "Live", live=True)
        Publication.objects.all().delete()
        for extra in ("is_return", "alias"):
            page_published.send(type(page), instance=page, revision=None, **{extra: True})
        self.assertFalse(Publication.objects.exists())

    def test_first_one_by_hand(self):
        revision = self.page.save_revision()
        with LogContext(user=self.editor), hearing(page_announced) as heard:
            revision.publish()
        row = self.row()
        self.assertEqual((row.revision, row.replaced), (revision, None))
        self.assertEqual((row.was_live, row.is_first), (False, True))
        self.assertEqual((row.intended_at, row.published_by), (None, self.editor))
        self.assertEqual((row.announcement, len(heard)), (Kinds.DONE, 1))
        self.assertTrue(heard[0]["page"].live)
        self.assertEqual(heard[0]["publication"], row)

    def test_without_anybody_signed_in_it_is_whoever_saved_the_version(self):
        self.page.save_revision(user=self.editor).publish()
        self.assertEqual(self.row().published_by, self.editor)

    def test_update_by_hand_knows_what_it_replaced(self):
        first = self.page.save_revision()
        first.publish()
        self.page.refresh_from_db()
        dates = self.page.first_published_at, self.page.last_published_at
        with hearing(page_announced) as heard:
            self.page.save_revision().publish()
        row = self.row()
        self.assertEqual((row.replaced, row.was_live, row.is_first), (first, True, False))
        self.assertEqual((row.first_published_before, row.last_published_before), dates)
        self.assertEqual((row.announcement, heard), (Kinds.NONE, []))

    def test_timed_one_knows_for_when_and_by_whom_it_was_scheduled(self):
        start = timezone.now().replace(microsecond=0)
        with time_machine.travel(start, tick=False) as clock:
            self.page.go_live_at = start + timedelta(hours=1)
            revision = self.page.save_revision()
            revision.publish(user=self.editor)
            clock.shift(timedelta(hours=3))
            run_due()
        row = self.row()
        self.page.refresh_from_db()
        self.assertEqual(row.published_by, self.editor)
        self.assertEqual(row.intended_at, start + timedelta(hours=1))
        self.assertEqual(row.published_at, start + timedelta(hours=3))
        self.assertEqual(self.page.first_published_at, row.intended_at)
        self.assertEqual((row.is_first, row.announcement), (True, Kinds.DONE))
        self.assertIsNone(row.first_published_before)

    def test_page_that_was_taken_down_is_not_new_when_it_returns(self):
        self.page.save_revision().publish()
        self.page.refresh_from_db()
        self.page.unpublish()
        self.page.save_revision().publish()
        self.assertEqual((self.row().is_first, self.row().was_live), (False, False))
        self.assertIsNone(self.row().replaced)

    def test_first_one_that_was_taken_back_does_not_count(self):
        self.page.save_revision().publish()
        self.page.refresh_from_db()
        self.page.unpublish()
        Publication.objects.update(undone_at=timezone.now())
        self.page.save_revision().publish()
        self.assertTrue(self.row().is_first)

    def test_page_from_before_there_were_rows_is_not_new(self):
        self.page.save_revision().publish()
        Publication.objects.all().delete()
        self.page.refresh_from_db()
        self.page.unpublish()
        self.page.save_revision().publish()
        self.assertFalse(self.row().is_first)

    def test_essay_brought_from_elsewhere_under_an_old_date_is_no_news(self):
        with hearing(page_announced) as heard:
            make_post(self.laid_out.journal, "From the old journal", days_ago=400)
        self.assertEqual((self.row().announcement, heard), (Kinds.NONE, []))

    def test_what_is_over_already_is_announced_to_nobody(self):
        schedule(self.page, minutes_ago(60), expire_at=minutes_ago(10))
        with hearing(page_announced) as heard:
            run_due()
        self.assertEqual((self.row().announcement, heard), (Kinds.DECLINED, []))

    def test_who_cannot_write_what_follows_keeps_the_page_from_going_live(self):
        schedule(self.page, minutes_ago(5))

        def refuse(**kwargs):
            raise RuntimeError("No room.")

        page_announced.connect(refuse)
        self.addCleanup(page_announced.disconnect, refuse)
        with self.assertLogs("blog.editorial.running.run", "ERROR"):
            run_due()
        self.page.refresh_from_db()
        self.assertFalse(self.page.live)
        self.assertTrue(self.page.approved_schedule)
        self.assertFalse(Publication.objects.exists())


class LateTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.home = lay_out_journal().home
        cls.editor = UserFactory(display_name="Edith", groups=["Editor"])
        cls.author = UserFactory(display_name="Ann", groups=["Author"])
        cls.page = add_page(cls.home, "Late")

    def publish(self, minutes):
        """Publish the page that many minutes late; return its row and what was announced."""
        now = timezone.now().replace(microsecond=0)
        schedule(self.page, now - timedelta(minutes=minutes))
        with (
            time_machine.travel(now, tick=False),
            hearing(page_announced) as heard,
            hearing(publication_held) as held,
        ):
            run_due()
        return Publication.objects.get(page=self.page.pk), heard, held

    def test_a_day_late_is_announced(self):
        row, heard, held = self.publish(DAY)
        self.assertEqual((row.announcement, len(heard), held), (Kinds.DONE, 1, []))

    def test_more_than_a_day_late_is_live_and_waits_for_a_yes(self):
        row, heard, held = self.publish(DAY + 1)
        self.page.refresh_from_db()
        self.assertTrue(self.page.live)
        self.assertEqual((row.announcement, heard), (Kinds.HELD, []))
        self.assertEqual([one["publication"] for one in held], [row])
        self.assertEqual(list(Publication.objects.held()), [row])

    def test_late_update_has_nothing_to_announce(self):
        self.page.save_revision().publish()
        Publication.objects.all().delete()
        row, heard, held = self.publish(3 * DAY)
        self.assertEqual((row.announcement, heard, held), (Kinds.NONE, [], []))

    def test_who_may_not_publish_may_not_say_yes_or_no(self):
        row, *_ = self.publish(2 * DAY)
        for settle in (announce, decline):
            with (
                self.subTest(settle.__name__),
                hearing(page_announced) as heard,
                self.assertRaises(PermissionDenied),
            ):
                settle(row, self.author)
            row.refresh_from_db()
            self.assertEqual((row.announcement, heard), (Kinds.HELD, []))

    def test_page_that_is_down_again_cannot_be_announced(self):
        row, *_ = self.publish(2 * DAY)
        self.page.refresh_from_db()
        self.page.unpublish()
        row = Publication.objects.get(pk=row.pk)
        with self.assertRaisesMessage(ValueError, "not published any more"):
            announce(row, self.editor)

    def test_yes_announces_once(self):
        row, *_ = self.publish(2 * DAY)
        with hearing(page_announced) as heard:
            self.assertTrue(announce(row, self.editor))
            self.assertFalse(announce(row, self.editor))
            self.assertFalse(decline(row, self.editor))
        row.refresh_from_db()
        self.assertEqual((row.announcement, len(heard)), (Kinds.DONE, 1))

    def test_no_is_final_and_silent(self):
        row, *_ = self.publish(2 * DAY)
        with hearing(page_announced) as heard:
            self.assertTrue(decline(row, self.editor))
            self.assertFalse(announce(row, self.editor))
        row.refresh_from_db()
        self.assertEqual((row.announcement, heard), (Kinds.DECLINED, []))

    def test_what_was_taken_back_waits_for_nothing(self):
        row, *_ = self.publish(2 * DAY)
        Publication.objects.update(undone_at=timezone.now())
        with hearing(page_announced) as heard:
            self.assertFalse(announce(row, self.editor))
        self.assertEqual(heard, [])


class ReturnToTopTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.journal = lay_out_journal().journal
        cls.old = make_post(cls.journal, "Old", days_ago=400)
        cls.new = make_post(cls.journal, "New", days_ago=3)

    def titles(self):
        return [post.title for post in type(self.old).objects.published()]

    def test_scheduled_update_keeps_date_and_order(self):
        first = self.old.first_published_at
        schedule(self.old, minutes_ago(5), title="Old, mended")
        run_due()
        self.assertEqual(self.titles(), ["New", "Old, mended"])
        self.old.refresh_from_db()
        self.assertLess(abs(self.old.first_published_at - first), timedelta(seconds=1))

    def test_update_that_is_to_be_shown_as_new_takes_its_intended_date_and_this_once(self):
        due_at = minutes_ago(5)
        schedule(self.old, due_at, title="Old, as new", returns_to_top=True)
        run_due()
        self.assertEqual(self.titles(), ["Old, as new", "New"])
        self.old.refresh_from_db()
        self.assertEqual((self.old.first_published_at, self.old.returns_to_top), (due_at, False))
        draft = self.old.latest_revision.as_object()
        self.assertFalse(draft.returns_to_top)
        draft.save_revision().publish()
        self.old.refresh_from_db()
        self.assertEqual(self.old.first_published_at, due_at)

    def test_update_by_hand_returns_too(self):
        self.old.returns_to_top = True
        self.old.save_revision().publish()
        self.assertEqual(self.titles(), ["Old", "New"])

    def test_draft_begun_before_does_not_bring_the_old_date_back(self):
        schedule(self.old, minutes_ago(5), returns_to_top=True)
        self.old.returns_to_top, self.old.title = False, "Draft of before"
        draft = self.old.save_revision(clean=False)
        run_due()
        draft.refresh_from_db()
        draft.publish()
        self.assertEqual(self.titles(), ["Draft of before", "New"])

    def test_first_publication_needs_no_return(self):
        post = make_post(self.journal, "First", live=False, returns_to_top=True)
        due_at = minutes_ago(5)
        schedule(post, due_at)
        run_due()
        post.refresh_from_db()
        self.assertEqual((post.first_published_at, post.returns_to_top), (due_at, False))
