"""A reader posts: what is refused, and what is kept of it."""

import re
from datetime import timedelta

import time_machine
from django.utils import timezone
from django.utils.html import escape

from blog.accounts.models import Author, User
from blog.comments.models import Comment, CommentSettings
from blog.lib.tickets import issue_ticket
from tests.factories.comments import make_comment
from tests.factories.posts import make_post, make_private, make_scheduled_post

from .posting import PostingTestCase


class RefusalTests(PostingTestCase):
    def test_a_page_that_nobody_may_read_is_404_and_the_words_can_be_copied(self):
        journal = self.pages.journal
        unseen = {
            "draft": make_post(journal, "A draft", live=False),
            "future": make_scheduled_post(journal),
            "private": make_private(make_post(journal, "Private")),
            "gone": 999_999,
            "beyond every id": 2**63,
            "without comments": self.pages.about,
            "root": 1,
        }
        for name, page in unseen.items():
            with self.subTest(name):
                self.assert_kept(self.send(page), 404)

    def test_a_page_below_a_private_one_is_404(self):
        make_private(self.pages.journal)
        self.assert_kept(self.send(), 404)

    def test_a_post_from_another_site_is_refused_and_the_words_can_be_copied(self):
        words = "Chairs </textarea><script>alert(1)</script> again."
        for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "null"}):
            with self.subTest(headers), self.assertLogs("django.request", "WARNING") as logs:
                response = self.send(body=words, headers=headers)
                self.assert_kept(response, 403, escape(words))
                self.assertContains(response, "sent from another site.", status_code=403)
                self.assertNotContains(response, "<script>alert", status_code=403)
            self.assertNotIn("Traceback", "".join(logs.output))
        self.assertFalse(Comment.objects.exists())

    def test_more_than_256_kib_is_refused_with_a_sentence(self):
        response = self.send(body="x" * 300_000)
        self.assertContains(response, "5,000 characters fit into a reply", status_code=413)

    def test_only_posts_are_taken(self):
        self.assertEqual(self.client.get(f"/comments/{self.post.pk}/").status_code, 405)

    def test_a_closed_page_keeps_the_words(self):
        closed = make_post(self.pages.journal, "Closed", comments_state="closed")
        hidden = make_post(self.pages.journal, "Hidden", comments_state="hidden")
        for page in (closed, hidden):
            self.assert_kept(self.send(page), 422)
            self.assertContains(self.send(page), "Replies are closed here", status_code=422)

    def test_a_closed_site_keeps_the_words(self):
        CommentSettings.objects.create(site=self.pages.site, policy="closed")
        self.assert_kept(self.send(), 422)

    def test_each_wrong_field_is_named_linked_and_kept(self):
        cases = {
            "Write something first.": ({"body": "   \n "}, "#respond-c", "orla@mail.example"),
            "Say what we may call you": ({"name": " \u200b "}, "#respond-n", "Chairs again."),
            "This needs an @": ({"email": "orla.example"}, "#respond-e", "orla.example"),
            "does not read like an address": ({"email": "a@b"}, "#respond-e", "Chairs again."),
            "At most 80 characters": ({"name": "x" * 81}, "#respond-n", "x" * 81),
        }
        for sentence, (fields, link, kept) in cases.items():
            with self.subTest(sentence):
                response = self.send(**fields)
                self.assert_kept(response, 422, kept)
                html = response.content.decode()
                self.assertIn(sentence, html)
                self.assertRegex(html, rf'<a href="{link}">[^<]*{re.escape(sentence)}')
                self.assertIn('aria-invalid="true"', html)
                self.assertIn("One thing to fix before this can be posted", html)
                self.assertIn('role="alert" tabindex="-1" autofocus', html)

    def test_an_empty_post_has_three_things_to_fix(self):
        response = self.send(body=None, name=None, email=None, parent=None, notify=None)
        self.assertContains(response, "Three things to fix", status_code=422)

    def test_invisible_characters_are_no_words(self):
        for body in ("\u200b\u200d\u2060", "\u202e", "\xa0\u3000", "\t\r\n"):
            response = self.send(body=body)
            self.assertContains(response, "Write something first.", status_code=422)

    def test_too_long_a_text_is_kept_whole(self):
        response = self.send(body="word " * 20_000)
        self.assert_kept(response, 422, "word " * 20_000)
        self.assertContains(response, "99,999 characters long and 5,000 fit", status_code=422)

    def test_exactly_5000_characters_fit_whatever_their_bytes_or_line_ends(self):
        self.assertEqual(self.send(body="🎞" * 5000).status_code, 303)
        self.assertEqual(self.send(body="ab\r\n" * 1666 + "a").status_code, 303)
        self.assertEqual(self.send(body="a" * 5001).status_code, 422)

    def test_nul_and_other_unstorable_characters_are_taken_out_and_shown(self):
        for character in ("\0", "\x01", "\x1b", "\ufffe"):
            response = self.send(body=f"Chairs{character} again.")
            self.assert_kept(response, 422)
            self.assertContains(response, "could not be stored", status_code=422)
            self.assertNotContains(response, character, status_code=422)
        self.assertContains(self.send(name="Or\0la"), 'value="Orla"', status_code=422)
        self.assertEqual(self.send(email="o\0@mail.example").status_code, 422)
        self.assertEqual(self.send(parent="\0").status_code, 422)
        self.assertEqual(self.send(ticket="\0").status_code, 422)

    def test_a_form_feed_from_an_old_program_is_a_line(self):
        self.send(body="One\x0ctwo\x0bthree")
        self.assertEqual(Comment.objects.get().body, "One\ntwo\nthree")

    def test_names_of_people_who_write_here_are_refused_to_guests(self):
        Author.objects.create(name="Ines Halloran", slug="ines-halloran")
        User.objects.create_user("m@mail.example", "secret", display_name="Moira")
        for name in ("Ines Halloran", "ines  HALLORAN", "Inés Halloran", "Ｉnes Halloran",
                     "Ines\u200bHalloran", "\u202eMoira", "M-o-i-r-a", "Moira (author)",
                     "Ines Halloran (author)", "Ines Halloran, author", "Ines Halloran author",
                     "Author Ines Halloran", "Dr. Ines Halloran", "The editor, Ines Halloran",
                     "\u0131nes Halloran",
                     "In\u0435s H\u0430lloran", "\u0399nes Hall\u03bfran",
                     "\u041coira"):  # fmt: skip
            with self.subTest(name):
                response = self.send(name=name)
                self.assert_kept(response, 422)
                self.assertContains(response, "Someone who writes here", status_code=422)
        for name in (
            "Ines",
            "Ines Hallorans",
            "Moira Quinn",
            "Moiras",
            "A Moira",
            "Agnes Halloran",
            "Carines Halloran",
        ):
            with self.subTest(name):
                self.assertEqual(self.send(name=name).status_code, 303)

    def test_an_answer_to_what_is_not_there_begins_anew(self):
        elsewhere = make_comment(make_post(self.pages.journal, "Another"))
        pending = make_comment(self.post, status="pending")
        for parent in (elsewhere.pk, pending.pk, 999_999, "x", "-1", "1e3", "9" * 30, "²"):
            with self.subTest(parent):
                response = self.send(parent=str(parent))
                self.assert_kept(response, 422)
                self.assertContains(response, 'name="parent" value=""', status_code=422)

    def test_an_unknown_wish_for_mail_is_an_error_not_a_crash(self):
        self.assert_kept(self.send(notify="everything"), 422)


