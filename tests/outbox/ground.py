"""Mails to queue, the queue as it is in production, and minutes that pass at once."""

from datetime import timedelta
from unittest import mock

from django.test import override_settings

from blog.lib import task_worker
from blog.outbox.actions import queue_mail
from blog.outbox.models import Mail
from tests.factories.outbox import values
from tests.ground import CommittingTestCase

QUEUE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def queue(number=1, **changes):
    return queue_mail(**values(number, **changes))


def states():
    """Return {recipient: state} of all mails."""
    return dict(Mail.objects.order_by("pk").values_list("recipient", "state"))


@override_settings(TASKS=QUEUE)
class QueueTestCase(CommittingTestCase):
    """Tasks are rows here, and run when they are told to."""

    def work(self):
        """Run what is ready."""
        task_worker.run_ready_tasks()

    def work_after(self, **duration):
        """Run what is ready once this time has passed, as `timedelta` takes it."""
        from django_tasks_db.models import DBTaskResult

        passed = timedelta(**duration)
        for model, fields in ((Mail, ["not_before", "claimed_at"]), (DBTaskResult, ["run_after"])):
            for row in model.objects.all():
                earlier = {
                    field: getattr(row, field) - passed
                    for field in fields
                    # Year 9999 stands for "at once".
                    if getattr(row, field) and getattr(row, field).year < 9000
                }
                model.objects.filter(pk=row.pk).update(**earlier)
        self.work()


def without_pauses():
    """Have failed mails tried again at once."""
    return mock.patch("blog.outbox.delivery.pause_after", lambda tries: timedelta())
