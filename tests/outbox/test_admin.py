"""What editors see of the mails, and what they can do about one that failed."""

from datetime import timedelta
from importlib import import_module
from unittest import mock

from django.apps import apps
from django.contrib.auth.models import Group
from django.core import mail as django_mail
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import registry

from blog.outbox.actions import retry_mail
from blog.outbox.models import Mail, MailStop
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.outbox import make_mail

LIST = "wagtailsnippets_outbox_mail:list"
STOPS = "wagtailsnippets_outbox_mailstop:list"
migration = import_module("blog.outbox.migrations.0002_editors_manage_mail")


class AdminTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        lay_out_journal()
        cls.editor = UserFactory(email="editor@example.org", groups=["Editor"])
        cls.others = [UserFactory(groups=[name]) for name in ("Author", "Moderator")]
        cls.failed = make_mail(1, state="failed", last_error="550 <b>No</b>", attempts=8)
        cls.resting = make_mail(2, attempts=1, not_before=timezone.now() + timedelta(hours=1))
        cls.waiting = make_mail(3, not_before=timezone.now() + timedelta(hours=1), kind="digest")
        cls.sent = make_mail(4, state="sent")

    def setUp(self):
        self.client.force_login(self.editor)

    def retry(self, mail, **values):
        return self.client.post(
            reverse("wagtailsnippets_outbox_mail:retry", args=[mail.pk]), values
        )

    def state_of(self, mail):
        return Mail.objects.values_list("state", flat=True).get(pk=mail.pk)


class ListTests(AdminTestCase):
    def test_authors_and_moderators_see_no_address(self):
        for user in self.others:
            self.client.force_login(user)
            for name in (LIST, STOPS):
                self.assertEqual(self.client.get(reverse(name)).status_code, 302)
            home = self.client.get(reverse("wagtailadmin_home"))
            self.assertNotContains(home, "could not be sent")
            self.assertNotContains(home, reverse(LIST))

    def test_editor_sees_what_failed_and_why(self):
        response = self.client.get(reverse(LIST))
        self.assertContains(response, "reader1@mail.example")
        self.assertContains(response, "550 &lt;b&gt;No&lt;/b&gt;")
        self.assertContains(response, '/retry/"><input type="hidden"', 2)

    def test_next_try_is_said_of_what_waits_alone(self):
        # Of the two that wait; the minutes are those of a moment ago.
        self.assertContains(self.client.get(reverse(LIST)), "in 59\xa0minutes", 2)
        Mail.objects.waiting().update(not_before=timezone.now())
        self.assertContains(self.client.get(reverse(LIST)), "<td>now</td>", 2, html=True)

    def test_list_is_narrowed_by_state_kind_and_date(self):
        tomorrow = timezone.now().date() + timedelta(days=1)
        for query, count in (
            ({"state": "failed"}, 1),
            ({"state": ["failed", "waiting"]}, 3),
            ({"kind": "digest"}, 1),
            ({"created_at_from": tomorrow}, 0),
            ({"q": "READER4@"}, 1),
        ):
            with self.subTest(**query):
                rows = self.client.get(reverse(LIST), query).context["object_list"]
                self.assertEqual(len(rows), count)

    def test_questions_to_the_database_do_not_grow(self):
        Mail.objects.exclude(pk__in=[self.failed.pk, self.resting.pk, self.waiting.pk]).delete()
        self.client.get(reverse(LIST))
        with CaptureQueriesContext(connection) as of_three:
            self.client.get(reverse(LIST))
        for number in range(10, 20):
            make_mail(number, state="failed")
        with self.assertNumQueries(len(of_three)), CaptureQueriesContext(connection) as queries:
            self.client.get(reverse(LIST))
        # The kinds to choose from, the count and the rows; the rest is the admin's frame.
        asked = [query["sql"] for query in queries if "outbox_mail" in query["sql"]]
        self.assertEqual(len(asked), 3)
        self.assertNotIn('"outbox_mail"."text"', asked[-1])

    def test_mail_is_shown_without_the_links_in_it(self):
        Mail.objects.filter(pk=self.sent.pk).update(
            text="Hello <b>\n\nhttps://journal.example/mine/secret-token/?k=1. Bye {{ x }}"
        )
        url = reverse("wagtailsnippets_outbox_mail:inspect", args=[self.sent.pk])
        response = self.client.get(url)
        self.assertContains(response, "Hello &lt;b&gt;")
        self.assertContains(response, "https://journal.example/…")
        self.assertContains(response, "Bye {{ x }}")
        self.assertNotContains(response, "secret-token")

    def test_right_can_be_given_to_other_groups(self):
        self.client.force_login(UserFactory(email="owner@example.org", is_superuser=True))
        group = Group.objects.get(name="Moderator")
        response = self.client.get(reverse("wagtailusers_groups:edit", args=[group.pk]))
        self.assertContains(response, "Can see mails and send them again")


