"""One decision for many, all of a writer's, and taking it back."""

import re
from unittest.mock import patch

from blog.comments.models import Comment, Judgement
from blog.comments.moderation import bulk
from tests.factories.comments import make_comment

from .desk import DeskTestCase


class BulkTests(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.hers = [
            make_comment(
                cls.post, "Hers.", status="pending", name="Orla", email="orla@mail.example"
            )
            for _time in range(3)
        ]
        cls.orla = cls.hers[0].commenter

    def setUp(self):
        self.enter("moderator")

    def bulk(self, action, *comments, query=""):
        ids = "&".join(f"id={comment.pk}" for comment in comments)
        return f"/admin/bulk/comments/comment/{action}/?{ids}{query}"

    def seen_on(self, url):
        """Return what the form of the page that asks first remembers."""
        return re.findall(r'name="seen" value="([^"]*)"', self.client.get(url).content.decode())

    def states(self, comments=None):
        comments = self.hers if comments is None else comments
        return [self.status_of(comment) for comment in comments]

    def test_what_changed_since_the_page_that_asked_is_left_alone(self):
        url = self.bulk("approve", *self.hers)
        seen = self.seen_on(url)
        self.assertEqual(len(seen), 3)
        changed = self.hers[0]
        Comment.objects.filter(pk=changed.pk).update(body="Worse.", edited_at=changed.created_at)
        self.client.post(url, {"seen": seen})
        self.assertEqual(self.states(), ["pending", "published", "published"])

    def test_nonsense_and_what_is_gone_are_no_error(self):
        for ids in ("id=abc", "id=999999", "id=-1", "id=%F0%9F%98%80", "id=" + "9" * 40, ""):
            url = f"/admin/bulk/comments/comment/spam/?{ids}"
            self.assertContains(self.client.get(url), "There is nothing to decide on")
            self.assertEqual(self.client.post(url).status_code, 302)

    def test_many_are_taken_back_at_once(self):
        self.client.post(self.bulk("spam", *self.hers, query="&next=/admin/"))
        self.assertEqual(set(self.states()), {"spam"})
        html = self.client.get("/admin/").content.decode()
        self.assertIn("Marked as spam: 3 comments.", html)
        ids = re.findall(r'name="judgement" value="(\d+)"', html)
        self.assertEqual(len(ids), 3)
        said = self.undo(*ids).json()["said"]
        self.assertEqual(said, "Taken back: 3 comments are what they were.")
        self.assertEqual(set(self.states()), {"pending"})

    def test_erasing_cannot_be_taken_back_and_says_so_before(self):
        url = self.bulk("delete", *self.hers, query="&next=/admin/")
        self.assertContains(self.client.get(url), "Erased words cannot be brought back.")
        self.client.post(url)
        self.assertFalse(Comment.objects.filter(commenter=self.orla).exists())
        self.assertNotContains(self.client.get("/admin/"), 'name="judgement"')

    def test_all_of_a_writers(self):
        url = f"/admin/bulk/comments/comment/spam/?id=all&person={self.orla.pk}&status=all"
        self.assertContains(self.client.get(url), "Hers.", count=3)
        self.client.post(url)
        self.assertEqual(set(self.states()), {"spam"})
        self.assertEqual(self.status_of(self.waiting), "pending")

    def test_all_means_all_that_the_list_shows(self):
        self.client.post("/admin/bulk/comments/comment/reject/?id=all&q=Hers")
        self.assertEqual(set(self.states()), {"rejected"})
        self.assertEqual(self.states([self.waiting, self.own_waiting]), ["pending", "pending"])

    def test_all_of_a_filter_that_makes_no_sense_is_nothing(self):
        for query in ("page=999999", "page=x", "created_at_from=never"):
            self.client.post(f"/admin/bulk/comments/comment/spam/?id=all&{query}")
        self.assertFalse(Comment.objects.filter(status="spam").exists())

    def test_no_more_than_can_be_read_are_decided_at_once(self):
        with patch.object(bulk, "MOST_AT_ONCE", 2):
            self.client.post("/admin/bulk/comments/comment/spam/?id=all")
        self.assertEqual(Comment.objects.filter(status="spam").count(), 2)

    def test_notes_are_put_aside_together(self):
        Comment.objects.filter(commenter=self.orla).update(is_private=True)
        self.client.post(self.bulk("note", *self.hers, self.waiting))
        self.assertEqual(set(self.states()), {"noted"})
        self.assertEqual(self.status_of(self.waiting), "pending")

    def test_each_has_its_row_of_what_was_decided(self):
        self.client.post(self.bulk("approve", *self.hers))
        rows = Judgement.objects.filter(comment__in=self.hers, by=self.people["moderator"])
        self.assertEqual(rows.count(), 3)
