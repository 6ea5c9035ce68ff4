"""Who posts: whose device is known, who is not heard here, and what is for the author alone."""

from datetime import timedelta
from types import SimpleNamespace

import time_machine
from django.test import override_settings
from django.utils import timezone

from blog.comments.commenters.device import COOKIE, remember_device
from blog.comments.commenters.rows import get_commenter
from blog.comments.models import Comment, Commenter, CommentSettings
from blog.lib.tickets import issue_ticket
from tests.factories.comments import make_comment

from .posting import PostingTestCase

NOW = timezone.now


class DeviceTests(PostingTestCase):
    def setUp(self):
        CommentSettings.objects.create(site=self.pages.site, policy="suspicious")
        self.commenter = get_commenter("orla@mail.example", "Orla")
        Commenter.objects.filter(pk=self.commenter.pk).update(proved_at=NOW())
        kept = {}
        response = SimpleNamespace(
            set_cookie=lambda name, value, **options: kept.update({name: value})
        )
        remember_device(response, self.commenter, is_secure=False)
        self.client.cookies[COOKIE] = kept[COOKIE]

    def test_another_address_than_the_proved_one_proves_nothing(self):
        self.send(email="other@mail.example")
        self.assertFalse(Comment.objects.get().is_proved)

    def test_a_device_counts_only_where_a_browser_vouches_for_the_post(self):
        self.send(headers={})
        self.assertFalse(Comment.objects.get().is_proved)

    def test_a_cookie_that_we_did_not_sign_proves_nothing(self):
        self.client.cookies[COOKIE] = "x" + self.client.cookies[COOKIE].value
        self.send()
        self.assertFalse(Comment.objects.get().is_proved)

    def test_the_proved_address_however_it_is_typed_is_proved(self):
        self.send(email=" ORLA@Mail.Example ", body="The chairs, held by twelve of them.")
        comment = Comment.objects.get()
        self.assertTrue(comment.is_proved)
        self.assertEqual(comment.status, "published")

    def test_the_answer_to_a_post_sets_no_cookie(self):
        self.assertFalse(self.send().cookies)


class BanTests(PostingTestCase):
    def setUp(self):
        self.commenter = get_commenter("orla@mail.example", "Orla")
        Commenter.objects.filter(pk=self.commenter.pk).update(banned_at=NOW())

    def test_who_is_banned_is_told_and_keeps_the_words(self):
        for email in ("orla@mail.example", "Orla@MAIL.example"):
            response = self.send(email=email)
            self.assert_kept(response, 422)
            self.assertContains(response, "take no replies from this address", status_code=422)

    def test_nobody_else_is(self):
        self.assertEqual(self.send(email="wren@mail.example").status_code, 303)


class PrivateTests(PostingTestCase):
    def test_it_is_kept_for_the_author_and_never_published_by_any_policy(self):
        CommentSettings.objects.create(site=self.pages.site, policy="suspicious")
        self.send(private="on")
        comment = Comment.objects.get()
        self.assertTrue(comment.is_private)
        self.assertEqual(comment.status, "pending")
        self.assertIn("private", [reason["code"] for reason in comment.reasons])

    def test_the_wish_is_kept_through_a_preview_and_through_errors(self):
        for response in (
            self.send(private="on", action="preview"),
            self.send(private="on", name=""),
        ):
            self.assertRegex(response.content.decode(), r'name="private" checked')
        self.assertContains(
            self.send(private="on", ticket=""),
            "Only the author and those who moderate here will read it.",
        )

    def test_the_same_words_for_all_and_for_the_author_are_two_comments(self):
        ticket = issue_ticket(f"comment on {self.post.pk}")
        self.send(ticket=ticket)
        self.assertContains(self.send(ticket=ticket, private="on"), "This is a preview.")
        self.send(private="on")
        self.assertEqual(Comment.objects.count(), 2)

    def test_the_shared_page_offers_it_unticked(self):
        response = self.client.get(self.post.get_url())
        self.assertContains(
            response,
            '<input type="checkbox" name="private"> '
            "Only for the author and those who moderate here, never published</label>",
        )


class TicketWordsTests(PostingTestCase):
    def test_a_ticket_that_does_not_count_is_explained_where_it_helps(self):
        subject = f"comment on {self.post.pk}"
        with time_machine.travel(NOW() - timedelta(hours=25)):
            old = issue_ticket(subject)
        young = issue_ticket(subject, at_least_seconds=3)
        self.assertContains(self.send(ticket=old), "more than a day")
        self.assertContains(self.send(ticket=young), "That was quick")
        used = issue_ticket(subject)
        self.send(ticket=used, body="The first chairs.")
        self.assertContains(self.send(ticket=used, body="The second chairs."), "sent before")
        for ticket in ("", "forged"):
            response = self.send(ticket=ticket)
            self.assertNotContains(response, "Read it once more")


class FormWordsTests(PostingTestCase):
    def read(self):
        return self.client.get(self.post.get_url()).content.decode()

    def test_the_note_follows_the_policy_of_the_page_in_both_places(self):
        settings = CommentSettings.objects.create(site=self.pages.site, policy="review_all")
        said = {}
        for policy in ("review_all", "review_new", "suspicious"):
            CommentSettings.objects.filter(pk=settings.pk).update(policy=policy)
            note = self.read().partition("Your email address is never shown.")[2].partition("<")[0]
            said[policy] = note.strip()
            self.assertContains(self.send(name=""), said[policy], status_code=422)
        self.assertEqual(len(set(said.values())), 3, said)

    def test_what_mail_is_for_is_said_where_there_is_mail(self):
        with override_settings(HAS_MAIL_SERVER=True):
            self.assertIn("We mail one link to it.", self.read())
            self.assertIn("Every mail has a link that ends it.", self.read())
        with override_settings(HAS_MAIL_SERVER=False):
            self.assertNotIn("We mail one link to it.", self.read())
            self.assertIn("This journal sends no mail yet", self.read())

    def test_the_shared_page_holds_nothing_personal_and_nothing_of_anybodys_session(self):
        before = self.read()
        self.client.cookies[COOKIE] = "anything"
        make_comment(self.post, status="pending")
        self.assertEqual(self.read(), before)
        self.assertNotIn("csrf", before)
        self.assertIn('name="ticket" value=""', before)
        self.assertNotIn(" checked", before)

    def test_nobody_is_led_into_the_field_for_programs(self):
        html = self.read()
        self.assertRegex(
            html,
            r'<p class="vh" aria-hidden="true"><label [^>]+>[^<]+</label><input [^>]*'
            r'name="topic_[0-9a-f]{8}" tabindex="-1" autocomplete="off"',
        )
