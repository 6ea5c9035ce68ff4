"""A reader posts: what is stored, once, and who hears of it."""

from datetime import timedelta
from unittest import mock

import time_machine
from django.utils import timezone

from blog.accounts.models import Author, User
from blog.comments.forms import make_honeypot_name
from blog.comments.models import Comment
from blog.comments.signals import comment_approved, comment_submitted
from blog.lib.tickets import issue_ticket
from tests.factories.comments import make_comment
from tests.factories.posts import make_post

from .posting import PostingTestCase


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
        self.assertEqual(codes, ["honeypot", "policy"])

    def test_a_post_without_a_browsers_signs_waits_for_that_too(self):
        self.assertEqual(self.send(headers={}).status_code, 303)
        codes = [reason["code"] for reason in Comment.objects.get().reasons]
        self.assertEqual(codes, ["no_browser", "policy"])

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
        self.assertEqual(len(urls), 1)

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
        self.assertEqual(second.url, first.url)
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
