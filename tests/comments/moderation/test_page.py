"""The page of one comment: what was said around it, by whom, and what was done about it."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.comments.models import Comment, Judgement
from blog.comments.reasons import make_reason
from tests.factories.comments import make_chain, make_comment
from tests.factories.posts import make_post

from .desk import DeskTestCase, report


class PageTests(DeskTestCase):
    def page_of(self, comment):
        return self.client.get(self.url("inspect", comment.pk))

    def test_an_author_learns_nothing_of_what_the_writer_said_elsewhere(self):
        make_comment(self.post, "Said elsewhere.")
        self.enter("author")
        page = self.page_of(self.own_published)
        self.assertNotContains(page, "Said elsewhere.")
        self.assertNotContains(page, "rejected:")
        self.assertContains(page, "Waiting at home.")
        self.assertNotContains(page, "id=all")
        self.enter("moderator")
        self.assertContains(self.page_of(self.own_published), "Said elsewhere.")

    def test_the_chain_of_what_was_said_before_is_quoted_from_the_top(self):
        *above, last = make_chain(self.post, 4)
        make_comment(self.post, "An answer to it.", parent=last, name="Tomasz", status="pending")
        self.enter("moderator")
        html = self.page_of(last).content.decode()
        places = [html.index(comment.body) for comment in above]
        self.assertEqual(places, sorted(places))
        self.assertIn("An answer to it.", html)

    def test_the_essay_is_named_with_what_it_is_about(self):
        post = make_post(self.journal, "On doors", standfirst="Why they are green.")
        comment = make_comment(post, status="pending")
        self.enter("moderator")
        page = self.page_of(comment)
        self.assertContains(page, "Why they are green.")
        self.assertContains(page, f"?page={post.pk}")

    def test_the_last_ten_of_the_same_person_with_their_states(self):
        for number in range(12):
            make_comment(
                self.post, f"Number {number}.", minutes=number, status="spam", name="Orla",
                email="orla@mail.example",
            )  # fmt: skip
        self.enter("moderator")
        html = self.page_of(Comment.objects.get(body="Number 0.")).content.decode()
        self.assertNotIn("Number 1.", html)
        self.assertIn("(Spam):  Number 2.", html)
        self.assertIn("(Spam):  Number 11.", html)

    def test_what_was_done_is_told_with_by_whom_and_how(self):
        Judgement.objects.create(
            comment=self.waiting, how="rules", to_status="pending",
            reasons=[make_reason("newcomer")],
        )  # fmt: skip
        self.enter("moderator")
        ids = self.press(self.waiting, "approve").json()["undo"]
        self.undo(*ids)
        self.answer(self.waiting, "Welcome.")
        page = self.page_of(self.waiting)
        for words in (
            "Waiting (By the rules)", "Comment approved, Moderator Person",
            "Decision taken back, Moderator Person", "what new readers write",
        ):  # fmt: skip
            self.assertContains(page, words)
        answer = self.waiting.answers.get()
        self.assertContains(self.page_of(answer), "Answer published, Moderator Person")

    def test_reports_stand_there_open_and_closed_for_moderators(self):
        report(self.own_published, text="Rude.")
        self.enter("moderator")
        self.press(self.own_published, "keep")
        self.assertContains(self.page_of(self.own_published), "“Rude.”")
        self.assertContains(self.page_of(self.own_published), "closed)")
        self.enter("author")
        self.assertNotContains(self.page_of(self.own_published), "Rude.")

    def test_a_long_thread_asks_no_more_than_a_short_one(self):
        short, long = make_chain(self.post, 3)[-1], make_chain(self.post, 30)[-1]
        self.enter("moderator")
        self.page_of(short)
        with CaptureQueriesContext(connection) as few:
            self.page_of(short)
        with CaptureQueriesContext(connection) as many:
            self.page_of(long)
        self.assertEqual(len(many), len(few))
