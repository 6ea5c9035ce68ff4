"""Snippets with drafts are published and ended as pages are; the journal has none yet."""

from datetime import timedelta

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.utils import timezone
from wagtail.models import DraftStateMixin, RevisionMixin
from wagtail.signals import published

from blog.editorial.models import ScheduleAttempt
from blog.editorial.running.run import run_due
from blog.editorial.signals import item_expired, schedule_failed
from home.setup import lay_out_journal
from tests.editorial.schedules import add_page, minutes_ago, schedule
from tests.ground import CommittingTestCase

from .hearing import hearing


class SnippetTests(CommittingTestCase):
    """Commits, as a table is made for it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()

        class Notice(DraftStateMixin, RevisionMixin, models.Model):
            """A line with drafts, known to the program for these tests alone."""

            line = models.CharField(max_length=50)

            class Meta:
                app_label = "editorial"

            def __str__(self):
                return self.line

        cls.model = Notice
        with connection.schema_editor() as editor:
            editor.create_model(Notice)

    @classmethod
    def tearDownClass(cls):
        with connection.schema_editor() as editor:
            editor.delete_model(cls.model)
        del apps.all_models["editorial"]["notice"]
        apps.clear_cache()
        ContentType.objects.filter(app_label="editorial", model="notice").delete()
        ContentType.objects.clear_cache()
        super().tearDownClass()

    def setUp(self):
        # The rows of kinds were written anew since the last test, under other numbers.
        ContentType.objects.clear_cache()

    def schedule(self, line, at, **fields):
        """Return a snippet, not live, approved to be so at a time that may have passed."""
        notice = self.model.objects.create(line="Draft", live=False)
        notice.line, notice.go_live_at = line, at
        for name, value in fields.items():
            setattr(notice, name, value)
        revision = notice.save_revision(clean=False)
        revision.approved_go_live_at = at
        revision.save(update_fields=["approved_go_live_at"])
        return notice

    def test_due_one_is_live_with_its_date_and_the_next_save_works(self):
        due_at = minutes_ago(30)
        notice = self.schedule("Closed on Monday", due_at)
        later = self.schedule("Later", timezone.now() + timedelta(days=1))
        self.assertEqual(len(run_due().published), 1)
        notice.refresh_from_db()
        later.refresh_from_db()
        self.assertEqual((notice.line, notice.live), ("Closed on Monday", True))
        self.assertEqual((notice.first_published_at, notice.go_live_at), (due_at, None))
        self.assertFalse(later.live)
        self.assertEqual(run_due().published, [])

    def test_ended_one_goes_down(self):
        notice = self.model.objects.create(line="Over", live=True, expire_at=minutes_ago(5))
        with hearing(item_expired) as heard:
            self.assertEqual(len(run_due().expired), 1)
        notice.refresh_from_db()
        self.assertEqual((notice.live, notice.expired), (False, True))
        self.assertEqual([one["target"] for one in heard], [notice])

    def test_failing_one_is_kept_and_stops_no_page(self):
        notice = self.schedule("Broken", minutes_ago(30))
        page = add_page(lay_out_journal().home, "Good")
        schedule(page, minutes_ago(5))

        def refuse(**kwargs):
            raise ValueError("No room.")

        published.connect(refuse, sender=self.model)
        self.addCleanup(published.disconnect, refuse, sender=self.model)
        with hearing(schedule_failed) as heard, self.assertLogs("blog.editorial", "ERROR"):
            summary = run_due()
        page.refresh_from_db()
        notice.refresh_from_db()
        self.assertEqual((page.live, notice.live, notice.approved_schedule), (True, False, True))
        self.assertEqual((len(summary.failed), len(heard)), (1, 1))
        self.assertEqual(ScheduleAttempt.objects.get().object_id, str(notice.pk))
