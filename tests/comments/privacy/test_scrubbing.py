"""What erasing a reader leaves alone: mails and log entries of other people."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import ModelLogEntry

from blog.comments import actions
from blog.comments.models import Commenter, Notice
from blog.comments.privacy.erasing import Text, erase_reader
from blog.comments.privacy.scrubbing import blot_out
from blog.outbox.actions import queue_mail
from blog.outbox.models import Mail
from tests.comments.admin import AdminTestCase
from tests.comments.commenters.readers import make_reader
from tests.factories.comments import make_comment

ADDRESS = "h@mail.example"
URL = "https://journal.example/http/#comment-1"


class ScrubTestCase(AdminTestCase):
    NAME = "http"

    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.row = make_reader(ADDRESS, name=cls.NAME)
        cls.sub = make_reader("sub@mail.example", name="Sub")
        cls.mine = make_comment(cls.post, "Mine.", name=cls.NAME, email=ADDRESS, is_proved=True)
        cls.other = make_comment(cls.post, "Of another.", name="Ana", email="ana@mail.example")
        cls.answer = make_comment(
            cls.post, "Yes.", name="Ana", email="ana@mail.example", parent=cls.mine
        )

    def queue(self, key, text, *comments, state="waiting", about="", to="sub@mail.example"):
        """Queue a mail that tells somebody of these comments."""
        mail = queue_mail(
            dedupe_key=key, recipient=to, subject="News", text=text, about=about,
            html=f'<p>{text}</p><a href="{URL}">Read</a>', kind="comment-notice",
            not_before=timezone.now() + timedelta(hours=1),
        )  # fmt: skip
        for comment in comments:
            Notice.objects.create(
                comment=comment, commenter=self.sub, kind="new", mail=mail,
                mailed_at=timezone.now(),
            )  # fmt: skip
        sent_at = timezone.now() if state == "sent" else None
        Mail.objects.filter(pk=mail.pk).update(state=state, sent_at=sent_at)
        return mail

    def erase(self, text=Text.REMOVE):
        with self.captureOnCommitCallbacks(execute=True):
            return erase_reader(ADDRESS, text)

    def is_there(self, mail):
        return Mail.objects.filter(pk=mail.pk).exists()

    def is_told_again(self, comment):
        notice = Notice.objects.get(comment=comment, commenter=self.sub)
        return (notice.mail, notice.mailed_at) == (None, None)


class MailTests(ScrubTestCase):
    def test_mails_about_others_stay_as_they_are_whatever_the_name(self):
        text = f"Ana wrote http and more: {URL}"
        self.queue("sent", text, self.other, state="sent")
        self.queue("waits", text)
        before = list(Mail.objects.order_by("pk").values())
        self.erase()
        self.assertEqual(list(Mail.objects.order_by("pk").values()), before)

    def test_sent_mails_that_quote_them_are_deleted(self):
        by_notice = self.queue("notice", "http wrote", self.mine, self.other, state="sent")
        by_about = self.queue("about", "Mine.", about=f"comment:{self.mine.pk}", state="sent")
        self.erase(Text.KEEP)
        self.assertFalse(self.is_there(by_notice) or self.is_there(by_about))
        self.assertFalse(self.is_told_again(self.other))

    def test_a_waiting_mail_that_quotes_them_goes_and_of_the_others_is_told_again(self):
        mail = self.queue("waits", "Ana and http wrote.", self.mine, self.other)
        self.erase()
        self.assertFalse(self.is_there(mail))
        self.assertTrue(self.is_told_again(self.other))
        self.assertFalse(Notice.objects.filter(comment=self.mine).exists())

    def test_so_it_is_when_the_words_stay(self):
        mail = self.queue("waits", "Ana and http wrote.", self.mine, self.other)
        self.erase(Text.KEEP)
        self.assertFalse(self.is_there(mail))
        self.assertTrue(self.is_told_again(self.other))

    def test_a_waiting_mail_about_an_answer_that_names_them_is_told_again(self):
        mail = self.queue("answer", "Ana answered http", self.answer)
        self.erase()
        self.assertFalse(self.is_there(mail))
        self.assertTrue(self.is_told_again(self.answer))

    def test_a_mail_about_an_answer_with_the_name_in_addresses_alone_stays(self):
        mail = self.queue("answer", f"Ana answered: {URL} and https", self.answer, state="sent")
        before = Mail.objects.values().get(pk=mail.pk)
        self.erase()
        self.assertEqual(Mail.objects.values().get(pk=mail.pk), before)

    def test_a_sent_mail_about_an_answer_that_names_them_is_deleted(self):
        mail = self.queue("answer", "Ana answered http", self.answer, state="sent")
        self.erase()
        self.assertFalse(self.is_there(mail))

    def test_the_address_is_found_everywhere_and_whole(self):
        sent = self.queue("sent", f"Write to <{ADDRESS.upper()}>.", self.other, state="sent")
        waits = self.queue("waits", f"Write to {ADDRESS}.")
        longer = self.queue("longer", f"rut{ADDRESS}, x.{ADDRESS}, {ADDRESS}.org", state="sent")
        self.erase()
        self.assertFalse(self.is_there(sent))
        self.assertEqual(Mail.objects.get(pk=waits.pk).text, "Write to ….")
        self.assertTrue(self.is_there(longer))

    def test_what_is_blotted_breaks_no_markup(self):
        html = f'<p class="p">A p &amp; amp <a href="{URL}">http</a> &lt;p&gt;</p>'
        self.assertEqual(
            blot_out(html, ["p", "amp", "http"]),
            f'<p class="p">A … &amp; … <a href="{URL}">…</a> &lt;…&gt;</p>',
        )
        self.assertEqual(blot_out("By A &amp; B.", ["A & B"]), "By ….")


class LogTests(ScrubTestCase):
    NAME = "Comment"

    def test_the_log_of_others_stays_whatever_the_name(self):
        moderator = self.people["moderator"]
        actions.hide_comment(self.other, by=moderator)
        actions.hide_comment(self.mine, by=moderator)
        entries = ModelLogEntry.objects.filter(object_id=str(self.other.pk))
        entries.update(data={"kept": 1})
        before = list(entries.order_by("pk").values())
        self.assertTrue(before)
        self.erase()
        self.assertEqual(list(entries.order_by("pk").values()), before)

    def test_their_own_entries_keep_ids_alone(self):
        actions.hide_comment(self.mine, by=self.people["moderator"])
        ModelLogEntry.objects.update(label="Comment (1)", data={"title": "Comment"})
        self.erase()
        entry = ModelLogEntry.objects.get(object_id=str(self.mine.pk), action="comments.hidden")
        self.assertEqual((entry.label, entry.data), (f"Comment {self.mine.pk}", {}))

    def test_a_label_that_is_the_address_goes(self):
        actions.hide_comment(self.other, by=self.people["moderator"])
        ModelLogEntry.objects.update(label=ADDRESS.upper())
        self.erase()
        self.assertFalse(ModelLogEntry.objects.filter(label__iexact=ADDRESS).exists())
        self.assertFalse(Commenter.objects.filter(email=ADDRESS).exists())
