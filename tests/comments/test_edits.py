"""New words that wait: what is decided, what the filter learns, and taking back."""

from wagtail.models import ModelLogEntry

from blog.comments import actions
from blog.comments.models import Comment, CommentEdit, SpamToken
from tests.factories.comments import make_comment

from .editing import CLEAN, EditingTestCase


class DecidingTests(EditingTestCase):
    def setUp(self):
        super().setUp()
        self.comment = self.make_new("He ||leaves|| at the end.", status="published")
        self.edit(self.comment, "He leaves early.")
        self.waiting = CommentEdit.objects.get()

    def logged(self):
        entries = ModelLogEntry.objects.filter(action__startswith="comments.edit")
        return [(entry.action, entry.user) for entry in entries]

    def test_accepted_words_take_the_place_of_the_old_ones(self):
        self.assertTrue(self.call(actions.accept_edit, self.waiting, self.moderator))
        self.comment.refresh_from_db()
        self.assertEqual(self.comment.body, "He leaves early.")
        self.assertEqual(self.comment.edited_at, self.waiting.created_at)
        self.assertEqual(self.sent, [("edited", self.comment.pk)])
        self.assertEqual(self.logged(), [("comments.edit_accepted", self.moderator)])
        self.assertFalse(actions.accept_edit(self.waiting, self.moderator))

    def test_passages_marked_by_an_editor_stay_marked_where_they_still_stand(self):
        masked = ["at the end", "leaves"]
        Comment.objects.filter(pk=self.comment.pk).update(masked=masked)
        actions.accept_edit(self.waiting, self.moderator)
        self.comment.refresh_from_db()
        self.assertEqual(self.comment.masked, ["leaves"])

    def test_refused_words_leave_the_old_ones(self):
        self.assertTrue(self.call(actions.refuse_edit, self.waiting, self.moderator))
        self.assertEqual(self.body_of(self.comment), "He ||leaves|| at the end.")
        self.assertEqual(self.logged(), [("comments.edit_refused", self.moderator)])
        self.assertFalse(actions.refuse_edit(self.waiting, self.moderator))
        self.assertEqual(self.sent, [])

    def test_a_hidden_comment_takes_the_words_and_stays_hidden(self):
        actions.hide_comment(self.comment)
        self.assertTrue(actions.accept_edit(self.waiting, self.moderator))
        self.comment.refresh_from_db()
        self.assertEqual((self.comment.status, self.comment.body), ("hidden", "He leaves early."))

    def test_its_writer_takes_it_back(self):
        self.assertTrue(actions.drop_edit(self.comment))
        self.assertFalse(actions.drop_edit(self.comment))
        self.assertFalse(actions.accept_edit(self.waiting, self.moderator))


class LearningTests(EditingTestCase):
    """What a person called good is what they read, not what was written over it."""

    def setUp(self):
        super().setUp()
        self.comment = self.make_new("Twelve honest chairs.")
        actions.approve_comment(self.comment, by=self.moderator)
        self.comment.refresh_from_db()

    def ham(self, token):
        return sum(SpamToken.objects.filter(token=token).values_list("ham", flat=True))

    def test_new_words_that_nobody_read_teach_nothing(self):
        self.assertEqual((self.comment.trained_as, self.ham("chairs")), ("ham", 1))
        self.edit(self.comment, "Cheap watches.", verdict=CLEAN)
        self.comment.refresh_from_db()
        self.assertEqual((self.comment.trained_as, self.ham("chairs")), ("", 0))
        self.assertEqual(self.ham("watches"), 0)

    def test_accepted_words_are_learned_in_place_of_the_old_ones(self):
        self.edit(self.comment, "Thirteen benches.")
        self.assertEqual(self.ham("chairs"), 1)
        actions.accept_edit(CommentEdit.objects.get(), self.moderator)
        self.assertEqual((self.ham("chairs"), self.ham("benches")), (0, 1))

    def test_near_duplicates_are_looked_for_among_the_new_words(self):
        for status in ("pending", "published"):
            comment = self.make_new(status=status)
            self.edit(comment, "See https://benches.example now.", verdict=CLEAN)
            comment.refresh_from_db()
            self.assertEqual(comment.link_hosts, ["benches.example"], status)


class WithdrawTests(EditingTestCase):
    def test_in_time_it_goes_with_everything(self):
        for status in ("pending", "published"):
            comment = self.make_new(status=status)
            self.assertTrue(actions.withdraw_comment(comment))
            self.assertFalse(Comment.objects.filter(pk=comment.pk).exists())

    def test_over_an_answer_that_waits_its_place_stays(self):
        comment = self.make_new(status="published")
        answer = make_comment(self.post, parent=comment, status="pending")
        self.assertTrue(actions.withdraw_comment(comment))
        comment.refresh_from_db()
        self.assertTrue(comment.was_withdrawn)
        self.assertEqual(answer.parent_id, comment.pk)
