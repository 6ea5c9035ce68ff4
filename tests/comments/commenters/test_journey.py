"""From a first reply to a device that is known: what readers meet, in their order."""

import re

from django.core import mail
from django.test import override_settings

from blog.comments.commenters.device import COOKIE
from blog.comments.models import Comment, CommentSettings
from tests.comments.posting import SAME_ORIGIN, PostingTestCase

WORDS = {
    1: "In “Held down” nobody sits on the chairs again, and I keep thinking of the light that "
    "moves across the table before one of them speaks: the essay made me see why he waits.",
    2: "My brother was held down like that once, by three people who loved him, and he talks of it "
    "as the day on which he learned to breathe; thank you for writing about the weight of hands.",
}
LINK = re.compile(r"/comments/proof/[^/\s]+/")


class JourneyTests(PostingTestCase):
    def setUp(self):
        CommentSettings.objects.create(site=self.post.get_site(), policy="suspicious")

    def write(self, number, **fields):
        with self.captureOnCommitCallbacks(execute=True):
            self.assertEqual(self.send(body=WORDS[number], **fields).status_code, 303)
        return Comment.objects.order_by("-pk").first()

    def open_mail(self):
        mails = [message for message in mail.outbox if LINK.search(message.body)]
        self.assertEqual(len(mails), 1)
        return LINK.search(mails[0].body).group()

    def press(self, url, comment, **fields):
        data = {"action": "prove", "until": comment.pk} | fields
        return self.client.post(url, data, headers=SAME_ORIGIN)

    def test_one_mail_one_button_and_the_reply_is_there(self):
        comment = self.write(1)
        self.assertTrue(comment.is_awaiting)
        self.press(self.open_mail(), comment)
        comment.refresh_from_db()
        self.assertTrue(comment.is_published)
        self.assertContains(self.client.get(self.post.get_url()), "nobody sits on the chairs again")

    def test_a_remembered_device_is_not_asked_again(self):
        comment = self.write(1)
        self.press(self.open_mail(), comment, remember="1")
        self.assertIn(COOKIE, self.client.cookies)
        second = self.write(2)
        self.assertTrue(second.is_proved)
        self.assertTrue(second.is_published, second.reasons)

    def test_its_cookie_proves_no_other_address(self):
        comment = self.write(1)
        self.press(self.open_mail(), comment, remember="1")
        self.assertFalse(self.write(2, email="other@mail.example").is_proved)

    def test_without_the_tick_the_next_reply_waits_again(self):
        comment = self.write(1)
        self.press(self.open_mail(), comment)
        self.assertEqual(list(self.client.cookies), [])
        second = self.write(2)
        self.assertFalse(second.is_proved or second.is_published)

    @override_settings(HAS_MAIL_SERVER=False)
    def test_without_a_mail_server_a_person_reads_it_and_nothing_is_sent(self):
        comment = self.write(1)
        self.assertTrue(comment.is_awaiting)
        self.assertEqual(mail.outbox, [])

    def test_the_same_post_twice_asks_once(self):
        for _ in range(2):
            self.write(1)
        self.open_mail()
        self.assertEqual(Comment.objects.count(), 1)

    def test_the_receipt_speaks_of_the_mail_until_it_is_of_no_use(self):
        url = self.send(body=WORDS[1]).url
        words = "Look into your mail"
        self.assertContains(self.client.get(url), words)
        with override_settings(HAS_MAIL_SERVER=False):
            self.assertNotContains(self.client.get(url), words)
        Comment.objects.update(is_proved=True)
        self.assertNotContains(self.client.get(url), words)
        self.assertContains(self.client.get(url), 'href="/comments/me/"')
