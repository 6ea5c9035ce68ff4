"""Mails that dead workers left are taken up, and old ones go."""

import os
import socket
from datetime import timedelta

from django.core import mail as django_mail
from django.test import TestCase, override_settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from blog.lib import timed
from blog.outbox import rescue
from blog.outbox.models import Mail
from tests.factories.outbox import make_mail

from .ground import QUEUE, QueueTestCase, queue, states

DEAD_PROCESS = 2**22 + 1  # above the highest number that Linux gives


def ago(**duration):
    return timezone.now() - timedelta(**duration)


@override_settings(TASKS=QUEUE)
class UnfinishedTests(TestCase):
    host = socket.gethostname()[:30]

    def after(self, claimed_by, **changes):
        """Return a mail that this worker claimed, once the clock has looked after it."""
        mail = make_mail(state="sending", claimed_by=claimed_by, attempts=1, **changes)
        self.put_back = rescue.put_back_unfinished()
        mail.refresh_from_db()
        return mail

    def test_mail_of_a_living_worker_is_left_alone(self):
        self.assertEqual(self.after(f"{self.host}:{os.getpid()}:x").state, "sending")
        self.assertEqual(self.put_back, 0)

    def test_mail_of_another_machine_is_left_alone_for_a_while(self):
        self.assertEqual(self.after(f"elsewhere:{DEAD_PROCESS}:x").state, "sending")

    def test_mail_of_a_process_that_is_gone_waits_again_with_a_task(self):
        with self.assertLogs("blog.outbox.rescue", "WARNING"):
            mail = self.after(f"{self.host}:{DEAD_PROCESS}:x")
        self.assertEqual((mail.state, mail.claimed_by), ("waiting", ""))
        self.assertIn("may have arrived", mail.last_error)
        self.assertEqual(DBTaskResult.objects.get().args_kwargs["args"], [mail.pk])

    def test_mail_that_takes_longer_than_any_may_waits_again(self):
        with self.assertLogs("blog.outbox.rescue", "WARNING"):
            mail = self.after("elsewhere:1:x", claimed_at=ago(minutes=11))
        self.assertEqual(mail.state, "waiting")


class LostTaskTests(QueueTestCase):
    def test_mail_without_a_task_is_taken_up_and_sent(self):
        lost, later = make_mail(1), make_mail(2, not_before=timezone.now() + timedelta(hours=1))
        with self.assertLogs("blog.outbox.rescue", "WARNING"):
            self.assertEqual(rescue.take_up_lost(), 1)
        self.assertEqual(rescue.take_up_lost(), 0, "its task is in the queue now")
        self.work()
        self.assertEqual(states(), {lost.recipient: "sent", later.recipient: "waiting"})

    def test_mail_with_a_task_is_left_to_it(self):
        queue()
        self.assertEqual(rescue.take_up_lost(), 0)
        self.assertEqual(DBTaskResult.objects.count(), 1)

    def test_clock_does_all_of_it(self):
        names = {"unfinished mails", "mails without a task", "old mails"}
        self.assertLessEqual(names, {job.name for job in timed.registered()})


class OldMailTests(TestCase):
    def test_sent_mails_go_after_30_days_failed_ones_after_90_and_waiting_ones_never(self):
        kept = [
            make_mail(1, state="sent", sent_at=ago(days=29), created_at=ago(days=40)),
            make_mail(2, state="cancelled", created_at=ago(days=29)),
            make_mail(3, state="failed", created_at=ago(days=89)),
            make_mail(4, created_at=ago(days=200)),
            make_mail(5, state="sending", created_at=ago(days=200)),
        ]
        make_mail(6, state="sent", sent_at=ago(days=31), created_at=ago(days=31))
        make_mail(7, state="cancelled", created_at=ago(days=31))
        make_mail(8, state="failed", created_at=ago(days=91))
        self.assertEqual(rescue.delete_old_mails(), 3)
        self.assertEqual(set(Mail.objects.all()), set(kept))
        self.assertEqual(django_mail.outbox, [])
