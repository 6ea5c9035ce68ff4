"""Ending mails: from the mail program with one click, or on a page with a choice."""

from django.test import Client, override_settings

from blog.comments.actions import erase_comment
from blog.comments.models import Comment, Commenter, ModeratorMail, Notice
from blog.comments.notices.tokens import DecideLink, StopLink, get_decide_url, get_stop_url
from blog.comments.notices.writing import note_submitted
from blog.outbox.models import Mail
from tests.factories.comments import make_comment
from tests.outbox.ground import QUEUE

from .ground import NoticesTestCase, mail_later, make_waiting, make_wish, recipients

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


class StoppingTestCase(NoticesTestCase):
    def setUp(self):
        self.wish = make_wish(self.post)
        self.second = make_wish(self.post, notify="replies", body="Again.", minutes=1)
        self.elsewhere = make_wish(self.other_post)
        self.address = get_stop_url(
            StopLink(person=self.wish.commenter_id, comment=self.wish.pk, page=self.wish.page_id)
        )

    def press(self, scope, action="stop"):
        response = self.client.post(self.address, {"scope": scope, "action": action})
        self.assertEqual(response.status_code, 303)
        return self.client.get(response["Location"])

    def stopped(self):
        rows = Comment.objects.filter(notify_stopped_at__isnull=False).order_by("pk")
        return [row.pk for row in rows]

    def is_all_stopped(self):
        return Commenter.objects.filter(mail_stopped_at__isnull=False).exists()


class RefusalTests(StoppingTestCase):
    def test_looking_changes_nothing(self):
        for method in (self.client.get, self.client.head):
            self.assertEqual(method(self.address).status_code, 200)
        self.assertEqual((self.stopped(), self.is_all_stopped()), ([], False))

    def test_a_forged_or_cut_link_is_not_found(self):
        decide = DecideLink(self.moderator.pk, self.wish.pk, "approve")
        other_kind = get_decide_url(decide).replace("/decide/", "/stop/")
        for address in (self.address[:-9] + "/", "/comments/stop/x%00y/", other_kind):
            for response in (self.client.get(address), self.client.post(address, ONE_CLICK)):
                self.assertEqual(response.status_code, 404)
        self.assertFalse(self.is_all_stopped())

    def test_an_unknown_choice_changes_nothing(self):
        for fields in ({}, {"scope": "all\0"}, {"scope": "x", "action": "resume"}):
            self.assertEqual(self.client.post(self.address, fields).status_code, 303)
        self.assertEqual((self.stopped(), self.is_all_stopped()), ([], False))

    def test_too_much_is_refused(self):
        response = self.client.post(self.address, {"scope": "x" * 70_000})
        self.assertEqual(response.status_code, 413)

    def test_nothing_is_cached_and_no_cookie_set(self):
        response = self.client.get(self.address)
        self.assertIn("no-store", response["Cache-Control"])
        self.assertFalse(response.cookies)
        self.assertContains(response, 'content="noindex"')


class OneClickTests(StoppingTestCase):
    def click(self):
        # As a mail program does: no cookie, no origin, a body of one field.
        return Client(enforce_csrf_checks=True).post(
            self.address, "List-Unsubscribe=One-Click", "application/x-www-form-urlencoded"
        )

    def test_it_ends_everything_and_twice_is_as_once(self):
        for _time in range(2):
            response = self.click()
            self.assertEqual(response.status_code, 200)
            self.assertContains(response, "No more of these mails come to you.")
            self.assertContains(response, "Take it back")
        note_submitted(make_comment(self.post))
        note_submitted(make_comment(self.other_post))
        self.assertEqual(mail_later(), [])

    def test_it_works_from_the_header_of_the_mail(self):
        note_submitted(make_comment(self.post))
        [message] = mail_later()
        self.address = message.extra_headers["List-Unsubscribe"].strip("<>")
        self.click()
        self.assertTrue(self.is_all_stopped())

    def test_from_another_site_it_works_too(self):
        response = self.client.post(
            self.address, ONE_CLICK, headers={"origin": "https://mail.example"}
        )
        self.assertEqual(response.status_code, 200)

    def test_after_the_comment_is_gone(self):
        erase_comment(self.wish, by=self.moderator)
        self.assertEqual(self.click().status_code, 200)
        self.assertTrue(self.is_all_stopped())

    def test_after_the_reader_is_forgotten(self):
        Commenter.objects.all().delete()
        self.assertContains(self.click(), "Nothing is known here any more")

    def test_after_the_address_was_merged(self):
        other = Commenter.objects.create(email="orla@work.example")
        Commenter.objects.filter(pk=self.wish.commenter_id).update(merged_into=other)
        self.click()
        self.assertEqual(Commenter.objects.filter(mail_stopped_at=None).count(), 0)


