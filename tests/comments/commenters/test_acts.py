"""What moderators do about a reader, and joining the addresses of one person."""

import json

from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from blog.comments.models import Comment, Commenter
from tests.factories.comments import make_comment

from .desk import CommenterTestCase
from .readers import make_reader


class ActTests(CommenterTestCase):
    def test_trust_is_taken_and_given_back(self):
        self.assertContains(self.press("revoke"), "Trust taken back")
        self.assertIsNotNone(self.row().trust_revoked_at)
        self.press("give_back")
        self.assertIsNone(self.row().trust_revoked_at)
        self.assertEqual(self.logged(), ["comments.trust_revoked", "comments.trust_given_back"])

    def test_a_ban_is_quiet_and_can_be_lifted(self):
        response = self.press("ban")
        self.assertContains(response, "They have not heard of the ban yet")
        Commenter.objects.filter(pk=self.reader.pk).update(ban_told_at=timezone.now())
        self.assertContains(self.client.get(self.url), "were told of the ban")
        self.press("lift_ban")
        self.assertEqual((self.row().banned_at, self.row().ban_told_at), (None, None))
        self.assertEqual(self.logged(), ["comments.banned", "comments.ban_lifted"])

    def test_banned_twice_is_once(self):
        self.press("ban")
        since = self.row().banned_at
        self.assertContains(self.press("ban"), "That was so already")
        self.assertEqual(self.row().banned_at, since)

    def test_a_note_is_kept_as_written(self):
        self.press("note", note=" Knows ||the end||.\r\n<b>‮😀\0 ")
        self.assertEqual(self.row().note, "Knows ||the end||.\n<b>‮😀")
        self.assertNotContains(self.client.get(self.url), "<b>‮")

    def test_devices_are_forgotten(self):
        version = self.row().device_version
        self.press("forget_devices")
        self.assertEqual(self.row().device_version, version + 1)

    def test_the_log_holds_ids_alone(self):
        for name in ("ban", "revoke", "forget_devices"):
            self.press(name)
        self.press("note", note="Zoë")
        self.press("lift_ban")
        for entry in ModelLogEntry.objects.all():
            self.assertEqual((entry.label, entry.user), (f"Commenter {self.reader.pk}",
                             self.people["moderator"]))  # fmt: skip
            self.assertNotIn("zoe", str(entry.data).lower())
        self.assertContains(self.client.get(self.url), "Commenter banned")

    def test_the_export_holds_the_note_too(self):
        self.press("note", note="Polite.")
        response = self.client.get(f"{self.url}export/")
        data = json.loads(response.content)
        self.assertEqual((data["person"]["note"], len(data["comments"])), ("Polite.", 6))
        self.assertNotIn("mail.example", response["Content-Disposition"])

    def test_erasing_leads_back_to_the_list(self):
        response = self.client.post(f"{self.url}erase/", {"text": "keep"}, follow=True)
        self.assertContains(response, "5 comments removed, 1 kept")
        self.assertNotContains(response, "zoe@")
        self.assertIn("comments.erase_reader", self.logged())


class MergingTests(CommenterTestCase):
    def merge(self):
        return self.press("merge", other="Other@mail.example ")

    def test_two_addresses_become_one_person_and_two_again(self):
        self.assertContains(self.merge(), "is another address of this person now")
        self.others.refresh_from_db()
        self.assertEqual(self.others.commenter, self.reader)
        response = self.client.get(self.url)
        self.assertContains(response, "Of the other.")
        self.assertContains(response, "Part it again")
        self.press("split", row=self.other.pk)
        self.others.refresh_from_db()
        self.assertEqual(self.others.commenter, self.other)
        self.assertEqual(Comment.objects.filter(commenter=self.reader).count(), len(self.comments))
        self.assertEqual(self.logged(), ["comments.merged", "comments.split"])

    def test_the_page_of_a_merged_address_leads_to_the_person(self):
        self.merge()
        response = self.client.get(reverse("comments_commenter", args=[self.other.pk]))
        self.assertRedirects(response, self.url, 303)

    def test_a_circle_is_refused_both_ways(self):
        self.merge()
        for person, other in ((self.reader, self.other), (self.other, self.reader)):
            response = self.press("merge", person, other=other.email)
            self.assertNotContains(response, "is another address of this person now")
        self.assertEqual(self.row(self.other).merged_into, self.reader)
        self.assertIsNone(self.row().merged_into)

    def test_an_address_belongs_to_one_person(self):
        self.merge()
        third = make_reader("third@mail.example", name="Third")
        self.assertContains(self.press("merge", third, other=self.other.email), "belongs to")

    def test_what_was_merged_before_comes_along_and_stays_flat(self):
        self.merge()
        third = make_reader("third@mail.example", name="Third")
        self.press("merge", third, other=self.reader.email)
        for person in (self.reader, self.other):
            self.assertEqual(self.row(person).merged_into, third)
        self.others.refresh_from_db()
        self.assertEqual(self.others.commenter, third)

    def test_a_ban_or_lost_trust_of_only_one_is_settled_first(self):
        for name, undo, sentence in (
            ("ban", "lift_ban", "Only one of the two is banned"),
            ("revoke", "give_back", "Only one of the two has lost trust"),
        ):
            self.press(name, self.other)
            self.assertContains(self.merge(), sentence)
            self.press(undo, self.other)
        self.assertIsNone(self.row(self.other).merged_into)

    def test_new_comments_of_a_merged_address_are_the_persons(self):
        self.merge()
        comment = make_comment(self.post, "Later.", name="Other", email="OTHER@mail.example")
        self.assertEqual(comment.commenter, self.reader)
