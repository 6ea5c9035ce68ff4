"""What cannot be published says why in plain words, rests, and asks for a person in the end."""

from datetime import timedelta

import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, OperationalError, connection
from django.test import TestCase
from django.utils import timezone
from wagtail.models import Revision
from wagtail.signals import page_published

from blog.editorial.models import ScheduleAttempt
from blog.editorial.querysets import ATTENTION_AFTER
from blog.editorial.running.due import due_publications
from blog.editorial.running.failing import BACK_OFF
from blog.editorial.running.reasons import in_words
from blog.editorial.running.run import run_due
from blog.editorial.signals import schedule_failed
from home.setup import lay_out_journal
from tests.editorial.schedules import add_page, minutes_ago, publications, schedule
from tests.factories.films import make_film
from tests.factories.posts import make_post
from tests.factories.site_body import as_stream

from .hearing import hearing

LOG = "blog.editorial.running.run"


class ReasonTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.laid_out = lay_out_journal()
        cls.page = add_page(cls.laid_out.home, "Tokyo")

    def run_and_fail(self):
        with self.assertLogs(LOG, "ERROR"):
            [(item, reason)] = run_due().failed
        return item, reason

    def test_address_that_somebody_else_has_is_named_with_its_page(self):
        add_page(self.laid_out.home, "Another", slug="story", live=True)
        schedule(self.page, minutes_ago(5))
        Revision.objects.filter(pk=self.page.latest_revision_id).update(
            content=self.page.latest_revision.content | {"slug": "story"}
        )
        item, reason = self.run_and_fail()
        self.assertEqual(reason, "The address /story/ is already used by “Another”.")
        self.assertEqual(ScheduleAttempt.objects.of(item).get().last_error, reason)

    def test_field_that_must_not_be_empty_is_named(self):
        schedule(self.page, minutes_ago(5))
        Revision.objects.filter(pk=self.page.latest_revision_id).update(
            content=self.page.latest_revision.content | {"title": ""}
        )
        self.assertEqual(self.run_and_fail()[1], "“Title” is empty and must not be.")

    def test_words_for_what_programs_raise(self):
        for error, words in (
            (ValidationError("Spoilers in the standfirst."), "Spoilers in the standfirst."),
            (OperationalError("database is locked"), "The database was busy."),
            (
                IntegrityError("UNIQUE\nfailed"),
                "something else stands in its place (UNIQUE failed)",
            ),
            (Revision.DoesNotExist("No film."), "was deleted (No film.)"),
            (RuntimeError("Boom."), "The program failed (RuntimeError: Boom.)."),
            (KeyError(), "The program failed (KeyError)."),
            (ValueError("<b>\x00😀‏"), "<b>\x00😀‏"),
        ):
            with self.subTest(type(error).__name__):
                self.assertIn(words, in_words(error))

    def test_error_that_no_database_can_hold_is_counted_all_the_same(self):
        def refuse(instance, **kwargs):
            raise ValueError("bad \x00 byte " + "long " * 9999)

        page_published.connect(refuse)
        self.addCleanup(page_published.disconnect, refuse)
        schedule(self.page, minutes_ago(5))
        self.run_and_fail()
        attempt = ScheduleAttempt.objects.get()
        self.assertEqual(attempt.attempts, 1)
        self.assertLess(len(attempt.last_error), 2000)


class DeletedTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.laid_out = lay_out_journal()
        cls.film = make_film(cls.laid_out.films, "Ikiru", 1952)

    def test_essay_whose_film_was_deleted_goes_live_without_it(self):
        body = as_stream([("film_card", {"film": self.film.pk}), ("prose", "<p>Words.</p>")])
        post = make_post(
            self.laid_out.journal, "On Ikiru", live=False, film=self.film, half_stars=8, body=body
        )
        schedule(post, minutes_ago(5))
        self.film.delete()
        self.assertEqual(len(run_due().published), 1)
        post.refresh_from_db()
        self.assertEqual((post.live, post.film), (True, None))
        self.assertContains(self.client.get(post.url), "Words.")

    def test_deleted_page_leaves_no_schedule(self):
        post = make_post(self.laid_out.journal, "Gone", live=False)
        schedule(post, minutes_ago(5))
        post.delete()
        self.assertEqual(due_publications(), [])

    def test_page_below_a_deleted_one_leaves_none_either(self):
        parent = add_page(self.laid_out.home, "Parent", live=True)
        schedule(add_page(parent, "Child"), minutes_ago(5))
        parent.refresh_from_db()
        parent.delete()
        self.assertEqual(due_publications(), [])


class StreakTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.home = lay_out_journal().home
        cls.pages = [add_page(cls.home, f"Page {number:02}") for number in range(20)]
        for number, page in enumerate(cls.pages):
            schedule(page, minutes_ago(60 - number))

    def poison(self, page):
        """Have the address of a page be taken by another."""
        revision = page.latest_revision
        revision.content["slug"] = "taken"
        revision.save(update_fields=["content"])
        add_page(self.home, "Thief", slug="taken", live=True)

    def test_one_failing_among_twenty_leaves_nineteen_live_and_one_explained(self):
        bad = self.pages[7]
        self.poison(bad)
        with self.assertLogs(LOG, "ERROR"):
            summary = run_due()
        self.assertEqual((len(summary.published), len(summary.failed)), (19, 1))
        self.assertEqual([publications(page) for page in self.pages].count(1), 19)
        bad.refresh_from_db()
        self.assertTrue(bad.approved_schedule)
        reason = "The address /taken/ is already used by “Thief”."
        self.assertEqual(ScheduleAttempt.objects.get().last_error, reason)

    def test_people_hear_of_the_first_failure_and_when_they_have_to_look(self):
        self.poison(self.pages[0])
        start = timezone.now()
        heard_at = []
        with time_machine.travel(start, tick=False) as clock, self.assertLogs(LOG, "ERROR"):
            for rest in [*BACK_OFF, BACK_OFF[-1], BACK_OFF[-1]]:
                with hearing(schedule_failed) as heard:
                    run_due()
                heard_at += [one["attempt"].attempts for one in heard]
                clock.shift(rest)
        attempt = ScheduleAttempt.objects.get()
        self.assertEqual((heard_at, attempt.attempts), ([1, ATTENTION_AFTER], 6))
        self.assertTrue(attempt.needs_attention)
        self.assertEqual(list(ScheduleAttempt.objects.needing_attention()), [attempt])
        self.assertEqual(sum(BACK_OFF, timedelta()), timedelta(minutes=81))

    def test_fresh_failure_needs_nobody_yet(self):
        self.poison(self.pages[0])
        with self.assertLogs(LOG, "ERROR"):
            run_due()
        self.assertFalse(ScheduleAttempt.objects.get().needs_attention)
        self.assertFalse(ScheduleAttempt.objects.needing_attention().exists())

    def test_who_cannot_be_told_does_not_keep_it_from_being_counted(self):
        self.poison(self.pages[0])

        def break_down(**kwargs):
            with connection.cursor() as cursor:
                cursor.execute("SELECT * FROM nowhere")

        schedule_failed.connect(break_down)
        self.addCleanup(schedule_failed.disconnect, break_down)
        with self.assertLogs("blog.editorial.running", "ERROR") as logs:
            run_due()
        self.assertTrue(any("Nobody could be told" in line for line in logs.output))
        self.assertEqual(ScheduleAttempt.objects.get().attempts, 1)

    def test_clock_that_is_set_back_lets_nothing_rest_for_years(self):
        self.poison(self.pages[0])
        with (
            time_machine.travel(timezone.now() + timedelta(days=700), tick=False),
            self.assertLogs(LOG, "ERROR"),
        ):
            run_due()
        self.assertEqual([item.title for item in due_publications()], ["Page 00"])
        with self.assertLogs(LOG, "ERROR"):
            run_due()
        attempt = ScheduleAttempt.objects.get()
        self.assertEqual(attempt.attempts, 2)
        self.assertLess(attempt.next_try_at, timezone.now() + timedelta(hours=1))

    def test_clock_that_is_set_back_publishes_nothing_again(self):
        with time_machine.travel(timezone.now() + timedelta(minutes=5), tick=False):
            run_due()
        with time_machine.travel(timezone.now() - timedelta(days=2), tick=False):
            self.assertEqual(run_due().published, [])
        self.assertEqual({publications(page) for page in self.pages}, {1})
