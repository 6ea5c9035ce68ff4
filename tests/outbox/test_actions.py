"""Cancelling and forgetting."""

from django.core import mail as django_mail
from django.test import TestCase

from blog.outbox.actions import cancel_mails, forget_mails_about, forget_mails_to, is_stopped
from blog.outbox.models import Mail, MailStop
from tests.factories.outbox import make_mail

from .ground import states

ALL_STATES = ["waiting", "sending", "sent", "failed", "cancelled"]


class CancellingTests(TestCase):
    def test_only_what_waits_about_this_is_cancelled(self):
        for number, state in enumerate(ALL_STATES):
            make_mail(number, state=state, about="comment:1")
        make_mail(8, about="comment:11")
        self.assertEqual(cancel_mails(about="comment:1"), 1)
        self.assertEqual(
            list(states().values()),
            ["cancelled", "sending", "sent", "failed", "cancelled", "waiting"],
        )

    def test_one_kind_alone(self):
        make_mail(1, about="comment:1", kind="notice")
        make_mail(2, about="comment:1", kind="proof")
        self.assertEqual(cancel_mails(about="comment:1", kind="proof"), 1)
        self.assertEqual(list(states().values()), ["waiting", "cancelled"])


class ForgettingTests(TestCase):
    def test_mails_to_an_address_go_whatever_their_state_and_its_refusals_too(self):
        for number, state in enumerate(ALL_STATES):
            make_mail(number, state=state, recipient="Ana@mail.example")
        other = make_mail(8, recipient="diana@mail.example")
        MailStop.objects.create(recipient="ana@mail.example", refusals=3)
        self.assertTrue(is_stopped("ANA@mail.example"))
        self.assertEqual(forget_mails_to(" ana@MAIL.example "), 5)
        self.assertEqual(list(Mail.objects.all()), [other])
        self.assertFalse(is_stopped("ana@mail.example"))

    def test_nobody_is_forgotten_by_an_empty_address(self):
        make_mail()
        self.assertEqual(forget_mails_to(""), 0)

    def test_mails_about_a_thing_are_found_and_forgotten(self):
        mine = [make_mail(number, about="comment:12") for number in range(2)]
        make_mail(5, about="comment:1")
        self.assertEqual(set(Mail.objects.about("comment:12")), set(mine))
        self.assertEqual(forget_mails_about("comment:12"), 2)
        self.assertEqual(Mail.objects.count(), 1)
        self.assertEqual(django_mail.outbox, [])