class ChoiceTests(StoppingTestCase):
    def told_after(self, page):
        note_submitted(make_comment(page))
        return recipients(mail_later())

    def test_one_comment(self):
        page = self.press("comment")
        self.assertEqual(self.stopped(), [self.wish.pk])
        self.assertContains(page, "These mails have ended.", count=1)
        self.assertEqual(self.told_after(self.post), [])
        self.assertEqual(self.told_after(self.other_post), ["orla@mail.example"])

    def test_one_essay(self):
        page = self.press("essay")
        self.assertEqual(self.stopped(), [self.wish.pk, self.second.pk])
        self.assertContains(page, "Everything on “Held down”")
        self.assertEqual(self.told_after(self.post), [])
        self.assertEqual(self.told_after(self.other_post), ["orla@mail.example"])

    def test_everything(self):
        self.press("everything")
        self.assertEqual(self.told_after(self.post), [])
        self.assertEqual(self.told_after(self.other_post), [])

    def test_each_can_be_taken_back(self):
        for scope in ("comment", "essay", "everything"):
            with self.subTest(scope):
                self.press(scope)
                self.press(scope, "resume")
                self.assertEqual((self.stopped(), self.is_all_stopped()), ([], False))
        self.wish.refresh_from_db()
        self.assertEqual((self.wish.notify, self.second.notify), ("all", "replies"))
        self.assertEqual(self.told_after(self.post), ["orla@mail.example"])

    def test_nobody_elses_mails_end(self):
        make_wish(self.post, "ana@mail.example")
        for scope in ("comment", "essay", "everything"):
            self.press(scope)
        self.assertEqual(self.told_after(self.post), ["ana@mail.example"])

    def test_a_link_of_one_reader_ends_no_comment_of_another(self):
        ana = make_wish(self.post, "ana@mail.example")
        self.address = get_stop_url(StopLink(person=self.wish.commenter_id, comment=ana.pk))
        self.press("comment")
        self.assertEqual(self.stopped(), [])


class AccountTests(NoticesTestCase):
    """A moderator's mails end in the same way."""

    def test_one_click_and_back_to_what_was_chosen(self):
        ModeratorMail.objects.create(user=self.moderator, frequency="daily")
        note_submitted(make_waiting(self.post))
        [message] = mail_later()
        note_submitted(make_waiting(self.post))
        address = message.extra_headers["List-Unsubscribe"].strip("<>")
        self.assertContains(self.client.post(address, ONE_CLICK), "Comments that wait")
        row = ModeratorMail.objects.get()
        self.assertEqual(row.frequency, "never")
        self.assertFalse(Notice.objects.filter(mailed_at=None).exists())
        self.client.post(address, {"scope": "everything", "action": "resume"})
        row.refresh_from_db()
        self.assertEqual(row.frequency, "daily")
        self.assertIsNotNone(row.last_mailed_at)

    def test_an_account_that_is_gone(self):
        address = get_stop_url(StopLink(user=999_999))
        self.assertContains(self.client.post(address, ONE_CLICK), "Nothing is known here")


class QueuedTests(NoticesTestCase):
    """What lies in the outbox when somebody ends everything."""

    def test_a_mail_that_still_waits_is_not_sent(self):
        with override_settings(TASKS=QUEUE):
            wish = make_wish(self.post)
            note_submitted(make_comment(self.post))
            mail_later()
        address = get_stop_url(StopLink(person=wish.commenter_id, comment=wish.pk))
        self.client.post(address, ONE_CLICK)
        self.assertEqual(Mail.objects.get().state, "cancelled")
