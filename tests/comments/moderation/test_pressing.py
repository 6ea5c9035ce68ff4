"""Deciding without leaving the queue, and being told that somebody else was faster."""

import json
import re

from blog.comments import actions
from blog.comments.models import Comment, Judgement
from tests.factories.comments import make_comment

from ..admin import ROLES
from .desk import JSON, DeskTestCase, change_words, report


class RefusalTests(DeskTestCase):
    def test_who_does_not_moderate_decides_nothing_and_undoes_nothing(self):
        judgement = Judgement.objects.create(
            comment=self.own_published, how="person", by=self.people["author"],
            from_status="pending", to_status="published",
        )  # fmt: skip
        report(self.own_published)
        self.enter("author")
        for decision in ("keep", "hide", "spam", "accept", "note"):
            self.press(self.own_published, decision)
        self.undo(judgement.pk)
        self.client.post(self.url("mask", self.own_published.pk), {"passage": "Seen"})
        self.own_published.refresh_from_db()
        self.assertEqual(self.own_published.status, "published")
        self.assertIsNotNone(self.own_published.reported_at)
        self.assertEqual(self.own_published.masked, [])

    def test_every_way_to_decide_wants_a_post_and_djangos_token(self):
        strict = self.client_class(enforce_csrf_checks=True)
        strict.force_login(self.people["owner"])
        self.enter("owner")
        urls = [self.url("decide", self.waiting.pk), self.url("undo")]
        urls += [self.url("mask", self.waiting.pk)]
        for url in urls:
            self.assertEqual(self.client.get(url).status_code, 405, url)
            self.assertEqual(strict.post(url, {"decision": "approve"}).status_code, 403, url)
        self.assertEqual(self.status_of(self.waiting), "pending")

    def test_who_was_slower_is_told_by_whom_and_changes_nothing(self):
        self.enter("moderator")
        seen = self.seen_version(self.waiting)
        actions.approve_comment(self.waiting, by=self.people["editor"])
        # Possible as such, but not what was seen.
        response = self.press(self.waiting, "spam", seen=seen)
        self.assertEqual(response.status_code, 409)
        self.assertIn("Someone else was faster. Wren: Published now.", response.json()["said"])
        self.assertIn("Editor Person decided on it", response.json()["said"])
        self.assertIn("Published</li>", response.json()["row"])
        self.assertEqual(self.status_of(self.waiting), "published")
        plain = self.client.post(
            self.url("decide", self.waiting.pk), {"decision": "spam", "seen": seen}
        )
        self.assertContains(self.client.get(plain.url), "Someone else was faster")

    def test_words_that_changed_since_are_not_decided_on(self):
        self.enter("moderator")
        seen = self.seen_version(self.waiting)
        Comment.objects.filter(pk=self.waiting.pk).update(
            body="Worse.", edited_at=self.waiting.created_at
        )
        response = self.press(self.waiting, "approve", seen=seen)
        self.assertEqual(response.status_code, 409)
        self.assertIn("Worse.", response.json()["row"])
        self.assertEqual(self.status_of(self.waiting), "pending")

    def test_new_words_that_changed_since_are_not_accepted(self):
        self.enter("moderator")
        edit = change_words(self.own_published, "First.")
        seen = self.seen_version(self.own_published)
        edit.delete()
        change_words(self.own_published, "Second.")
        self.assertEqual(self.press(self.own_published, "accept", seen=seen).status_code, 409)
        self.own_published.refresh_from_db()
        self.assertEqual(self.own_published.body, "Seen at home.")

    def test_what_is_gone_is_said_to_be_gone(self):
        self.enter("owner")
        response = self.press(Comment(pk=999_999), "approve")
        self.assertEqual(response.status_code, 404)
        self.assertIn("gone", response.json()["said"])

    def test_a_private_note_cannot_be_published_in_any_way(self):
        note = make_comment(self.post, "To you.", status="pending", is_private=True)
        self.enter("owner")
        self.assertEqual(self.press(note, "approve").status_code, 409)
        self.client.post(f"/admin/bulk/comments/comment/approve/?id={note.pk}")
        self.client.post(self.url("answer", note.pk), {"body": "Thanks."})
        self.assertEqual(self.status_of(note), "pending")
        self.assertFalse(note.answers.exists())


