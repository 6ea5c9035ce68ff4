"""Which readers hear of a published comment."""

from datetime import timedelta

from django.test import override_settings
from django.utils import timezone

from blog.comments.actions import answer_as, approve_comment, hide_comment, undo_judgement
from blog.comments.commenters.merging import merge
from blog.comments.commenters.rows import get_commenter
from blog.comments.models import Comment, Commenter, Notice
from tests.factories.comments import make_comment
from tests.factories.posts import make_private

from .ground import NoticesTestCase, later, mail_later, make_waiting, make_wish, recipients


class WhoDoesNotHearTests(NoticesTestCase):
    def assert_silent(self, **new):
        new = make_waiting(self.post, **new)
        approve_comment(new, by=self.moderator)
        self.assertEqual(self.kinds(commenter__isnull=False), [])
        self.assertEqual(recipients(mail_later()), [])

    def test_nobody_hears_of_what_waits(self):
        make_wish(self.post)
        make_waiting(self.post)
        self.assertEqual(recipients(mail_later()), [])

    def test_an_unproved_address_hears_nothing(self):
        make_comment(self.post, notify="all", email="x@mail.example")
        self.assert_silent()

    def test_an_unproved_comment_of_a_proved_address_counts_for_nothing(self):
        wish = make_wish(self.post)
        Comment.objects.filter(pk=wish.pk).update(is_proved=False)
        self.assert_silent()

    def test_who_did_not_ask_hears_nothing(self):
        parent = make_wish(self.post, notify="")
        self.assert_silent(parent=parent)

    def test_who_asked_for_answers_hears_of_no_other_comment(self):
        make_wish(self.post, notify="replies")
        self.assert_silent()

    def test_who_asked_elsewhere_hears_nothing(self):
        make_wish(self.other_post)
        self.assert_silent()

    def test_whose_own_comment_is_not_published_hears_nothing(self):
        for status in ["pending", "rejected", "spam", "hidden"]:
            make_wish(self.post, email=f"{status}@mail.example", status=status)
        self.assert_silent()

    def test_the_banned_hear_nothing(self):
        wish = make_wish(self.post)
        Commenter.objects.filter(pk=wish.commenter_id).update(banned_at=timezone.now())
        self.assert_silent()

    def test_who_wants_no_mail_hears_nothing(self):
        wish = make_wish(self.post)
        Commenter.objects.filter(pk=wish.commenter_id).update(mail_stopped_at=timezone.now())
        self.assert_silent()

    def test_an_address_that_wants_no_mail_hears_nothing_as_another_of_a_person(self):
        wish = make_wish(self.post, "Orla@mail.example")
        Commenter.objects.filter(pk=wish.commenter_id).update(mail_stopped_at=timezone.now())
        merge(wish.commenter, Commenter.objects.create(email="orla@work.example"))
        self.assert_silent()

    def test_who_ended_this_wish_hears_nothing(self):
        wish = make_wish(self.post)
        Comment.objects.filter(pk=wish.pk).update(notify_stopped_at=timezone.now())
        self.assert_silent()

    def test_nobody_hears_of_their_own_comment(self):
        wish = make_wish(self.post)
        self.assert_silent(parent=wish, email=wish.email)

    def test_nobody_hears_of_their_own_comment_from_another_address(self):
        wish = make_wish(self.post)
        other = get_commenter("orla@work.example")
        Commenter.objects.filter(pk=other.pk).update(merged_into=wish.commenter)
        self.assert_silent(parent=wish, email=other.email)

    def test_what_is_not_for_publication_reaches_no_reader(self):
        make_wish(self.post)
        make_waiting(self.post, is_private=True)
        self.assertEqual(recipients(mail_later()), [])


class LastMomentTests(NoticesTestCase):
    """What was noted and holds no more when the mail is to be written."""

    def setUp(self):
        self.wish = make_wish(self.post)
        self.new = make_waiting(self.post)
        approve_comment(self.new, by=self.moderator)
        self.judgement = self.new.judgements.last()

    def assert_nothing_left(self):
        self.assertNotIn(self.wish.email, recipients(mail_later()))
        self.assertFalse(Notice.objects.filter(commenter__isnull=False).exists())

    def test_taken_back_in_time(self):
        self.assertTrue(undo_judgement(self.judgement, by=self.moderator))
        self.assert_nothing_left()

    def test_hidden_before(self):
        hide_comment(self.new, by=self.moderator)
        self.assert_nothing_left()

    def test_hidden_past_all_actions(self):
        Comment.objects.filter(pk=self.new.pk).update(status="hidden")
        self.assert_nothing_left()

    def test_the_page_is_no_longer_public(self):
        make_private(self.post)
        self.assert_nothing_left()

    def test_the_page_is_no_longer_live(self):
        self.post.unpublish()
        self.assert_nothing_left()

    def test_the_page_hides_its_comments(self):
        self.post.comments_state = "hidden"
        self.post.save_revision().publish()
        self.assert_nothing_left()

    def test_the_wish_was_ended(self):
        Comment.objects.filter(pk=self.wish.pk).update(notify_stopped_at=timezone.now())
        self.assert_nothing_left()

    def test_the_reader_was_banned(self):
        Commenter.objects.update(banned_at=timezone.now())
        self.assert_nothing_left()

    def test_the_address_is_no_longer_theirs(self):
        Comment.objects.filter(pk=self.wish.pk).update(is_proved=False)
        self.assert_nothing_left()

    def test_merged_meanwhile_into_the_writer(self):
        Comment.objects.filter(pk=self.new.pk).update(commenter=self.wish.commenter)
        self.assert_nothing_left()

    @override_settings(HAS_MAIL_SERVER=False)
    def test_without_a_mail_server_nothing_is_written_and_nothing_lost(self):
        self.assertEqual(mail_later(), [])
        self.assertEqual(self.kinds(commenter__isnull=False), ["new"])


