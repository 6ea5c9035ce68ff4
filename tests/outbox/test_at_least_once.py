"""Workers are killed and every second try fails: each mail arrives, and few arrive twice."""

import os
from collections import Counter

from django.core.mail.utils import DNS_NAME
from django.db import connection
from django.test import override_settings

from blog.lib import task_worker
from blog.outbox import rescue
from blog.outbox.actions import queue_mails
from blog.outbox.models import Mail
from tests.editorial.processes import in_children
from tests.factories.outbox import values

from .ground import QueueTestCase, queue, states, without_pauses
from .sink import Sink

MAILS = 30
WORKERS = 2


def misbehave(address, tries):
    """Return how the server takes a mail: which fails how often follows from its number."""
    number = int(address.removeprefix("reader").partition("@")[0])
    if tries <= number % 4:
        return ["busy", "die", "reject"][(number + tries) % 3]
    if tries == number % 4 + 1 and number % 5 < 2:
        return ["kill after", "kill before"][number % 5]
    return "take"


def work():
    """Do what a worker process does; its EHLO says which process it is."""
    DNS_NAME._fqdn = f"process-{os.getpid()}"
    with without_pauses():
        task_worker.run_ready_tasks()


def rescue_all():
    """Do what the clock does, at once."""
    task_worker.put_back_abandoned()
    rescue.put_back_unfinished()
    rescue.take_up_lost()


class AtLeastOnceTests(QueueTestCase):
    def run_workers(self, sink, most_rounds=30):
        with override_settings(**sink.settings):
            for _ in range(most_rounds):
                in_children(WORKERS, work)
                rescue_all()
                if not Mail.objects.filter(state__in=["waiting", "sending"]).exists():
                    return
        self.fail(f"not done: {states()}")

    def test_every_mail_arrives_and_only_those_killed_before_the_mark_arrive_twice(self):
        with Sink(misbehave) as sink, self.assertLogs("blog", "WARNING"):
            queue_mails([values(number) for number in range(MAILS)])
            self.run_workers(sink)
        arrived = Counter(sink.addresses())
        twice = {address for address, times in arrived.items() if times == 2}
        killed_before_the_mark = {f"reader{number}@mail.example" for number in range(0, MAILS, 5)}
        print(
            f"\n{MAILS} mails, {sum(sink.tries.values())} tries, {len(sink.kills)} workers killed:"
            f" {len(arrived)} arrived, {len(twice)} twice."
        )
        self.assertEqual(len(arrived), MAILS)
        self.assertEqual(set(states().values()), {"sent"})
        self.assertEqual(twice, killed_before_the_mark)
        self.assertEqual(max(arrived.values()), 2)
        self.assertGreater(sum(sink.tries.values()), 2 * MAILS, "the server hardly ever failed")

    def test_mail_that_arrives_twice_has_one_message_id(self):
        with Sink(lambda address, tries: "kill after" if tries == 1 else "take") as sink:
            queue()
            with self.assertLogs("blog", "WARNING"):
                self.run_workers(sink)
        first, second = sink.received
        self.assertEqual(first["Message-ID"], second["Message-ID"])

    def test_mail_that_kills_every_worker_is_given_up(self):
        with Sink(lambda address, tries: "kill before") as sink, self.assertLogs("blog", "WARNING"):
            queue()
            self.run_workers(sink)
        mail = Mail.objects.get()
        self.assertEqual((mail.state, mail.attempts), ("failed", 8))
        self.assertIn("ended while it sent", mail.last_error)
        self.assertTrue(connection.is_usable())
