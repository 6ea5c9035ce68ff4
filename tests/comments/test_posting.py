"""A reader posts: what is refused, what is kept, what is stored once."""

import re
from datetime import timedelta
from unittest import mock

import time_machine
from django.test import TestCase
from django.utils import timezone

from blog.accounts.models import Author, User
from blog.comments.forms import make_honeypot_name
from blog.comments.models import Comment, CommentSettings
from blog.comments.signals import comment_approved, comment_submitted
from blog.lib.tickets import issue_ticket
from home.setup import lay_out_journal
from tests.factories.comments import make_comment
from tests.factories.posts import make_post, make_private, make_scheduled_post

SAME_ORIGIN = {"sec-fetch-site": "same-origin"}


class PostingTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.pages = lay_out_journal()
        cls.post = make_post(cls.pages.journal, "Held down", prompt="What did you hold?")

    def send(self, page=None, *, ticket=None, headers=SAME_ORIGIN, **fields):
        """Post a comment with a valid ticket unless told otherwise; None leaves a field out."""
        page_id = getattr(page, "pk", page) or self.post.pk
        if ticket is None:
            ticket = issue_ticket(f"comment on {page_id}")
        fields = {
            "name": "Orla", "email": "orla@mail.example", "body": "Chairs again.",
            "parent": "", "notify": "", "action": "post", "ticket": ticket,
        } | fields  # fmt: skip
        fields = {name: value for name, value in fields.items() if value is not None}
        return self.client.post(f"/comments/{page_id}/", fields, headers=headers)

    def assert_kept(self, response, status, words="Chairs again."):
        """The answer has this status, shows the words again, and nothing was stored."""
        self.assertContains(response, words, status_code=status)
        self.assertFalse(Comment.objects.filter(name="Orla").exists())
        self.assertNotIn("Set-Cookie", response.headers)


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

    def test_a_post_from_another_site_is_refused(self):
        response = self.send(headers={"sec-fetch-site": "cross-site"})
        self.assertContains(response, "This form was sent from another site.", status_code=403)
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
                     "Ines\u200bHalloran", "\u202eMoira", "M-o-i-r-a"):  # fmt: skip
            with self.subTest(name):
                response = self.send(name=name)
                self.assert_kept(response, 422)
                self.assertContains(response, "Someone who writes here", status_code=422)
        self.assertEqual(self.send(name="Ines").status_code, 303)

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


class StoredTests(PostingTestCase):
    def test_a_comment_waits_and_its_writer_is_sent_to_see_it(self):
        response = self.send(notify="replies")
        comment = Comment.objects.get()
        self.assertEqual(response.status_code, 303)
        self.assertRegex(response.url, r"^/comments/mine/[\w:-]+/$")
        self.assertEqual((comment.status, comment.page_id), ("pending", self.post.pk))
        self.assertEqual(comment.reasons, [{"code": "policy", "detail": ""}])
        self.assertEqual(comment.notify, "replies")
        self.assertNotIn("Set-Cookie", response.headers)

    def test_no_address_of_a_machine_is_stored(self):
        self.client.defaults["REMOTE_ADDR"] = "203.0.113.9"
        self.send()
        row = Comment.objects.values().get()
        self.assertNotIn("203.0.113", str(row))
        self.assertRegex(row["visitor_hash"], "^[0-9a-f]{64}$")

    def test_an_answer_knows_its_parent_and_its_thread(self):
        first = make_comment(self.post)
        second = make_comment(self.post, parent=first)
        self.send(parent=str(second.pk))
        comment = Comment.objects.get(name="Orla")
        self.assertEqual((comment.parent, comment.thread), (second, first))

    def test_the_field_for_programs_holds_the_comment_and_says_why(self):
        self.send(**{make_honeypot_name(self.post.pk): "https://casino.example"})
        codes = [reason["code"] for reason in Comment.objects.get().reasons]
        self.assertEqual(codes, ["policy", "honeypot"])

    def test_a_post_without_a_browsers_signs_waits_for_that_too(self):
        self.assertEqual(self.send(headers={}).status_code, 303)
        codes = [reason["code"] for reason in Comment.objects.get().reasons]
        self.assertEqual(codes, ["policy", "no_browser"])

    def test_strings_of_every_script_are_stored_as_they_are(self):
        for body in ("שלום עולם", "مرحبا‎ ‏بالعالم", "👩‍👩‍👧‍👦", "Z̸͎a̷l̴g̵o", "ﷺ", "\u202eabc", "𝕳𝖎"):
            with self.subTest(body):
                self.assertEqual(self.send(body=body).status_code, 303)
                self.assertTrue(Comment.objects.filter(body=body).exists())

    def test_a_name_loses_marks_that_would_turn_the_page_around(self):
        self.send(name="\u202eOrla\u2066  Byrne\n")
        self.assertEqual(Comment.objects.get().name, "Orla Byrne")


