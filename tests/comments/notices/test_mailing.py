"""Mails are made of what is due: grouped, once, whoever dies and however many work."""

from datetime import timedelta
from unittest import mock

from django.db import connection
from django.test import override_settings
from django.utils import timezone

from blog.comments.actions import approve_comment, erase_comment, hide_comment
from blog.comments.models import Comment, Commenter, Notice
from blog.comments.notices import mailing
from blog.comments.notices.mailing import delete_old_notices, mail_due_notices, mail_reader
from blog.comments.notices.writing import note_submitted
from blog.outbox.models import Mail, MailStop
from home.setup import lay_out_journal
from tests.comments.admin import make_person
from tests.editorial.processes import in_children, killed_at
from tests.factories.comments import make_comment
from tests.factories.posts import make_post
from tests.ground import CommittingTestCase
from tests.outbox.ground import QUEUE

from .ground import NoticesTestCase, later, mail_later, make_waiting, make_wish


class GroupingTests(NoticesTestCase):
    def publish(self, page=None, **fields):
        comment = make_comment(page or self.post, **fields)
        note_submitted(comment)
        return comment

    def test_all_of_one_person_are_one_mail(self):
        for page in (self.post, self.other_post):
            make_wish(page)
            self.publish(page)
        [told] = mail_later()
        self.assertEqual(told.subject, "2 new replies on “Wellspring”")
        self.assertEqual(Notice.objects.filter(mail=Mail.objects.get()).count(), 2)

    def test_two_on_one_page_name_it(self):
        make_wish(self.post)
        self.publish(body="First.")
        self.publish(body="Second.")
        [told] = mail_later()
        self.assertEqual(told.subject, "2 new replies on “Held down”")

    def test_of_very_many_the_rest_is_a_number(self):
        make_wish(self.post)
        for number in range(23):
            self.publish(body=f"Thought {number}.")
        [told] = mail_later()
        self.assertIn("There are 3 more on the page.", told.body)
        self.assertEqual(mail_later(minutes=30), [])

    def test_two_addresses_of_one_person_get_a_mail_each(self):
        first = make_wish(self.post)
        second = make_wish(self.other_post, "orla@work.example")
        Commenter.objects.filter(pk=second.commenter_id).update(merged_into=first.commenter)
        self.publish(self.post)
        self.publish(self.other_post)
        told = {one.to[0]: one.subject for one in mail_later()}
        self.assertEqual(
            told,
            {
                "orla@mail.example": "Wren wrote on “Held down”",
                "orla@work.example": "Wren wrote on “Let go”",
            },
        )

    def test_an_address_that_servers_refused_is_let_alone(self):
        make_wish(self.post)
        MailStop.objects.create(recipient="orla@mail.example", refusals=3)
        self.publish()
        self.assertEqual(mail_later(), [])
        self.assertFalse(Notice.objects.exists())

    def test_nothing_to_tell_costs_nobody_their_turn(self):
        make_wish(self.post)
        hidden = self.publish()
        Comment.objects.filter(pk=hidden.pk).update(status="hidden")
        self.assertEqual(mail_later(), [])
        self.assertFalse(Commenter.objects.filter(noticed_at__isnull=False).exists())
        with later(minutes=1):
            self.publish()
        self.assertEqual(len(mail_later(minutes=2)), 1)

    def test_what_goes_wrong_with_one_person_keeps_nobody_waiting(self):
        make_wish(self.post)
        make_wish(self.post, "ana@mail.example")
        self.publish()
        real = mailing.readers_mail.compose

        def compose(entries, person):
            if entries[0].recipient == "orla@mail.example":
                raise RuntimeError("broken")
            return real(entries, person)

        with (
            mock.patch.object(mailing.readers_mail, "compose", compose),
            self.assertLogs("blog.comments.notices.mailing", "ERROR"),
        ):
            self.assertEqual([one.to for one in mail_later()], [["ana@mail.example"]])
        self.assertEqual(mail_later(minutes=5), [])
        self.assertEqual([one.to for one in mail_later(minutes=12)], [["orla@mail.example"]])

    def test_who_was_slower_with_the_claim_writes_nothing(self):
        wish = make_wish(self.post)
        self.publish()
        rivals = [timezone.now()]

        def claim_meanwhile(execute, sql, *args):
            found = execute(sql, *args)
            if rivals and sql.startswith("SELECT") and "noticed_at" in sql:
                Commenter.objects.update(noticed_at=rivals.pop())
            return found

        with later(), connection.execute_wrapper(claim_meanwhile):
            self.assertEqual(mail_reader(wish.commenter_id), 0)
        self.assertEqual((rivals, Mail.objects.count()), ([], 0))

    def test_old_notices_are_deleted(self):
        make_wish(self.post)
        self.publish()
        mail_later()
        self.assertEqual(delete_old_notices(), 0)
        then = timezone.now() + timedelta(days=91)
        self.assertEqual(delete_old_notices(then), 1)


