"""A mail server may refuse, hang or die: every mail arrives once it is back, and once."""

from datetime import timedelta

from django.core import mail as django_mail
from django.test import TestCase, override_settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from blog.accounts.tasks import send_password_reset
from blog.lib.retrying import MOST_TRIES
from blog.outbox.actions import cancel_mails, queue_mails
from blog.outbox.delivery import deliver_mail
from blog.outbox.models import Mail, MailStop
from tests.editorial.processes import in_children
from tests.factories.outbox import make_mail, values

from .ground import QueueTestCase, queue, states
from .sink import Sink


def nobody_tries(mail_id, when):
    raise AssertionError("It was to be tried again.")


class ClaimTests(TestCase):
    def test_mail_that_is_not_due_is_left_alone(self):
        later = timezone.now() + timedelta(minutes=1)
        rows = [
            make_mail(1, not_before=later),
            make_mail(2, state="sending"),
            make_mail(3, state="sent"),
            make_mail(4, state="failed"),
            make_mail(5, state="cancelled"),
        ]
        for row in rows:
            with self.subTest(row.state):
                self.assertFalse(deliver_mail(row.pk, try_again=nobody_tries))
                self.assertEqual(Mail.objects.get(pk=row.pk).state, row.state)
        self.assertEqual(django_mail.outbox, [])

    def test_mail_that_is_gone_is_no_error(self):
        self.assertFalse(deliver_mail(404, try_again=nobody_tries))

    def test_sent_mail_says_when_and_is_nobodys_any_more(self):
        row = make_mail()
        self.assertTrue(deliver_mail(row.pk, try_again=nobody_tries))
        row.refresh_from_db()
        self.assertEqual((row.state, row.attempts, row.claimed_by), ("sent", 1, ""))
        self.assertLess(timezone.now() - row.sent_at, timedelta(minutes=1))

    def test_without_a_server_a_mail_is_kept_and_says_why(self):
        row, tried = make_mail(), []
        with (
            override_settings(HAS_MAIL_SERVER=False),
            self.assertLogs("blog.outbox.delivery", "WARNING"),
        ):
            deliver_mail(row.pk, try_again=lambda mail_id, when: tried.append(mail_id))
        row.refresh_from_db()
        self.assertEqual((row.state, tried), ("waiting", [row.pk]))
        self.assertIn("EMAIL_URL", row.last_error)
        self.assertEqual(django_mail.outbox, [])

    def test_questions_to_the_database(self):
        row = make_mail()
        # Claiming, reading, and in one transaction marking and forgetting refusals.
        with self.assertNumQueries(6):
            deliver_mail(row.pk, try_again=nobody_tries)


