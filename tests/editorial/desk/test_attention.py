"""“Missed and failing”: who is told what, and what they can do about it."""

from datetime import timedelta

import time_machine
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page, Revision

from blog.citations.models import Book
from blog.editorial.desk.attention import get_troubles
from blog.editorial.desk.rights import works_on_pages
from blog.editorial.models import Heartbeat, ScheduleAttempt
from tests.editorial.schedules import schedule

from .ground import DeskTestCase, panels_in

NOW = "2026-11-23T12:00:00Z"
REASON = "The address /journal/x/ is already used by “<b>X</b>”."


def minutes(number):
    return timezone.now() + timedelta(minutes=number)


@time_machine.travel(NOW, tick=False)
class AttentionTests(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        with time_machine.travel(NOW, tick=False):
            Heartbeat.objects.beat()

    def overdue(self, role="author", title="Due", minutes_late=30):
        """Return an essay whose time came so many minutes ago."""
        post = self.draft(role, title)
        schedule(post, minutes(-minutes_late))
        return post

    def fail(self, thing, attempts=1, *, kind="publish", due_at=None, model=Page):
        return ScheduleAttempt.objects.create(
            kind=kind,
            content_type=ContentType.objects.get_for_model(model),
            object_id=str(thing.pk),
            due_at=due_at or minutes(-30),
            attempts=attempts,
            last_tried_at=minutes(-1),
            next_try_at=minutes(4),
            last_error=REASON,
        )

    def titles(self, role):
        return [trouble.title for trouble in get_troubles(self.people[role])]

    def test_nothing_while_all_is_well(self):
        schedule(self.draft("author", "To come"), minutes(30))
        self.overdue(title="Due just now", minutes_late=1)
        for role in ("author", "editor", "owner"):
            self.assertEqual(self.titles(role), [])
            self.assertNotIn("attention", panels_in(self.see(role)))

    def test_missed_and_failing_ones_the_longest_due_first(self):
        self.fail(self.overdue(title="Failing"))
        self.overdue(title="Missed", minutes_late=90)
        self.assertEqual(self.titles("owner"), ["Missed", "Failing"])
        html = self.see("owner")
        self.assertEqual(panels_in(html)[0], "attention")
        for words in (
            "was to appear on Mon 23 Nov 2026, 10:30 UTC",
            "Nobody has tried to publish it yet",
            "The address /journal/x/ is already used by “&lt;b&gt;X&lt;/b&gt;”.",
            "Tried once. The next try is on Mon 23 Nov 2026, 12:04.",
            "Timer last ran 0 s ago.",
        ):
            self.assertIn(words, html)

    def test_each_sees_what_they_may_change(self):
        self.fail(self.overdue("author", "Of the author"))
        self.fail(self.overdue("editor", "Of the editor"))
        self.assertEqual(self.titles("author"), ["Of the author"])
        self.assertEqual(self.titles("editor"), ["Of the author", "Of the editor"])
        self.assertNotIn("Of the author", self.see("moderator"))

    def test_only_who_may_publish_has_the_buttons(self):
        post = self.overdue("author")
        self.fail(post, attempts=5)
        actions = [f"/admin/editorial/calendar/{post.pk}/{act}/" for act in ("publish", "move")]
        for role, count in (("author", 0), ("editor", 1), ("owner", 1)):
            html = self.see(role)
            self.assertIn("it needs you", html)
            for address in actions:
                self.assertEqual(html.count(address), count, (role, address))

    def test_the_buttons_do_what_they_say(self):
        for act, is_live in (("publish", True), ("unschedule", False)):
            post = self.overdue("author", f"To {act}")
            html = self.see("editor")
            address = f"/admin/editorial/calendar/{post.pk}/{act}/"
            self.assertIn(f'action="{address}"', html)
            with self.captureOnCommitCallbacks(execute=True):
                response = self.client.post(address, {"next": "/admin/"})
            self.assertEqual(response.headers["Location"], "/admin/")
            post.refresh_from_db()
            self.assertEqual((post.live, post.approved_schedule), (is_live, False), act)
            self.assertEqual(self.titles("editor"), [])

    def test_what_was_moved_or_withdrawn_since_is_no_trouble(self):
        moved, withdrawn = self.overdue(title="Moved"), self.overdue(title="Withdrawn")
        for post in (moved, withdrawn):
            self.fail(post)
        moves = Revision.objects.filter(pk=moved.latest_revision_id)
        moves.update(approved_go_live_at=minutes(60))
        Revision.objects.filter(pk=withdrawn.latest_revision_id).update(approved_go_live_at=None)
        gone = self.overdue(title="Gone")
        self.fail(gone)
        gone.delete()
        self.assertEqual(self.titles("owner"), [])

    def test_expiries(self):
        post = self.draft("author", "Ending")
        self.fail(post, kind="expire", due_at=minutes(-5))
        self.assertEqual(self.titles("owner"), [], "It is not live.")
        Page.objects.filter(pk=post.pk).update(live=True, expire_at=minutes(-5))
        self.assertIn("was to be taken down on Mon 23 Nov 2026, 11:55 UTC", self.see("owner"))
        self.assertIsNone(get_troubles(self.people["owner"])[0].page_id)

    def test_snippets_for_whoever_may_change_them(self):
        book = Book.objects.create(title="A book with a schedule")
        self.fail(book, model=Book)
        self.fail(Book(pk=book.pk + 1), model=Book)  # gone since
        for role, titles in (("editor", ["A book with a schedule"]), ("moderator", [])):
            self.assertEqual([title[:22] for title in self.titles(role)], titles)
        self.assertIn(f"/citations/book/edit/{book.pk}/", self.see("editor"))

    def test_a_silent_timer_says_what_to_do(self):
        Heartbeat.objects.update(beaten_at=minutes(-11))
        for role in ("author", "editor", "owner"):
            html = self.see(role)
            self.assertEqual(panels_in(html)[0], "attention")
            self.assertIn("The timer is not running", html)
            self.assertIn("manage.py worker", html)
        self.assertNotIn("The timer is not running", self.see("moderator"))

    def test_a_fixed_number_of_queries(self):
        editor = self.people["editor"]
        works_on_pages(editor)  # their rights are asked for once
        for more in (3, 10):
            for number in range(more):
                self.fail(self.overdue(title=f"Failing {more} {number}"))
                self.overdue(title=f"Missed {more} {number}")
            with self.subTest(more), self.assertNumQueries(3):
                get_troubles(editor)