class SignalTests(PostingTestCase):
    def setUp(self):
        self.sent = []
        for signal in (comment_submitted, comment_approved):
            signal.connect(self.receive)
            self.addCleanup(signal.disconnect, self.receive)

    def receive(self, signal, comment, **kwargs):
        self.sent.append((signal, comment.name))

    def test_a_waiting_comment_is_told_once_however_often_it_is_sent(self):
        with self.captureOnCommitCallbacks(execute=True):
            self.send()
            self.send()
        self.assertEqual(self.sent, [(comment_submitted, "Orla")])

    def test_a_comment_that_is_visible_at_once_is_told_as_such_too(self):
        owner = User.objects.create_superuser("i@mail.example", "secret", display_name="Ines")
        self.client.force_login(owner)
        with self.captureOnCommitCallbacks(execute=True):
            self.send()
        self.assertEqual(self.sent, [(comment_submitted, "Ines"), (comment_approved, "Ines")])


class OnceTests(PostingTestCase):
    def test_the_same_post_five_times_is_one_comment(self):
        urls = {self.send().url for _ in range(5)}
        self.assertEqual(Comment.objects.count(), 1)
        self.assertEqual(len({url.split(":")[0] for url in urls}), 1)

    def test_a_second_click_across_the_edges_of_windows_and_days_is_the_same(self):
        with time_machine.travel("2026-11-22T23:59:59+00:00", tick=False) as clock:
            self.send()
            clock.shift(timedelta(seconds=2))
            self.send()
        self.assertEqual(Comment.objects.count(), 1)

    def test_the_same_words_an_hour_later_are_new(self):
        with time_machine.travel("2026-11-22T12:00:00+00:00", tick=False) as clock:
            self.send()
            clock.shift(timedelta(hours=1))
            self.send()
        self.assertEqual(Comment.objects.count(), 2)

    def test_other_words_people_pages_or_parents_are_new(self):
        other = make_post(self.pages.journal, "Another")
        parent = make_comment(self.post)
        self.send()
        self.send(body="Chairs once more.")
        self.send(email="other@mail.example")
        self.send(other)
        self.send(parent=str(parent.pk))
        self.assertEqual(Comment.objects.filter(name="Orla").count(), 5)

    def test_a_ticket_brings_one_comment(self):
        ticket = issue_ticket(f"comment on {self.post.pk}")
        self.assertEqual(self.send(ticket=ticket).status_code, 303)
        self.assertEqual(self.send(ticket=ticket).status_code, 303)
        response = self.send(ticket=ticket, body="And another thing.")
        self.assertContains(response, "This is a preview.")
        self.assertEqual(Comment.objects.count(), 1)

    def test_a_twin_that_is_a_moment_faster_wins(self):
        ticket = issue_ticket(f"comment on {self.post.pk}")
        first = self.send(ticket=ticket)
        # As if the twin had looked before the first one was stored.
        found = [None, Comment.objects.get()]
        with mock.patch("blog.comments.submission._find_earlier", side_effect=found):
            second = self.send(ticket=ticket)
        self.assertEqual(second.status_code, 303)
        self.assertEqual(second.url.split(":")[0], first.url.split(":")[0])
        self.assertEqual(Comment.objects.count(), 1)


class StaffTests(PostingTestCase):
    def setUp(self):
        self.owner = User.objects.create_superuser(
            "ines@mail.example", "secret", display_name="Ines Halloran"
        )
        self.client.force_login(self.owner)

    def test_people_of_the_journal_are_published_at_once_as_themselves(self):
        response = self.send(name="Somebody else", email="not an address", ticket="")
        comment = Comment.objects.get()
        self.assertEqual((comment.name, comment.author), ("Ines Halloran", self.owner))
        self.assertEqual((comment.status, comment.email, comment.reasons), ("published", "", []))
        self.assertEqual(response.status_code, 303)
        self.assertIn(f"?comment={comment.pk}#comment-{comment.pk}", response.url)

    def test_the_byline_is_the_name(self):
        Author.objects.create(user=self.owner, name="I. Halloran", slug="ih")
        self.send()
        self.assertEqual(Comment.objects.get().name, "I. Halloran")

    def test_a_post_that_no_browser_vouches_for_speaks_for_nobody(self):
        self.assertEqual(self.send(headers={}).status_code, 303)
        comment = Comment.objects.get()
        self.assertEqual((comment.status, comment.author, comment.name), ("pending", None, "Orla"))

    def test_a_post_from_another_site_is_refused(self):
        self.assertEqual(self.send(headers={"origin": "https://evil.example"}).status_code, 403)
        self.assertFalse(Comment.objects.exists())

    def test_an_account_that_does_not_work_here_is_a_guest(self):
        self.client.force_login(User.objects.create_user("x@mail.example", "secret"))
        self.send()
        self.assertEqual(Comment.objects.get().status, "pending")


class TicketTests(PostingTestCase):
    def ask(self, page):
        return self.client.get(f"/comments/ticket/?page={page}")

    def test_there_is_none_for_a_page_that_takes_no_comments(self):
        draft = make_post(self.pages.journal, "A draft", live=False)
        for page in ("", "x", draft.pk, self.pages.about.pk, "9" * 30, "²", "-1"):
            self.assertEqual(self.ask(page).status_code, 404, page)

    def test_it_counts_after_three_seconds_and_is_never_cached(self):
        response = self.ask(self.post.pk)
        self.assertIn("no-store", response.headers["Cache-Control"])
        self.assertNotIn("Set-Cookie", response.headers)
        ticket = response.json()["ticket"]
        self.assertEqual(self.send(ticket=ticket).status_code, 200)
        with time_machine.travel(timezone.now() + timedelta(seconds=5)):
            self.assertEqual(self.send(ticket=ticket).status_code, 303)