class PressTests(DeskTestCase):
    def setUp(self):
        self.enter("moderator")

    def test_a_decision_says_what_was_done_and_how_to_undo_it(self):
        data = self.press(self.waiting, "approve", seen=self.seen_version(self.waiting)).json()
        judgement = Judgement.objects.get(comment=self.waiting, how="person")
        self.assertEqual(data["said"], "Approved: Wren.")
        self.assertEqual(data["undo"], [judgement.pk])
        self.assertEqual(data["row"], "")
        self.assertIn("1 waits, since", data["waiting"])

    def test_what_still_waits_for_something_stays_as_it_is_now(self):
        report(self.own_published)
        change_words(self.own_published)
        data = self.press(self.own_published, "keep").json()
        self.assertEqual(data["undo"], [])
        self.assertIn('value="accept"', data["row"])
        self.assertNotIn('value="keep"', data["row"])

    def test_keeping_closes_the_reports_and_is_logged(self):
        told = report(self.own_published, text="Rude.")
        self.press(self.own_published, "keep")
        told.refresh_from_db()
        self.own_published.refresh_from_db()
        self.assertIsNotNone(told.closed_at)
        self.assertIsNone(self.own_published.reported_at)
        self.assertEqual(self.status_of(self.own_published), "published")
        self.assertEqual(self.log_of(self.own_published), ["comments.kept"])
        self.assertEqual(self.press(self.own_published, "keep").status_code, 409)

    def test_new_words_are_accepted_or_refused(self):
        refused = make_comment(self.post, "Old.")
        for comment in (self.own_published, refused):
            change_words(comment, "New.", half_stars=None)
        self.press(self.own_published, "accept")
        self.press(refused, "refuse")
        self.own_published.refresh_from_db()
        refused.refresh_from_db()
        self.assertEqual((self.own_published.body, refused.body), ("New.", "Old."))
        self.assertEqual(self.log_of(self.own_published), ["comments.edit_accepted"])
        self.assertEqual(self.log_of(refused), ["comments.edit_refused"])
        self.assertNotIn("New words wait", self.see("?status=all").content.decode())

    def test_a_private_note_is_put_aside(self):
        note = make_comment(self.post, "To you.", status="pending", is_private=True)
        self.assertEqual(self.press(note, "note").json()["said"], "Put aside as read: Wren.")
        self.assertEqual(self.status_of(note), "noted")
        self.assertEqual(self.log_of(note), ["comments.noted"])

    def test_without_a_script_a_message_says_it_with_a_button(self):
        response = self.client.get(self.decide(self.waiting, "reject").url)
        judgement = Judgement.objects.get(comment=self.waiting, how="person")
        self.assertContains(response, "Rejected: Wren.")
        self.assertContains(response, f'name="judgement" value="{judgement.pk}"')

    def test_every_button_of_every_role_is_one_that_works(self):
        for role in ROLES[1:]:
            self.enter(role)
            for decision, status in {"hide": "hidden", "approve": "published"}.items():
                self.assertEqual(self.press(self.own_published, decision).status_code, 200, role)
                self.assertEqual(self.status_of(self.own_published), status)

    def test_the_answer_is_json_only_for_who_asks_for_it(self):
        response = self.press(self.waiting, "approve")
        self.assertEqual(response.headers["Content-Type"], "application/json")
        json.loads(response.content)
        plain = self.client.post(self.url("decide", self.waiting.pk), {"decision": "hide"})
        self.assertEqual((plain.status_code, plain.url), (303, self.url("list")))


class UndoTests(DeskTestCase):
    def setUp(self):
        self.enter("moderator")

    def judge(self, comment, decision="approve"):
        return self.press(comment, decision).json()["undo"]

    def test_nobody_undoes_what_another_person_decided(self):
        ids = self.judge(self.waiting)
        self.enter("editor")
        self.assertEqual(self.undo(*ids).status_code, 409)
        self.assertEqual(self.status_of(self.waiting), "published")

    def test_too_late_or_nonsense_is_said_to_be(self):
        ids = self.judge(self.waiting)
        self.judge(self.waiting, "hide")
        for asked in (ids, [999_999], ["x", "-1", "9" * 30], []):
            response = self.undo(*asked)
            self.assertEqual(response.status_code, 409)
            self.assertIn("too late", response.json()["said"])
        self.assertEqual(self.status_of(self.waiting), "hidden")

    def test_a_decision_is_taken_back_and_logged(self):
        response = self.undo(*self.judge(self.waiting, "spam"))
        self.assertEqual(response.json()["said"], "Taken back: 1 comment is what it was.")
        self.assertEqual(self.status_of(self.waiting), "pending")
        self.assertEqual(self.log_of(self.waiting), ["comments.spam", "comments.undone"])

    def test_without_a_script_it_leads_back_and_says_so(self):
        ids = self.judge(self.waiting)
        response = self.client.post(
            self.url("undo"), {"judgement": ids, "next": self.url("list", query="?status=all")}
        )
        self.assertEqual(response.status_code, 303)
        self.assertEqual(response.url, self.url("list", query="?status=all"))
        self.assertContains(self.client.get(response.url), "Taken back: 1 comment")

    def test_what_readers_reported_is_open_again_and_what_was_closed_before_is_not(self):
        kept = report(self.own_published, text="Long ago.")
        self.press(self.own_published, "keep")
        told = [report(self.own_published, text=text) for text in ("Rude.", "Very.")]
        for decision in ("hide", "spam"):
            ids = self.judge(self.own_published, decision)
            self.assertNotIn(self.own_published.body, self.bodies("?status=waiting"))
            response = self.undo(*ids)
            self.own_published.refresh_from_db()
            self.assertEqual(self.own_published.reported_at, told[0].created_at)
            open_now = self.own_published.reports.filter(closed_at=None)
            self.assertEqual(list(open_now), told)
            self.assertEqual(self.bodies()[0], self.own_published.body)
            self.assertIn("1 reported", response.json()["waiting"])
        kept.refresh_from_db()
        self.assertIsNotNone(kept.closed_at)

    def test_the_row_comes_back_as_it_is_now_and_can_be_decided_on(self):
        report(self.own_published)
        there = self.url("list", query="?status=waiting")
        url, ids = self.url("undo"), self.judge(self.own_published, "hide")
        response = self.client.post(url, {"judgement": ids, "next": there}, headers=JSON)
        row = response.json()["row"]
        self.assertIn(f'name="next" value="{there}"', row)
        self.assertEqual(row.count("data-queue-row"), 1)
        seen = re.search(r'name="seen" value="([^"]*)"', row)[1]
        self.assertEqual(self.press(self.own_published, "hide", seen=seen).status_code, 200)

    def test_some_of_many_may_be_too_late(self):
        ids = self.judge(self.waiting) + self.judge(self.own_waiting)
        self.judge(self.own_waiting, "hide")
        said = self.undo(*ids).json()["said"]
        self.assertEqual(
            said, "Taken back: 1 comment is what it was. For the others it was too late."
        )
