"""What may be queued, and that a mail exists exactly when its cause was committed."""

from datetime import timedelta
from unittest import mock

from django.core import mail as django_mail
from django.db import IntegrityError, transaction
from django.test import TestCase, override_settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from blog.outbox.actions import MailRefused, queue_mails
from blog.outbox.models import Mail, MailStop
from blog.outbox.server import has_mail_server
from tests.editorial.processes import in_children
from tests.factories.outbox import make_mail, values

from .ground import QUEUE, QueueTestCase, queue

LINE_BREAKS = ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"]


class RefusalTests(TestCase):
    def refused(self, error=ValueError, **changes):
        with self.assertRaises(error) as raised:
            queue(**changes)
        self.assertFalse(Mail.objects.exists())
        return str(raised.exception)

    def test_line_break_in_a_subject_or_a_recipient(self):
        for line_break in LINE_BREAKS:
            for words in (f"Hello{line_break}Bcc: all@mail.example", f"Hello{line_break}"):
                with self.subTest(words=words):
                    self.assertIn("line break", self.refused(subject=words))
        # Spaces around an address are nobody's intention.
        for line_break in LINE_BREAKS:
            self.refused(recipient=f"a@mail.example{line_break}Bcc:b@mail.example")

    def test_recipient_that_is_no_address(self):
        two, nul = "a@mail.example, b@mail.example", "a@mail.example\0"
        for address in (
            "",
            "nobody",
            "a@b@c",
            two,
            "<a@mail.example>",
            nul,
            "a" * 300 + "@a.example",
        ):
            with self.subTest(address=address):
                message = self.refused(recipient=address)
                self.assertNotIn("@", message, "an address would stand in the log")

    def test_headers_that_are_not_the_callers(self):
        for name in ("Bcc", "From", "Subject", "Message-ID", "X-Anything", "To\r\nBcc", ""):
            with self.subTest(name=name):
                self.refused(headers={name: "all@mail.example"})

    def test_header_that_is_no_plain_line(self):
        for value in ("<https://a>\r\nBcc: b@mail.example", "é", "a\0b", "x" * 1000):
            with self.subTest(value=value):
                self.refused(headers={"List-Unsubscribe": value})

    def test_one_click_without_an_address_to_click(self):
        self.refused(headers={"List-Unsubscribe-Post": "List-Unsubscribe=One-Click"})

    def test_no_subject_no_key_no_kind_or_too_long_a_key(self):
        for changes in ({"subject": " "}, {"dedupe_key": ""}, {"kind": ""}, {"kind": "\0"},
                        {"dedupe_key": "k" * 201}, {"about": "a" * 61}):  # fmt: skip
            with self.subTest(**changes):
                self.refused(**changes)

    def test_address_that_servers_refused_three_times(self):
        MailStop.objects.create(recipient="reader1@mail.example", refusals=3)
        self.refused(MailRefused, recipient="Reader1@MAIL.example")

    def test_address_that_was_refused_twice_is_given_another_chance(self):
        MailStop.objects.create(recipient="reader1@mail.example", refusals=2)
        queue()
        self.assertEqual(len(django_mail.outbox), 1)


class QueueingTests(TestCase):
    def test_mail_is_sent_with_its_words(self):
        mail = queue(about="comment:12")
        [message] = django_mail.outbox
        self.assertEqual((message.to, message.subject), ([mail.recipient], "Mail 1"))
        self.assertEqual(message.body, "The words of mail 1.")

    def test_key_is_queued_once(self):
        first = queue()
        again = queue(recipient="other@mail.example", subject="Other")
        self.assertEqual((again.pk, again.recipient), (first.pk, "reader1@mail.example"))
        self.assertEqual(len(django_mail.outbox), 1)

    def test_mail_waits_for_its_time(self):
        queue(not_before=timezone.now() + timedelta(minutes=5))
        self.assertEqual(django_mail.outbox, [])
        self.assertTrue(Mail.objects.waiting().exists())
        self.assertFalse(Mail.objects.due().exists())

    def test_long_subject_is_cut_and_what_nothing_can_hold_is_left_out(self):
        mail = queue(subject="S" * 500, text="a\0b\ud800c", html="<p>\0</p>")
        mail.refresh_from_db()
        self.assertEqual(mail.subject, "S" * 199 + "…")
        self.assertEqual((mail.text, mail.html), ("ab?c", "<p></p>"))

    def test_domain_is_kept_in_small_letters_and_the_name_as_it_is(self):
        self.assertEqual(queue(recipient=" Ana@MAIL.Example ").recipient, "Ana@mail.example")

    def test_server_is_there_where_a_setting_says_so(self):
        self.assertTrue(has_mail_server())
        with override_settings(HAS_MAIL_SERVER=False):
            self.assertFalse(has_mail_server())


