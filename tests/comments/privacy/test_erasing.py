"""Erasing a reader: afterwards no table holds their address or their name."""

from datetime import timedelta

from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import override_settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import ModelLogEntry

from blog.comments import actions
from blog.comments.commenters.acts import write_note
from blog.comments.commenters.merging import merge
from blog.comments.commenters.proof import ask_for_proof
from blog.comments.models import (
    Comment,
    CommentEdit,
    Commenter,
    Judgement,
    Notice,
    Report,
    SpamToken,
)
from blog.comments.privacy.erasing import Text, erase_reader, withdraw_all
from blog.comments.signals import comment_edited, comment_removed
from blog.outbox.actions import queue_mail
from blog.outbox.models import Mail, MailStop
from tests.comments.admin import AdminTestCase
from tests.comments.commenters.readers import make_reader
from tests.factories.comments import make_comment, make_in_every_state

from .dump import find_everywhere

ADDRESS = "zephyrine@mail.example"
NAME = "Zephyrine Quell"
SECRET = "the umbrella in the corridor"  # noqa: S105 - words that nobody else wrote


class EraseTestCase(AdminTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.moderator = cls.people["moderator"]
        cls.row = make_reader(ADDRESS, name=NAME)
        reader = {"name": NAME, "email": "Zephyrine@Mail.example", "is_proved": True}
        cls.mine = make_in_every_state(cls.post, **reader)
        cls.kept = make_comment(cls.post, f"Published: {SECRET}.", **reader, notify="all")
        cls.answered = make_comment(cls.post, f"Answered: {SECRET}.", **reader)
        cls.answer = make_comment(
            cls.post, "Yes.", name="Ana", email="ana@mail.example", parent=cls.answered
        )
        cls.own_answer = make_comment(cls.post, f"Own: {SECRET}.", **reader, parent=cls.answered)
        cls.spread()

    @classmethod
    def spread(cls):
        """Leave traces of the reader in every place that may hold one."""
        now = timezone.now()
        Comment.objects.filter(email__iexact=ADDRESS).update(
            visitor_hash="v", network_hash="n", origin_name="Elsewhere",
            origin_url=f"https://elsewhere.example/{ADDRESS}/",
            reasons=[{"code": "word_rule", "detail": f"“{NAME}”"}],
        )  # fmt: skip
        CommentEdit.objects.create(comment=cls.kept, body=f"New: {SECRET}, {NAME}.")
        Judgement.objects.create(
            comment=cls.kept, how="rules", to_status="published",
            reasons=[{"code": "word_rule", "detail": f"{NAME} {SECRET}"}],
        )  # fmt: skip
        Report.objects.create(comment=cls.kept, reason="rude", text=f"{NAME} is rude.")
        Notice.objects.create(
            comment=cls.mine["noted"], commenter=cls.row, kind="answer", text=f"Dear {NAME}"
        )
        write_note(cls.row, f"{NAME} called. {ADDRESS}", by=cls.moderator)
        actions.hide_comment(cls.own_answer, by=cls.moderator)
        actions.approve_comment(cls.own_answer, by=cls.moderator)
        # As an older version, or another program, might have labelled it.
        ModelLogEntry.objects.update(label=f"{NAME} (1)", data={"title": f"{NAME}, {ADDRESS}"})
        cls.queue("to them", ADDRESS.upper(), "Nothing.")
        cls.queue("sent", "mod@mail.example", f"{NAME} &lt;{ADDRESS}&gt; wrote: {SECRET}")
        Mail.objects.filter(dedupe_key="sent").update(state="sent", sent_at=now)
        cls.queue("waits", "sub@mail.example", f"Ana and {NAME} wrote.")
        for comment in (cls.kept, cls.answer):
            Notice.objects.create(
                comment=comment, user=cls.moderator, kind="new", mailed_at=now,
                mail=Mail.objects.get(dedupe_key="waits"),
            )  # fmt: skip
        MailStop.objects.create(recipient=ADDRESS, last_error=f"550 {ADDRESS}")
        DBTaskResult.objects.create(
            task_path="x", args_kwargs={"args": [ADDRESS], "kwargs": {}}, run_after=now,
            backend_name="default", traceback=f"… {ADDRESS}",
        )  # fmt: skip

    @classmethod
    def queue(cls, key, recipient, text):
        queue_mail(
            dedupe_key=key, recipient=recipient, subject=f"About {NAME}" if key != "waits" else "x",
            text=text, html=f"<p>{text}</p>", kind="comment-notice",
            not_before=timezone.now() + timedelta(hours=1),
        )  # fmt: skip

    def erase(self, text, **options):
        with self.captureOnCommitCallbacks(execute=True):
            return erase_reader(ADDRESS, text, **options)

    def assert_gone(self, *words):
        found = find_everywhere(*words)
        self.assertEqual([table for table, row in found], [], found)


class ErasingTests(EraseTestCase):
    def test_the_search_finds_what_is_there(self):
        tables = {table for table, row in find_everywhere(ADDRESS, NAME, SECRET)}
        self.assertLessEqual(
            {
                "comments_comment", "comments_commentedit", "comments_commenter",
                "comments_judgement", "comments_notice", "comments_report", "outbox_mail",
                "outbox_mailstop", "wagtailcore_modellogentry",
                "django_tasks_database_dbtaskresult",
            },
            tables,
        )  # fmt: skip

    def test_an_address_that_was_never_here_is_none(self):
        make_comment(self.post, "Of the journal.", name="Mina", email="")
        before = Comment.objects.count()
        self.assertIsNone(erase_reader("nobody@mail.example", Text.REMOVE))
        for nothing in ("", " ", "\0", "a\0b"):
            self.assertIsNone(erase_reader(nothing, Text.REMOVE))
            self.assertEqual(withdraw_all(nothing), 0)
        self.assertEqual(Comment.objects.count(), before)

    def test_nothing_is_left_when_the_words_go(self):
        done = self.erase(Text.REMOVE)
        self.assertEqual((done.removed, done.kept), (9, 0))
        self.assert_gone(ADDRESS, NAME, SECRET, "A pending comment")

    def test_only_the_words_are_left_when_they_stay(self):
        done = self.erase(Text.KEEP, by=self.moderator)
        self.assertEqual((done.removed, done.kept), (5, 4))
        self.assert_gone(ADDRESS, NAME, "A pending comment", "A spam comment", "A hidden comment")
        kept = Comment.objects.get(pk=self.kept.pk)
        self.assertEqual(kept.body, f"Published: {SECRET}.")
        self.assertEqual((kept.name, kept.email, kept.commenter), ("A reader", "", None))
        self.assertEqual((kept.visitor_hash, kept.network_hash, kept.notify), ("", "", ""))
        self.assertTrue(kept.is_published)

    def test_what_others_wrote_stays_where_it_is(self):
        self.erase(Text.REMOVE)
        answer = Comment.objects.get(pk=self.answer.pk)
        self.assertEqual((answer.body, answer.name), ("Yes.", "Ana"))
        place = answer.parent
        self.assertEqual((place.status, place.body, place.name), ("erased", "", ""))
        self.assertFalse(Comment.objects.filter(pk=self.own_answer.pk).exists())

    def test_what_the_filter_learned_stays(self):
        before = list(SpamToken.objects.order_by("pk").values())
        self.assertIn("umbrella", {row["token"] for row in before})
        self.erase(Text.REMOVE)
        self.assertEqual(list(SpamToken.objects.order_by("pk").values()), before)

    def test_what_a_mail_told_of_others_is_told_again(self):
        self.erase(Text.REMOVE)
        self.assertFalse(Mail.objects.to(ADDRESS).exists())
        self.assertFalse(Mail.objects.filter(dedupe_key__in=["waits", "sent"]).exists())
        notice = Notice.objects.get(user=self.moderator)
        self.assertEqual((notice.comment, notice.mail, notice.mailed_at), (self.answer, None, None))

    def test_the_log_says_what_was_done_by_whom_to_a_number(self):
        self.erase(Text.KEEP, by=self.moderator)
        entry = ModelLogEntry.objects.get(action="comments.erase_reader")
        self.assertEqual((entry.label, entry.user), (f"Commenter {self.row.pk}", self.moderator))
        self.assertEqual(entry.data, {"text": "keep"})

    def test_other_addresses_of_the_person_are_parted_and_stay(self):
        other = make_reader("other@mail.example", name="Zed")
        theirs = make_comment(self.post, "Of the other.", name="Zed", email="other@mail.example")
        merge(other, self.row)
        self.erase(Text.REMOVE)
        theirs.refresh_from_db()
        self.assertEqual(theirs.commenter, other)
        self.assert_gone(ADDRESS)

    def test_a_merged_address_is_erased_out_of_the_person(self):
        person = make_reader("person@mail.example", name="Person")
        merge(self.row, person)
        self.erase(Text.REMOVE)
        self.assert_gone(ADDRESS, NAME)
        self.assertTrue(Commenter.objects.filter(pk=person.pk).exists())

    def test_comments_without_a_row_are_found(self):
        Commenter.objects.filter(pk=self.row.pk).delete()
        self.assertEqual(self.erase(Text.REMOVE).removed, 9)
        self.assert_gone(ADDRESS)

    def test_caches_hear_of_it(self):
        heard = []

        def hear(sender, comment, signal, **kwargs):
            heard.append((signal, comment.pk))

        for signal in (comment_removed, comment_edited):
            signal.connect(hear)
            self.addCleanup(signal.disconnect, hear)
        self.erase(Text.KEEP)
        self.assertIn((comment_edited, self.kept.pk), heard)
        self.erase(Text.REMOVE)
        theirs = make_comment(self.post, "Again.", name=NAME, email=ADDRESS)
        self.erase(Text.REMOVE)
        self.assertIn((comment_removed, theirs.pk), heard)
        self.assertNotIn(NAME, str(getattr(cache, "_cache", {})))

    def test_readers_see_no_name_any_more(self):
        url = self.post.get_url()
        self.assertContains(self.client.get(url), NAME)
        self.erase(Text.KEEP)
        response = self.client.get(url)
        self.assertNotContains(response, NAME)
        self.assertContains(response, "A reader")
        self.assertContains(response, SECRET)

    def test_withdrawing_everything_leaves_the_person(self):
        Mail.objects.all().delete()
        self.assertEqual(withdraw_all(ADDRESS), 9)
        self.assert_gone(SECRET, "A pending comment")
        self.assertTrue(Commenter.objects.filter(email=ADDRESS).exists())
        self.assertEqual(withdraw_all(ADDRESS), 0)

    def test_twice_is_once(self):
        self.assertIsNotNone(self.erase(Text.REMOVE))
        self.assertIsNone(self.erase(Text.REMOVE))

    def test_the_waiting_question_for_proof_goes_too(self):
        comment = make_comment(
            self.post, "New.", status="pending", name=NAME, email=ADDRESS, reasons=[]
        )
        self.assertTrue(ask_for_proof(comment))
        self.erase(Text.REMOVE)
        self.assertFalse(Mail.objects.filter(kind="comment-proof").exists())

    @override_settings(HAS_MAIL_SERVER=False)
    def test_it_works_without_a_mail_server(self):
        self.erase(Text.REMOVE)
        self.assert_gone(ADDRESS, NAME, SECRET)
        self.assertEqual(mail.outbox, [])

    def test_an_address_with_signs_of_a_pattern_erases_only_itself(self):
        make_comment(self.post, "Under.", name="U", email="zephyrin_@mail.example")
        make_comment(self.post, "Percent.", name="P", email="%@mail.example")
        erase_reader("zephyrin_@mail.example", Text.REMOVE)
        erase_reader("%@mail.example", Text.REMOVE)
        self.assertTrue(Comment.objects.filter(pk=self.kept.pk, email__iexact=ADDRESS).exists())
        self.assertTrue(connection.vendor in ("sqlite", "postgresql"))