class WhoHearsTests(NoticesTestCase):
    def approve(self, **fields):
        new = make_waiting(self.post, **fields)
        approve_comment(new, by=self.moderator)
        return new

    @override_settings(HAS_MAIL_SERVER=False)
    def test_without_a_mail_server_nothing_is_noted(self):
        make_wish(self.post)
        self.approve()
        self.assertFalse(Notice.objects.exists())

    def test_not_before_it_can_no_longer_be_taken_back(self):
        make_wish(self.post)
        self.approve()
        self.assertEqual(mail_later(seconds=29), [])
        self.assertEqual(recipients(mail_later(seconds=31)), ["orla@mail.example"])

    def test_who_was_answered_and_who_asked_for_all(self):
        parent = make_wish(self.post, notify="replies")
        make_wish(self.post, "ana@mail.example")
        self.approve(parent=parent)
        self.assertEqual(self.kinds(commenter__isnull=False), ["new", "reply"])
        mails = mail_later()
        self.assertEqual(recipients(mails), ["ana@mail.example", "orla@mail.example"])
        subjects = {mail.to[0]: mail.subject for mail in mails}
        self.assertEqual(subjects["orla@mail.example"], "Wren answered you on “Held down”")
        self.assertEqual(subjects["ana@mail.example"], "Wren wrote on “Held down”")

    def test_one_notice_for_who_was_answered_and_asked_for_all(self):
        parent = make_wish(self.post, notify="replies")
        make_wish(self.post, notify="all", body="And once more.")
        self.approve(parent=parent)
        self.assertEqual(self.kinds(commenter__isnull=False), ["reply"])
        self.assertEqual(len(mail_later()), 1)

    def test_merged_addresses_are_one_person(self):
        wish = make_wish(self.post)
        other = make_wish(self.post, "orla@work.example", minutes=5)
        Commenter.objects.filter(pk=other.commenter_id).update(merged_into=wish.commenter)
        self.approve()
        self.assertEqual(recipients(mail_later()), ["orla@work.example"])

    def test_an_answer_of_the_journal_is_told(self):
        answer_as(self.moderator, make_wish(self.post, notify="replies"), "Thank you.")
        [mail] = mail_later()
        self.assertEqual(mail.subject, "Moderator Person answered you on “Held down”")

    def test_the_journals_own_people_do_not_hear_of_their_answers(self):
        wish = make_wish(self.post, self.moderator.email)
        answer_as(self.moderator, wish, "Thank you.")
        self.assertEqual(mail_later(), [])

    def test_shown_again_is_not_told_again(self):
        make_wish(self.post)
        new = self.approve()
        self.assertEqual(len(mail_later()), 1)
        hide_comment(new, by=self.moderator)
        approve_comment(new, by=self.moderator)
        self.assertEqual(mail_later(minutes=30), [])

    def test_hidden_in_time_and_shown_again_is_told_once(self):
        make_wish(self.post)
        new = self.approve()
        hide_comment(new, by=self.moderator)
        approve_comment(new, by=self.moderator)
        self.assertEqual(len(mail_later()), 1)

    def test_what_is_old_and_shown_again_is_no_news(self):
        make_wish(self.post)
        long_ago = timezone.now() - timedelta(days=60)
        old = make_comment(self.post, status="hidden", published_at=long_ago)
        approve_comment(old, by=self.moderator)
        self.assertEqual(mail_later(), [])

    def test_who_is_merged_meanwhile_is_told_all_the_same(self):
        wish = make_wish(self.post)
        self.approve()
        merge(wish.commenter, Commenter.objects.create(email="orla@work.example"))
        self.assertEqual(recipients(mail_later()), ["orla@mail.example"])

    def test_a_notice_stays_due_while_others_are_told(self):
        make_wish(self.post)
        self.approve()
        self.assertEqual(len(mail_later()), 1)
        with later(minutes=1):
            self.approve(body="Another.")
        self.assertEqual(mail_later(minutes=5), [])
        self.assertEqual(len(mail_later(minutes=11)), 1)