class RetryTests(AdminTestCase):
    def test_others_cannot_and_nobody_can_by_a_link_or_without_a_token(self):
        for user in self.others:
            self.client.force_login(user)
            self.assertEqual(self.retry(self.failed).status_code, 302)
        self.client.force_login(self.editor)
        url = reverse("wagtailsnippets_outbox_mail:retry", args=[self.failed.pk])
        self.assertEqual(self.client.get(url).status_code, 405)
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(self.editor)
        self.assertEqual(strict.post(url).status_code, 403)
        self.assertEqual(self.state_of(self.failed), "failed")
        self.assertEqual(django_mail.outbox, [])

    def test_mail_that_was_sent_or_waits_for_its_time_is_not_sent_again(self):
        for mail in (self.sent, self.waiting):
            response = self.retry(mail)
            self.assertEqual(response.status_code, 303)
            self.assertEqual(self.state_of(mail), mail.state)
        self.assertEqual(django_mail.outbox, [])

    def test_mail_that_is_gone_is_404(self):
        self.failed.delete()
        self.failed.pk = 404
        self.assertEqual(self.retry(self.failed).status_code, 404)

    def test_failed_and_resting_mails_are_sent_now(self):
        for mail in (self.failed, self.resting):
            response = self.retry(mail, next=f"{reverse(LIST)}?state=failed")
            self.assertRedirects(response, f"{reverse(LIST)}?state=failed", 303)
            self.assertEqual(self.state_of(mail), "sent")
        self.assertEqual(len(django_mail.outbox), 2)

    def test_next_address_of_another_host_is_not_followed(self):
        response = self.retry(self.failed, next="https://evil.example/")
        self.assertRedirects(response, reverse(LIST), 303, fetch_redirect_response=False)

    def test_log_names_who_asked_and_no_address(self):
        self.retry(self.failed)
        entry = registry.get_logs_for_instance(self.failed).get()
        self.assertEqual((entry.action, entry.user), ("outbox.retry", self.editor))
        self.assertNotIn("@", entry.label)

    def test_two_at_once_are_one(self):
        with mock.patch("blog.outbox.actions.enqueue_mail") as enqueue:
            self.assertTrue(retry_mail(self.failed, by=self.editor))
            self.assertFalse(retry_mail(self.failed, by=self.editor))
        enqueue.assert_called_once()

    def test_many_are_sent_again_and_the_others_are_named(self):
        ids = [self.failed.pk, self.resting.pk, self.sent.pk]
        url = reverse("wagtail_bulk_action", args=["outbox", "mail", "retry"])
        url += "?" + "&".join(f"id={number}" for number in ids)
        self.assertContains(self.client.get(url), "stay as they are")
        self.client.post(url, {"next": reverse(LIST)})
        self.assertEqual({self.state_of(mail) for mail in (self.failed, self.resting)}, {"sent"})
        self.assertEqual(len(django_mail.outbox), 2)

    def test_all_means_all_that_failed(self):
        url = reverse("wagtail_bulk_action", args=["outbox", "mail", "retry"])
        self.client.post(f"{url}?id=all&childOf=1", {"next": reverse(LIST)})
        self.assertEqual([message.to for message in django_mail.outbox], [["reader1@mail.example"]])

    def test_others_send_nothing_again_in_bulk(self):
        url = reverse("wagtail_bulk_action", args=["outbox", "mail", "retry"])
        for user in self.others:
            self.client.force_login(user)
            self.client.post(f"{url}?id={self.failed.pk}", {"next": reverse(LIST)})
        self.assertEqual(django_mail.outbox, [])


class PanelTests(AdminTestCase):
    def home(self):
        return self.client.get(reverse("wagtailadmin_home"))

    def test_failed_mails_are_counted_with_the_way_to_them(self):
        self.assertContains(self.home(), "1 mail could not be sent.")
        self.assertContains(self.home(), f"{reverse(LIST)}?state=failed")
        make_mail(10, state="failed")
        self.assertContains(self.home(), "2 mails could not be sent.")

    def test_nothing_is_said_where_nothing_failed(self):
        Mail.objects.failed().delete()
        self.assertNotContains(self.home(), "could not be sent")


class StopTests(AdminTestCase):
    def test_refused_addresses_are_listed_and_lifted(self):
        stop = MailStop.objects.create(
            recipient="gone@mail.example", refusals=3, last_error="550 Gone"
        )
        MailStop.objects.create(recipient="full@mail.example", refusals=1)
        response = self.client.get(reverse(STOPS))
        self.assertContains(response, "550 Gone")
        self.assertNotContains(response, "data-bulk-action-checkbox")
        self.assertContains(response, "No more mails are written to it.", 1)
        url = reverse("wagtailsnippets_outbox_mailstop:lift", args=[stop.pk])
        self.assertEqual(self.client.get(url).status_code, 405)
        self.client.force_login(self.others[0])
        self.client.post(url)
        self.assertTrue(MailStop.objects.in_force().exists())
        self.client.force_login(self.editor)
        self.assertRedirects(self.client.post(url), reverse(STOPS), 303)
        self.assertFalse(MailStop.objects.in_force().exists())
        self.assertEqual(self.client.post(url).status_code, 404)


class GrantTests(TestCase):
    def rights(self):
        return Group.objects.get(name="Editor").permissions.filter(codename="manage_mail").count()

    def test_editors_of_a_journal_that_stands_are_given_the_right(self):
        lay_out_journal()
        migration.take_back(apps, None)
        self.assertEqual(self.rights(), 0)
        migration.grant(apps, None)
        migration.grant(apps, None)
        self.assertEqual(self.rights(), 1)

    def test_editors_without_any_right_are_left_to_be_granted_all(self):
        migration.grant(apps, None)
        self.assertEqual(self.rights(), 0)
