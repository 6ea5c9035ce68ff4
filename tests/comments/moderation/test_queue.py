"""What the queue shows, in which order, and how it is looked through."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.comments.models import Comment
from blog.comments.reasons import make_reason
from tests.factories.comments import make_comment, make_in_every_state
from tests.factories.posts import make_post, make_private, make_scheduled_post

from .desk import DeskTestCase, change_words, report


class WhatWaitsTests(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.states = make_in_every_state(cls.post, minutes=10)
        cls.reported = make_comment(cls.post, "Reported.", minutes=30)
        report(cls.reported)
        cls.changed = make_comment(cls.post, "Changed.", minutes=20)
        change_words(cls.changed)

    def setUp(self):
        self.enter("moderator")

    def test_what_waits_comes_first_reported_then_oldest_and_nothing_else(self):
        self.assertEqual(
            self.bodies(),
            ["Reported.", "Waiting elsewhere.", "Waiting at home.", "A pending comment."]
            + ["Changed."],
        )

    def test_what_was_hidden_since_waits_no_more(self):
        Comment.objects.filter(pk=self.changed.pk).update(status="hidden")
        self.assertNotIn("Changed.", self.bodies())

    def test_each_state_newest_first_and_everything(self):
        self.assertEqual(self.bodies("?status=spam"), ["A spam comment."])
        self.assertEqual(self.bodies("?status=published")[:2], ["Reported.", "Changed."])
        self.assertEqual(len(self.bodies("?status=all")), Comment.objects.count())

    def test_the_order_can_be_chosen(self):
        newest = self.bodies("?status=all&ordering=-created_at")
        oldest = self.bodies("?status=all&ordering=created_at")
        self.assertEqual(newest, oldest[::-1])
        self.assertEqual(self.bodies("?ordering=email"), self.bodies())

    def test_what_is_looked_for_is_looked_for_everywhere(self):
        self.assertEqual(self.bodies("?q=hidden"), ["A hidden comment."])
        self.assertEqual(self.bodies("?q=hidden&status=waiting"), [])

    def test_nothing_is_shown_for_a_filter_that_makes_no_sense(self):
        for query in ("?page=999999", "?status=x&page=abc", "?created_at_from=yesterday"):
            self.assertEqual(self.bodies(query), [], query)
        self.assertEqual(self.see("?q=%00").status_code, 200)
        self.assertEqual(self.see("?person=%F0%9F%98%80").status_code, 200)
        self.assertEqual(self.see("?person=" + "9" * 40).status_code, 200)

    def test_an_empty_queue_says_so(self):
        Comment.objects.update(status="rejected", reported_at=None)
        self.assertContains(self.see(), "Nothing waits. All is read and decided.")

    def test_an_author_has_nothing_that_waits_and_sees_all_at_home(self):
        self.enter("author")
        self.assertEqual(self.bodies(), ["Seen at home.", "Waiting at home."])
        response = self.see("?status=waiting")
        self.assertNotContains(response, 'data-queue-key="a"')
        self.assertNotContains(response, "data-bulk-action-checkbox")
        self.assertNotContains(response, "queue.js")

    def test_drafts_future_and_private_pages_are_in_the_queue_too(self):
        draft = make_post(self.journal, "Draft", live=False)
        future = make_scheduled_post(self.journal, "Future")
        private = make_private(make_post(self.journal, "Private"))
        for page in (draft, future, private):
            make_comment(page, f"On {page.title}.", status="pending", minutes=90)
        shown = self.bodies()
        for title in ("Draft", "Future", "Private"):
            self.assertIn(f"On {title}.", shown)
        self.assertNotContains(self.see(), 'href="?comment=')


class FilterTests(DeskTestCase):
    def setUp(self):
        self.enter("owner")

    def test_by_person_number_name_or_address(self):
        other = make_comment(self.post, "Hers.", name="Orla", email="orla@mail.example").commenter
        self.assertEqual(self.bodies(f"?person={other.pk}"), ["Hers."])
        self.assertEqual(self.bodies("?person=orla%40mail"), ["Hers."])
        self.assertEqual(self.bodies("?person=ORL"), ["Hers."])
        self.assertEqual(self.bodies(f"?person={other.pk + 99}"), [])

    def test_by_reason_of_the_comment_or_of_new_words(self):
        make_comment(self.post, "Held.", status="pending", reasons=[make_reason("newcomer", "x")])
        make_comment(
            self.post, "Says so.", status="pending",
            reasons=[make_reason("policy", '"code": "newcomer"')],
        )  # fmt: skip
        change_words(self.own_published, reasons=[make_reason("newcomer")])
        self.assertEqual(sorted(self.bodies("?reason=newcomer")), ["Held.", "Seen at home."])

    def test_by_reports_open_or_ever(self):
        report(self.own_published)
        old = make_comment(self.post, "Long ago.")
        for _time in range(2):
            report(old)
        Comment.objects.filter(pk=old.pk).update(reported_at=None)
        self.assertEqual(self.bodies("?reported=open"), ["Seen at home."])
        self.assertEqual(sorted(self.bodies("?reported=ever")), ["Long ago.", "Seen at home."])

    def test_by_day(self):
        day = (timezone.now() - timedelta(days=3)).date()
        make_comment(self.post, "Lately.", minutes=60 * 24 * 28)
        self.assertEqual(self.bodies(f"?created_at_from={day}"), ["Lately."])

    def test_pages_are_offered_by_their_kind(self):
        html = self.see().content.decode()
        self.assertIn('<optgroup label="Essays">', html)
        self.assertEqual(self.bodies(f"?page={self.post.pk}"), ["Waiting elsewhere."])


class RowTests(DeskTestCase):
    def setUp(self):
        self.enter("moderator")

    def test_a_row_says_who_where_and_why(self):
        parent = make_comment(self.post, "Asked.", name="Tomasz")
        make_comment(
            self.post, "Held ||of the door||.", status="pending", parent=parent, name="Orla",
            reasons=[make_reason("newcomer", "Two links.")], spam_score=0.834, half_stars=None,
        )  # fmt: skip
        response = self.see()
        for words in (
            "Orla", "Tomasz", "“Asked.”", "answers under “By nobody”", "Two links.",
            "Likeness to spam: 83 of 100.", "Address not proved",
            "published: 2, rejected: 0, spam: 0",
        ):  # fmt: skip
            self.assertContains(response, words)
        self.assertContains(response, '<details class="spoiler" open>')

    def test_reports_are_quoted_to_moderators_alone(self):
        report(self.own_published, "spoiler", "It tells who <b>did</b> it.")
        self.assertContains(self.see(), "“It tells who &lt;b&gt;did&lt;/b&gt; it.”")
        self.enter("author")
        self.assertNotContains(self.see(), "It tells who")

    def test_new_words_stand_beside_the_old_with_the_difference_marked(self):
        comment = make_comment(self.post, "The door was green.")
        change_words(comment, "The door was red.", reasons=[make_reason("policy")])
        response = self.see()
        self.assertContains(response, "The door was <del>green</del>.")
        self.assertContains(response, "The door was <ins>red</ins>.")
        self.assertContains(response, 'value="accept"')
        self.assertContains(response, "A person reads every reply here before it appears.")

    def test_a_private_note_is_marked_and_cannot_be_approved(self):
        make_comment(self.post, "To you.", status="pending", is_private=True, name="Orla")
        html = self.see("?q=To+you").content.decode()
        self.assertIn("For the author alone", html)
        self.assertIn('value="note"', html)
        self.assertNotIn('value="approve"', html)
        self.assertRegex(html, 'value="note" data-queue-key="a" aria-keyshortcuts="a"')
        self.assertEqual(html.count('data-queue-key="a"'), 1)

    def test_the_script_has_words_for_each_key_without_a_button(self):
        html = self.see().content.decode()
        for key in "arse":
            self.assertRegex(html, rf'data-nothing-{key}="Nothing to [a-z ]+ here\."')
        self.assertRegex(html, r'data-final="[^"]+ cannot be taken back\."')
        self.assertRegex(html, r'data-none="[^"]+\."')

    def test_a_key_stands_on_one_button_of_a_row(self):
        report(self.own_published)
        change_words(self.own_published)
        html = self.see("?reported=open").content.decode()
        for key in "ars":
            self.assertEqual(html.count(f'data-queue-key="{key}"'), 1, key)

    def test_the_number_of_queries_is_the_same_for_3_and_13_rows(self):
        Comment.objects.all().delete()
        self.fill(3)
        few = self.count_queries()
        self.fill(10)
        self.assertEqual(len(self.bodies()), 13)
        self.assertEqual(self.count_queries(), few)

    def fill(self, number):
        """Make rows that have everything a row can have."""
        for index in range(number):
            email = f"r{Comment.objects.count()}@mail.example"
            page = self.post if index % 2 else self.own
            parent = make_comment(page, "Asked.", author=self.people["owner"])
            comment = make_comment(page, "Row.", parent=parent, email=email, masked=["Row"])
            report(comment, text="Why.")
            change_words(comment, reasons=[make_reason("policy")])
            private = {"status": "pending", "is_private": True} if index % 3 == 0 else {}
            Comment.objects.filter(pk=comment.pk).update(**private)

    def count_queries(self):
        self.see()
        with CaptureQueriesContext(connection) as queries:
            self.see()
        return len(queries)