@override_settings(TASKS=QUEUE)
class TakingBackTests(NoticesTestCase):
    """While the server is away mails wait, and what they tell of may change."""

    def setUp(self):
        make_wish(self.post)
        self.comments = [make_waiting(self.post, body=f"Thought {one}.") for one in range(2)]
        for comment in self.comments:
            approve_comment(comment, by=self.moderator)
        mail_later()
        self.mail = Mail.objects.get()

    def bodies(self, state):
        return list(Mail.objects.filter(state=state).values_list("text", flat=True))

    def test_what_is_hidden_is_taken_out_of_a_mail_that_waits(self):
        hide_comment(self.comments[0], by=self.moderator)
        self.assertEqual(self.bodies("cancelled"), [self.mail.text])
        mail_later(minutes=20)
        [body] = self.bodies("waiting")
        self.assertNotIn("Thought 0.", body)
        self.assertIn("Thought 1.", body)

    def test_what_was_sent_is_not_told_again(self):
        Mail.objects.update(state="sent", sent_at=timezone.now())
        hide_comment(self.comments[0], by=self.moderator)
        mail_later(minutes=20)
        self.assertEqual(Mail.objects.count(), 1)

    def test_nothing_of_an_erased_comment_stays_in_any_mail(self):
        Mail.objects.update(state="sent", sent_at=timezone.now())
        erase_comment(self.comments[0], by=self.moderator)
        self.assertFalse(Mail.objects.filter(text__contains="Thought 0.").exists())


@override_settings(TASKS=QUEUE)
class ManyWorkersTests(CommittingTestCase):
    def setUp(self):
        self.post = make_post(lay_out_journal().journal, "Held down")
        self.moderator = make_person("moderator")
        for name in ("orla", "ana"):
            make_wish(self.post, f"{name}@mail.example")
        self.comments = [make_waiting(self.post, body=f"Thought {one}.") for one in range(3)]
        for comment in self.comments:
            note_submitted(comment)
        for comment in self.comments[:2]:
            approve_comment(comment, by=self.moderator)
        Notice.objects.update(due_at=timezone.now() - timedelta(seconds=1))

    def assert_told_once(self):
        told = sorted(Mail.objects.values_list("recipient", flat=True))
        self.assertEqual(told, ["ana@mail.example", "moderator@mail.example", "orla@mail.example"])
        self.assertEqual(Notice.objects.filter(mailed_at=None).count(), 0)
        self.assertEqual(Notice.objects.filter(mail=None).count(), 0)

    def test_four_at_once_write_each_mail_once(self):
        self.assertEqual(in_children(4, mail_due_notices), [0] * 4)
        self.assert_told_once()

    def test_killed_before_any_statement_the_next_one_tells_all(self):
        # One reader: the work for an account is the same transaction with other rows.
        Notice.objects.exclude(commenter__email="orla@mail.example").delete()
        statement = 0
        while killed_at(statement := statement + 1, mail_due_notices):
            with self.subTest(statement):
                marked = Notice.objects.filter(mailed_at__isnull=False)
                self.assertFalse(marked.filter(mail=None).exists(), "told, and by no mail")
                mail_due_notices()
                self.assertEqual(Mail.objects.count(), 1)
                self.assertEqual(Notice.objects.exclude(mail=None).count(), 2)
            Notice.objects.update(mail=None, mailed_at=None)
            Mail.objects.all().delete()
            Commenter.objects.update(noticed_at=None)
        self.assertGreater(statement, 10)
