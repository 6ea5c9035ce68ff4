"""Notes to the author alone: nobody reads them here, and an answer goes by mail or not at all."""

from django.test import override_settings
from django.utils import timezone

from blog.comments.models import Comment, Commenter, Notice
from tests.factories.comments import make_comment

from .desk import DeskTestCase

NO_MAIL = override_settings(HAS_MAIL_SERVER=False)
MAIL = override_settings(HAS_MAIL_SERVER=True)


class NoteTests(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.note = make_comment(
            cls.own, "To you alone.", status="pending", is_private=True, name="Orla",
            email="orla@mail.example", is_proved=True,
        )  # fmt: skip
        Commenter.objects.filter(pk=cls.note.commenter_id).update(proved_at=timezone.now())

    def say_no(self, sentence):
        """The page says why there is no answer by mail, and posting one sends nothing."""
        page = self.client.get(self.url("inspect", self.note.pk))
        self.assertContains(page, sentence)
        self.assertNotContains(page, 'id="id_body"')
        response = self.answer(self.note, "Thank you.")
        self.assertContains(self.client.get(response.url), sentence)
        self.assertFalse(Notice.objects.filter(kind="answer").exists())
        self.assertEqual(self.status_of(self.note), "pending")

    @NO_MAIL
    def test_without_a_mail_server_the_page_says_so(self):
        self.enter("moderator")
        self.say_no("This journal sends no mail")

    @MAIL
    def test_an_address_that_is_not_proved_is_not_written_to(self):
        Comment.objects.filter(pk=self.note.pk).update(is_proved=False)
        self.enter("moderator")
        self.say_no("The address is not proved, so nothing is mailed to it")

    @MAIL
    def test_who_wants_no_mail_or_left_no_address_gets_none(self):
        self.enter("moderator")
        Commenter.objects.update(mail_stopped_at=timezone.now())
        self.say_no("This reader wants no mail, or is banned.")
        Comment.objects.filter(pk=self.note.pk).update(email="")
        self.say_no("No e-mail address was left")

    @MAIL
    def test_an_empty_answer_is_422(self):
        self.enter("moderator")
        self.assertEqual(self.answer(self.note, " ").status_code, 422)
        self.assertFalse(Notice.objects.filter(kind="answer").exists())

    @MAIL
    def test_the_answer_is_mailed_to_the_writer_alone_and_the_note_put_aside(self):
        for role in ("moderator", "author"):
            Comment.objects.filter(pk=self.note.pk).update(status="pending")
            self.enter(role)
            self.assertEqual(self.answer(self.note, "Thank you, Orla.").status_code, 303)
            notice = Notice.objects.filter(kind="answer").latest("pk")
            self.assertEqual(notice.commenter_id, self.note.commenter_id)
            self.assertTrue(notice.text.startswith("Thank you, Orla."))
            self.assertEqual(self.status_of(self.note), "noted")
            self.assertFalse(self.note.answers.exists())
        self.assertEqual(self.log_of(self.note), ["comments.noted", "comments.answer_mailed"] * 2)
