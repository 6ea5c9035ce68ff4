"""What must never be in the database, refused by the database itself."""

from django.db import IntegrityError, transaction
from django.db.models import RestrictedError
from django.test import TestCase
from django.utils import timezone

from blog.comments.models import Comment
from blog.comments.querysets import count_comments_of, published_counts
from home.setup import lay_out_journal
from tests.factories.comments import make_comment, make_in_every_state
from tests.factories.posts import make_post


class ConstraintTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.post = make_post(lay_out_journal().journal)
        cls.first = make_comment(cls.post)

    def assert_refused(self, constraint, **fields):
        fields = {"page": self.post, "name": "Wren", "body": "Words."} | fields
        with self.assertRaises(IntegrityError) as caught, transaction.atomic():
            Comment.objects.create(**fields)
        # SQLite names the columns of a unique constraint, PostgreSQL the constraint.
        named = str(caught.exception)
        self.assertTrue(any(word in named for word in constraint.split()), named)

    def test_half_stars_outside_1_to_10(self):
        for half_stars in (0, 11):
            self.assert_refused("comment_half_stars_are_1_to_10", half_stars=half_stars)

    def test_published_without_a_date(self):
        self.assert_refused("published_comments_have_a_date", status="published")

    def test_an_answer_without_a_thread_and_a_thread_without_a_parent(self):
        constraint = "answers_and_only_answers_have_a_thread"
        self.assert_refused(constraint, parent=self.first)
        self.assert_refused(constraint, thread=self.first)

    def test_an_erased_comment_with_a_name(self):
        self.assert_refused("erased_comments_hold_nothing_personal", status="erased")

    def test_the_same_submission_or_ticket_twice(self):
        for field in ("submission_key", "ticket_nonce"):
            make_comment(self.post, **{field: "once"})
            self.assert_refused(f"one_comment_per {field}", **{field: "once"})

    def test_a_comment_does_not_take_its_answers_with_it(self):
        make_comment(self.post, parent=self.first)
        with self.assertRaises(RestrictedError):
            self.first.delete()

    def test_a_page_takes_its_comments_with_it(self):
        answer = make_comment(self.post, parent=self.first)
        make_comment(self.post, parent=answer)
        self.post.delete()
        self.assertFalse(Comment.objects.exists())


class QuerySetTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        journal = lay_out_journal().journal
        cls.posts = [make_post(journal, f"Essay {n}") for n in range(3)]
        cls.states = make_in_every_state(cls.posts[0])
        cls.removed = make_comment(
            cls.posts[0], status="hidden", published_at=timezone.now(), minutes=5
        )

    def test_published(self):
        self.assertEqual(list(Comment.objects.published()), [self.states["published"]])

    def test_awaiting(self):
        self.assertEqual(list(Comment.objects.awaiting()), [self.states["pending"]])

    def test_a_thread_is_what_is_or_was_visible(self):
        expected = [self.states["published"], self.removed]
        self.assertEqual(list(Comment.objects.in_thread()), expected)

    def test_counts_of_many_pages_take_one_query(self):
        ids = [post.pk for post in self.posts]
        with self.assertNumQueries(1):
            self.assertEqual(published_counts(ids), {ids[0]: 1, ids[1]: 0, ids[2]: 0})
        with self.assertNumQueries(1):
            posts = count_comments_of(self.posts)
        self.assertEqual([post.published_comment_count for post in posts], [1, 0, 0])