class PreviewTests(PostingTestCase):
    def test_a_preview_stores_nothing_and_carries_a_ticket_that_counts(self):
        response = self.send(action="preview", ticket="", body="So *true*, ||he stays||.")
        self.assert_kept(response, 200, "<em>true</em>")
        self.assertContains(response, '<details class="spoiler">')
        self.assertContains(response, "Nothing has been posted yet.")
        ticket = re.search(r'name="ticket" value="([^"]+)"', response.content.decode())[1]
        self.assertEqual(self.send(ticket=ticket).status_code, 303)

    def test_a_post_without_a_good_ticket_is_shown_as_a_preview(self):
        young = issue_ticket(f"comment on {self.post.pk}", at_least_seconds=3)
        foreign = issue_ticket("comment on 1")
        with time_machine.travel(timezone.now() - timedelta(hours=25)):
            old = issue_ticket(f"comment on {self.post.pk}")
        for ticket in ("", "forged", young, foreign, old):
            with self.subTest(ticket):
                response = self.send(ticket=ticket)
                self.assert_kept(response, 200)
                self.assertContains(response, "This is a preview.")

    def test_the_parent_is_kept_through_the_preview(self):
        parent = make_comment(self.post)
        response = self.send(action="preview", parent=str(parent.pk))
        self.assertContains(response, f'name="parent" value="{parent.pk}"')
        self.assertContains(response, "Replying to <bdi>Wren</bdi>")

    def test_what_is_typed_cannot_break_out_of_the_form(self):
        hostile = '"></textarea><script>alert(1)</script>'
        for response in (
            self.send(action="preview", body=hostile, name=hostile),
            self.send(body=hostile, name=hostile, email=hostile, notify=hostile),
        ):
            self.assertNotIn("<script>alert", response.content.decode())
