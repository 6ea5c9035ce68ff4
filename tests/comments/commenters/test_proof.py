"""Asking whose address it is by mail, and the page with one button behind the link."""

from django.utils import timezone

from blog.comments.models import Comment, Commenter, Judgement
from tests.factories.posts import make_post

from .proving import ADDRESS, WORDS, ProofTestCase


class ProvingTests(ProofTestCase):
    def test_the_page_shows_what_was_sent_and_has_two_buttons(self):
        response = self.client.get(self.get_link(self.make()))
        for words in (WORDS, ADDRESS.lower(), "Yes, this is my address", "This wasn’t me"):
            self.assertContains(response, words)
        self.assertNotContains(response, "checked")
        self.assertIn("no-store", response["Cache-Control"])

    def test_one_press_publishes_where_nothing_else_speaks(self):
        self.use_policy("suspicious")
        comment = self.make()
        url = self.get_link(comment)
        with self.captureOnCommitCallbacks(execute=True):
            self.assertRedirects(self.press(url), url, 303)
        comment.refresh_from_db()
        self.assertTrue(comment.is_proved and comment.is_published and self.row().is_proved)
        judgement = comment.judgements.get()
        self.assertEqual((judgement.how, judgement.by), (Judgement.How.PROOF, None))
        self.assertContains(self.client.get(url), "Everyone can read it.")

    def test_pressed_twice_it_is_done_once(self):
        self.use_policy("suspicious")
        comment = self.make()
        url = self.get_link(comment)
        for _ in range(2):
            self.assertRedirects(self.press(url), url, 303)
        self.assertEqual(comment.judgements.count(), 1)

    def test_what_else_speaks_against_it_still_does(self):
        self.use_policy("suspicious")
        cases = {
            "no_browser": "Nothing showed that the form was sent by a browser.",
            "of the future": "of the future",
        }
        for code, words in cases.items():
            Commenter.objects.update(proof_mailed_at=None)
            reasons = [{"code": "unproved", "detail": ""}, {"code": code, "detail": ""}]
            comment = self.make(reasons=reasons)
            url = self.get_link(comment)
            self.press(url)
            comment.refresh_from_db()
            self.assertTrue(comment.is_proved and comment.is_awaiting)
            self.assertEqual([reason["code"] for reason in comment.reasons], [code])
            self.assertContains(self.client.get(url), words)

    def test_the_policy_still_holds(self):
        for policy, code in {"review_all": "policy", "review_new": "newcomer"}.items():
            self.use_policy(policy)
            Commenter.objects.update(proof_mailed_at=None)
            comment = self.make()
            self.press(self.get_link(comment))
            comment.refresh_from_db()
            self.assertTrue(comment.is_awaiting)
            self.assertEqual([reason["code"] for reason in comment.reasons], [code])

    def test_a_known_reader_appears_under_review_new(self):
        self.use_policy("review_new")
        self.make(status="published", reasons=[], body="An earlier one.")
        comment = self.make()
        self.press(self.get_link(comment))
        comment.refresh_from_db()
        self.assertTrue(comment.is_published)

    def test_nothing_appears_by_itself_on_a_page_that_is_closed_or_gone(self):
        self.use_policy("suspicious")
        closed = make_post(self.pages.journal, "Closed", comments_state="closed")
        draft = make_post(self.pages.journal, "Draft", live=False)
        for page in (closed, draft):
            Commenter.objects.update(proof_mailed_at=None)
            comment = self.make(page)
            self.press(self.get_link(comment))
            comment.refresh_from_db()
            self.assertTrue(comment.is_proved and comment.is_awaiting)

    def test_a_private_note_is_proved_and_never_published(self):
        self.use_policy("suspicious")
        comment = self.make(is_private=True)
        self.press(self.get_link(comment))
        comment.refresh_from_db()
        self.assertTrue(comment.is_proved and comment.is_awaiting)

    def test_what_was_refused_meanwhile_stays_refused(self):
        self.use_policy("suspicious")
        comment = self.make()
        url = self.get_link(comment)
        Comment.objects.filter(pk=comment.pk).update(status="rejected")
        self.press(url)
        comment.refresh_from_db()
        self.assertEqual((comment.status, comment.is_proved), ("rejected", True))

    def test_the_words_a_page_shows_cannot_break_it(self):
        url = self.get_link(self.make(body="<script>x</script> ‮ 😀", name="<b>‮"))
        self.assertNotContains(self.client.get(url), "<script>x")


class DenyingTests(ProofTestCase):
    def test_this_was_not_me_tells_the_moderator_and_stops_the_asking(self):
        self.use_policy("suspicious")
        comment = self.make(notify="all")
        url = self.get_link(comment)
        self.assertRedirects(self.press(url, "deny"), url, 303)
        comment.refresh_from_db()
        self.assertIn("not_me", [reason["code"] for reason in comment.reasons])
        self.assertEqual(
            (comment.status, comment.notify, comment.is_proved), ("pending", "", False)
        )
        self.assertContains(self.client.get(url), "Thank you for telling us")
        Commenter.objects.update(proof_mailed_at=None)
        self.assertFalse(self.ask(self.make()))

    def test_denied_twice_is_one_reason(self):
        comment = self.make()
        url = self.get_link(comment)
        for _ in range(2):
            self.press(url, "deny")
        comment.refresh_from_db()
        self.assertEqual([reason["code"] for reason in comment.reasons], ["unproved", "not_me"])

    def test_what_is_published_already_rises_in_the_queue(self):
        comment = self.make()
        url = self.get_link(comment)
        Comment.objects.filter(pk=comment.pk).update(
            status="published", published_at=timezone.now()
        )
        self.press(url, "deny")
        comment.refresh_from_db()
        self.assertIsNotNone(comment.reported_at)
        self.assertEqual(comment.status, "published")

    def test_a_later_yes_does_not_prove_what_was_denied(self):
        comment = self.make()
        url = self.get_link(comment)
        self.press(url, "deny")
        self.press(url)
        comment.refresh_from_db()
        self.assertFalse(comment.is_proved)
