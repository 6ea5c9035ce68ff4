"""A forgotten password: the same answer for everyone, and a mail for those who have an account."""

import re
from unittest import mock

from django.core import mail
from django.test import TestCase, override_settings
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from blog.accounts.tasks import send_password_reset
from blog.lib.task_worker import run_ready_tasks
from tests.factories.accounts import UserFactory
from tests.ground import CommittingTestCase

NEW_PASSWORD = "two men on one chair"


def without_token(response):
    return re.sub(r'"CSRF_TOKEN": "\w+"', "", response.content.decode())


class PasswordResetTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.url = reverse("wagtailadmin_password_reset")
        cls.user = UserFactory(email="Ines@example.org", groups=["Author"])

    def ask(self, email):
        return self.client.post(self.url, {"email": email}, follow=True)

    def test_known_and_unknown_addresses_get_the_same_answer(self):
        known, unknown = self.ask("ines@example.org"), self.ask("nobody@example.org")
        self.assertEqual(known.redirect_chain, unknown.redirect_chain)
        self.assertEqual(without_token(known), without_token(unknown))
        self.assertEqual([message.to for message in mail.outbox], [["Ines@example.org"]])

    def test_the_answer_does_as_much_for_an_unknown_address(self):
        with self.assertNumQueries(1):
            self.client.post(self.url, {"email": "nobody@example.org"})
        # The mail's own query runs here at once; in production it is the worker's.
        with self.assertNumQueries(2):
            self.client.post(self.url, {"email": "ines@example.org"})

    def test_an_account_that_was_switched_off_gets_no_mail(self):
        self.user.is_active = False
        self.user.save()
        self.ask("ines@example.org")
        self.assertEqual(mail.outbox, [])

    def test_an_account_that_is_gone_when_the_task_runs_is_no_error(self):
        user_id = self.user.pk
        self.user.delete()
        send_password_reset.call([user_id], "journal.example", "https")
        self.assertEqual(mail.outbox, [])

    def test_the_link_sets_a_new_password_once(self):
        self.ask("ines@example.org")
        link = re.search(r"https?://[^/]+(/\S+)", mail.outbox[0].body)[1]
        form = self.client.get(link, follow=True)
        words = {"new_password1": NEW_PASSWORD, "new_password2": NEW_PASSWORD}
        self.client.post(form.request["PATH_INFO"], words)
        self.user.refresh_from_db()
        self.assertTrue(self.user.check_password(NEW_PASSWORD))
        self.client.session.flush()
        self.assertNotContains(self.client.get(link, follow=True), 'name="new_password1"')


@override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}})
class MailServerAwayTests(CommittingTestCase):
    def test_mails_arrive_once_the_server_is_back_and_each_once(self):
        users = [UserFactory(email=f"{name}@example.org") for name in ("ines", "olga")]
        send_password_reset.enqueue([user.pk for user in users], host="h.example", scheme="https")
        away = mock.patch("blog.accounts.mail.send_mail", side_effect=[ConnectionError, 1])
        with away, self.assertLogs("blog.lib.retrying", "WARNING"):
            run_ready_tasks()
        waiting = DBTaskResult.objects.get(status="READY")
        self.assertEqual(waiting.args_kwargs["args"], [[users[0].pk]])
        DBTaskResult.objects.filter(pk=waiting.pk).update(run_after=timezone.now())
        run_ready_tasks()
        self.assertEqual([message.to for message in mail.outbox], [["ines@example.org"]])