class ManyTests(TestCase):
    def test_many_are_queued_with_one_row_for_each_key(self):
        known = make_mail(1, state="sent")
        rows = queue_mails([values(1), values(2), values(3), values(3, subject="Again")])
        self.assertEqual(sorted(row.dedupe_key for row in rows), ["test:1", "test:2", "test:3"])
        self.assertIn(known, rows)
        self.assertEqual(len(django_mail.outbox), 2)

    def test_stopped_addresses_are_left_out(self):
        MailStop.objects.create(recipient="reader2@mail.example", refusals=3)
        rows = queue_mails([values(1), values(2, recipient="Reader2@mail.example")])
        self.assertEqual([row.recipient for row in rows], ["reader1@mail.example"])

    def test_one_wrong_mail_refuses_all(self):
        with self.assertRaises(ValueError):
            queue_mails([values(1), values(2, subject="a\nb")])
        self.assertFalse(Mail.objects.exists())

    def test_row_that_another_queues_meanwhile_stands(self):
        create = Mail.objects.bulk_create

        def be_late(rows, **options):
            make_mail(2, subject="The first")
            return create(rows, **options)

        with mock.patch.object(Mail.objects, "bulk_create", be_late):
            rows = queue_mails([values(1), values(2)])
        self.assertEqual({row.subject for row in rows}, {"Mail 1", "The first"})

    def test_none_are_none(self):
        self.assertEqual(queue_mails([]), [])

    @override_settings(TASKS=QUEUE)
    def test_questions_to_the_database_do_not_grow(self):
        for count in (3, 13):
            many = [values(f"{count}-{number}") for number in range(count)]
            with self.subTest(count=count), self.assertNumQueries(8):
                queue_mails(many)
            self.assertEqual(DBTaskResult.objects.count(), Mail.objects.count())


class ConstraintTests(TestCase):
    def test_rows_that_must_never_be(self):
        wrong = {
            "mails_being_sent_and_no_others_are_claimed": [
                {"state": "sending", "claimed_at": None},
                {"state": "sending", "claimed_by": ""},
                {"claimed_by": "someone"},
            ],
            "sent_mails_and_no_others_have_a_date": [
                {"state": "sent", "sent_at": None},
                {"sent_at": timezone.now()},
            ],
            "failed_mails_say_why": [{"state": "failed", "last_error": ""}],
            "mails_have_a_key_a_kind_and_a_recipient": [
                {"dedupe_key": ""},
                {"kind": ""},
                {"recipient": ""},
            ],
        }
        for name, rows in wrong.items():
            for changes in rows:
                with (
                    self.subTest(name, **changes),
                    self.assertRaisesMessage(IntegrityError, name),
                    transaction.atomic(),
                ):
                    make_mail(**changes)

    def test_one_row_for_each_key_and_for_each_refused_address(self):
        make_mail()
        with self.assertRaises(IntegrityError), transaction.atomic():
            make_mail()
        MailStop.objects.create(recipient="a@mail.example")
        for address in ("a@mail.example", "B@mail.example"):
            with self.assertRaises(IntegrityError), transaction.atomic():
                MailStop.objects.create(recipient=address)


class TransactionTests(QueueTestCase):
    def test_transaction_that_is_rolled_back_leaves_no_mail_and_no_task(self):
        for act in (queue, lambda: queue_mails([values(1), values(2)])):
            with self.assertRaises(ZeroDivisionError), transaction.atomic():
                act()
                raise ZeroDivisionError
            self.assertEqual((Mail.objects.count(), DBTaskResult.objects.count()), (0, 0))
        self.work()
        self.assertEqual(django_mail.outbox, [])

    def test_mail_whose_task_cannot_be_written_is_not_queued(self):
        with (
            mock.patch("blog.outbox.actions.enqueue_mail", side_effect=ZeroDivisionError),
            self.assertRaises(ZeroDivisionError),
        ):
            queue()
        self.assertFalse(Mail.objects.exists())

    def test_committed_mail_is_sent_by_its_task_which_knows_only_its_number(self):
        mail = queue()
        self.assertEqual(django_mail.outbox, [])
        task = DBTaskResult.objects.get()
        self.assertEqual(task.args_kwargs, {"args": [mail.pk], "kwargs": {}})
        self.work()
        self.assertEqual(len(django_mail.outbox), 1)

    def test_same_key_at_once_is_one_mail_and_one_task(self):
        self.assertEqual(in_children(4, queue), [0] * 4)
        self.assertEqual((Mail.objects.count(), DBTaskResult.objects.count()), (1, 1))

    def test_same_keys_at_once_in_bulk_are_one_mail_each(self):
        many = [values(number) for number in range(5)]
        self.assertEqual(in_children(3, lambda: queue_mails(many)), [0] * 3)
        self.assertEqual(Mail.objects.count(), 5)
        self.work()
        self.assertEqual(len(django_mail.outbox), 5)