class ServerTests(QueueTestCase):
    def setUp(self):
        self.sink = Sink()
        self.enterContext(self.sink)
        self.enterContext(override_settings(**self.sink.settings))

    def fail_with(self, mood):
        """Queue a mail, have it fail once, and return its row."""
        self.sink.mood = lambda address, tries: mood if tries == 1 else "take"
        row = queue()
        with self.assertLogs("blog.outbox.delivery", "WARNING") as logs:
            self.work()
        self.assertNotIn("@", "".join(logs.output), "an address stands in the log")
        row.refresh_from_db()
        return row

    def test_queueing_asks_nothing_of_the_server(self):
        queue()
        queue_mails([values(2), values(3)])
        self.assertEqual(self.sink.connections, 0)

    def test_every_other_task_goes_before_the_mails(self):
        queue()
        other = send_password_reset.enqueue([], host="journal.example", scheme="https")
        self.assertEqual(str(DBTaskResult.objects.ready().first().pk), other.id)

    def test_message_arrives_as_it_was_queued(self):
        queue()
        self.work()
        [message] = self.sink.received
        self.assertEqual(message["To"], "reader1@mail.example")
        self.assertEqual(message.get_content().strip(), "The words of mail 1.")

    def test_mail_arrives_after_each_kind_of_failure_and_once(self):
        for mood in ("busy", "reject", "hang", "die"):
            with self.subTest(mood):
                row = self.fail_with(mood)
                self.assertEqual((row.state, row.attempts), ("waiting", 1))
                self.assertTrue(row.last_error.endswith((".", "later", "this")), row.last_error)
                self.work()
                self.assertEqual(self.sink.received, [], "it was tried again at once")
                self.work_after(minutes=1)
                self.assertEqual(self.sink.addresses(), ["reader1@mail.example"])
                row.refresh_from_db()
                self.assertEqual((row.state, row.attempts, row.last_error), ("sent", 2, ""))
            Mail.objects.all().delete()
            self.sink.received.clear()
            self.sink.tries.clear()

    def test_server_that_is_away_gets_all_mails_once_it_is_back(self):
        self.sink.close()
        queue_mails([values(number) for number in range(3)])
        with self.assertLogs("blog.outbox.delivery", "WARNING"):
            self.work()
            self.work_after(minutes=1)
        self.assertEqual(set(states().values()), {"waiting"})
        self.assertIn("cannot be reached", Mail.objects.first().last_error)
        self.sink.open()
        self.work_after(minutes=4)
        self.assertEqual(len(self.sink.received), 3)
        self.assertEqual(set(states().values()), {"sent"})

    def test_pauses_grow_to_twelve_hours_and_the_eighth_failure_is_the_last(self):
        self.sink.mood = lambda address, tries: "busy"
        row = queue()
        pauses = []
        with self.assertLogs("blog.outbox.delivery", "WARNING"):
            self.work()
            while Mail.objects.waiting().exists():
                row.refresh_from_db()
                pauses.append(round((row.not_before - timezone.now()).total_seconds() / 60))
                self.work_after(minutes=pauses[-1])
        self.assertEqual(pauses, [1, 4, 16, 64, 256, 720, 720])
        row.refresh_from_db()
        self.assertEqual((row.state, row.attempts), ("failed", MOST_TRIES))
        self.assertIn("450 4.2.1 Try again later", row.last_error)
        self.assertFalse(DBTaskResult.objects.ready().exists())

    def test_cancelled_mail_is_not_tried_again(self):
        row = self.fail_with("busy")
        Mail.objects.filter(pk=row.pk).update(about="comment:1")
        cancel_mails(about="comment:1")
        self.work_after(minutes=1)
        self.assertEqual(self.sink.received, [])

    def test_two_workers_send_each_mail_once(self):
        rows = [queue(number) for number in range(8)]
        # The queue gives a task to one worker, so each mail is offered to all of them here.
        send_all = lambda: [deliver_mail(row.pk, try_again=nobody_tries) for row in rows]  # noqa: E731
        self.assertEqual(in_children(3, send_all), [0] * 3)
        self.assertEqual(sorted(self.sink.addresses()), sorted(row.recipient for row in rows))


class RefusedAddressTests(QueueTestCase):
    def setUp(self):
        self.sink = Sink(lambda address, tries: "refuse")
        self.enterContext(self.sink)
        self.enterContext(override_settings(**self.sink.settings))
        self.enterContext(self.assertLogs("blog.outbox.delivery", "WARNING"))

    def send(self, *numbers):
        for number in numbers:
            queue(number, recipient="Gone@mail.example")
            self.work()

    def test_refused_address_fails_at_once_and_is_counted(self):
        self.send(1)
        row = Mail.objects.get()
        self.assertEqual((row.state, row.attempts), ("failed", 1))
        self.assertIn("550 5.1.1 No such user", row.last_error)
        stop = MailStop.objects.get()
        self.assertEqual((stop.recipient, stop.refusals), ("gone@mail.example", 1))
        self.assertFalse(stop.is_in_force)

    def test_third_refusal_stops_the_address(self):
        self.send(1, 2, 3)
        self.assertTrue(MailStop.objects.get().is_in_force)
        with self.assertRaises(ValueError):
            queue(4, recipient="gone@mail.example")
        self.assertEqual(queue_mails([values(5, recipient="gone@mail.example")]), [])

    def test_delivery_forgets_earlier_refusals(self):
        self.send(1, 2)
        self.sink.mood = lambda address, tries: "take"
        self.send(3)
        self.assertFalse(MailStop.objects.exists())

    def test_refusal_that_is_about_us_does_not_count_against_the_address(self):
        self.sink.mood = lambda address, tries: "policy"
        self.send(1)
        self.assertEqual(Mail.objects.get().state, "failed")
        self.assertFalse(MailStop.objects.exists())
