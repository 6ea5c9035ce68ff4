"""The page about a reader in the admin: who sees it, what it says, what its buttons do."""

import json

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from blog.comments.models import Comment, Commenter
from tests.comments.admin import AdminTestCase
from tests.factories.comments import make_comment, make_in_every_state

from .readers import make_history, make_reader

LIST = "/admin/comments/people/"


class CommenterTestCase(AdminTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.reader = make_reader("zoe@mail.example", name="Zoë <b>Quell</b>")
        cls.comments = make_in_every_state(
            cls.post, name=cls.reader.name, email="Zoe@mail.example", is_proved=True
        )
        cls.other = make_reader("other@mail.example", name="Other", is_proved=False)
        cls.others = make_comment(cls.post, "Of the other.", name="Other", email=cls.other.email)
        cls.url = reverse("comments_commenter", args=[cls.reader.pk])

    def setUp(self):
        self.enter("moderator")

    def press(self, name, person=None, **fields):
        url = reverse("comments_commenter_act", args=[(person or self.reader).pk])
        return self.client.post(url, {"act": name} | fields, follow=True)

    def row(self, person=None):
        return Commenter.objects.get(pk=(person or self.reader).pk)

    def count_queries(self, url):
        """Return how many queries a page costs that was opened before."""
        self.client.get(url)
        with CaptureQueriesContext(connection) as captured:
            self.client.get(url)
        return len(captured)

    def logged(self):
        return list(ModelLogEntry.objects.order_by("timestamp").values_list("action", flat=True))


class RefusalTests(CommenterTestCase):
    def test_only_moderators_see_readers(self):
        tails = ("", "results/", f"{self.reader.pk}/", f"{self.reader.pk}/erase/",
                 f"{self.reader.pk}/export/")  # fmt: skip
        self.enter("author")
        for tail in tails:
            response = self.client.get(LIST + tail)
            self.assertRedirects(response, reverse("wagtailadmin_home"))
        self.assertNotContains(self.client.get(reverse("wagtailadmin_home")), LIST)
        self.client.logout()
        for tail in tails:
            self.assertIn("/login/", self.client.get(LIST + tail).url)

    def test_nobody_else_changes_anything(self):
        self.enter("author")
        for name in ("ban", "revoke", "note", "forget_devices"):
            self.press(name, note="x")
        self.client.post(f"{self.url}erase/", {"text": "remove"})
        self.assertFalse(self.row().is_banned or self.row().note)
        self.assertEqual(self.logged(), [])

    def test_a_change_needs_a_post_and_djangos_token(self):
        url = f"{self.url}act/"
        self.assertEqual(self.client.get(f"{url}?act=ban").status_code, 405)
        strict = self.client_class(enforce_csrf_checks=True)
        strict.force_login(self.people["moderator"])
        for address in (url, f"{self.url}erase/"):
            data = {"act": "ban", "text": "remove"}
            self.assertEqual(strict.post(address, data).status_code, 403)
        self.assertFalse(self.row().is_banned)

    def test_who_is_gone_is_404(self):
        for tail in ("", "erase/", "export/"):
            self.assertEqual(self.client.get(f"{LIST}987654/{tail}").status_code, 404)
        self.assertEqual(self.client.post(f"{LIST}987654/act/").status_code, 404)

    def test_what_makes_no_sense_says_so(self):
        cases = [
            ("", {}, "Nothing was chosen."),
            ("lift_ban", {}, "That was so already"),
            ("give_back", {}, "That was so already"),
            ("note", {"note": "x" * 2001}, "The note is too long"),
            ("merge", {"other": "nobody@mail.example"}, "Nobody wrote here with the address"),
            ("merge", {"other": "a\0b"}, "Nobody wrote here with the address"),
            ("merge", {"other": "ZOE@mail.example"}, "one and the same address"),
            ("split", {"row": str(self.other.pk)}, "That was so already"),
            ("split", {"row": "9" * 40}, "That was so already"),
            ("split", {"row": "²"}, "That was so already"),
        ]
        for name, fields, sentence in cases:
            with self.subTest(name=name, fields=fields):
                self.assertContains(self.press(name, **fields), sentence)
        self.assertEqual(self.logged(), [])

    def test_erasing_needs_a_choice(self):
        response = self.client.post(f"{self.url}erase/")
        self.assertContains(response, "Choose first.", status_code=422)
        self.assertTrue(Comment.objects.filter(email="Zoe@mail.example").exists())


class PageTests(CommenterTestCase):
    def test_it_shows_everything_in_every_state(self):
        response = self.client.get(self.url)
        for status, comment in self.comments.items():
            self.assertContains(response, f"A {status} comment.")
            url = reverse("wagtailsnippets_comments_comment:inspect", args=[comment.pk])
            self.assertContains(response, url)
        self.assertNotContains(response, "Of the other.")
        self.assertNotContains(response, "<b>Quell")
        self.assertContains(response, "1 published, 1 waiting, 1 rejected, 1 spam")
        self.assertContains(response, "is marked as spam")

    def test_it_says_why_somebody_is_trusted(self):
        good = make_reader("good@mail.example", name="Good")
        make_history(self.post, good, "published")
        response = self.client.get(reverse("comments_commenter", args=[good.pk]))
        self.assertContains(response, "Trusted</h2>")
        self.assertContains(response, "The address is proved")
        response = self.client.get(reverse("comments_commenter", args=[self.other.pk]))
        self.assertContains(response, "Not trusted: Address not proved")

    def test_three_and_thirteen_comments_cost_the_same(self):
        Comment.objects.filter(commenter=self.reader).delete()
        counts = []
        for more in (3, 10):
            for number in range(more):
                comment = make_comment(
                    self.post, f"{more}-{number}", email=self.reader.email, status="pending"
                )
                self.decide(comment, "approve")
            counts.append(self.count_queries(self.url))
        self.assertEqual(*counts)

    def test_many_comments_are_paged(self):
        for number in range(20):
            make_comment(self.post, f"Number {number:02}.", email=self.reader.email, minutes=9)
        self.assertNotContains(self.client.get(self.url), "A pending comment.")
        for page in ("2", "99", "x"):
            response = self.client.get(f"{self.url}?p={page}")
            self.assertContains(response, "A pending comment." if page != "x" else "Number 19.")

    def test_an_erased_one_holds_its_place_elsewhere_not_here(self):
        make_comment(self.post, "Yes.", email="ana@mail.example", parent=self.comments["published"])
        self.decide(self.comments["published"], "erase")
        self.assertNotContains(self.client.get(self.url), "A published comment.")


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


class ListTests(CommenterTestCase):
    def find(self, query=""):
        html = self.client.get(f"{LIST}?{query}").content.decode()
        readers = {"reader": "zoe@mail.example", "other": "other@mail.example"}
        return {name for name, address in readers.items() if address in html}

    def test_it_is_in_the_menu_and_lists_everybody(self):
        self.assertContains(self.client.get(reverse("wagtailadmin_home")), LIST)
        self.assertEqual(self.find(), {"reader", "other"})

    def test_search_finds_names_and_addresses(self):
        self.assertEqual(self.find("q=ZOE@"), {"reader"})
        self.assertEqual(self.find("q=Other"), {"other"})
        self.assertEqual(self.find("q=zzzz"), set())
        self.client.get(f"{LIST}results/?q=%00")

    def test_filters(self):
        make_history(self.post, make_reader("good@mail.example", name="Good"), "published")
        self.assertEqual(self.find("standing=proved"), {"reader"})
        self.assertEqual(self.find("standing=unproved"), {"other"})
        self.assertContains(self.client.get(f"{LIST}?standing=trusted"), "good@mail.example")
        self.assertEqual(self.find("standing=trusted"), set())
        self.press("ban")
        self.press("revoke", self.other)
        self.assertEqual(self.find("standing=banned"), {"reader"})
        self.assertEqual(self.find("standing=revoked"), {"other"})
        for nonsense in ("standing=x", "p=x", "ordering=x", "p=99"):
            self.assertEqual(self.client.get(f"{LIST}?{nonsense}").status_code, 200)

    def test_every_column_sorts(self):
        for column in ("name", "email", "fact_published", "fact_pending", "created_at"):
            for sign in ("", "-"):
                self.assertEqual(self.find(f"ordering={sign}{column}"), {"reader", "other"})

    def test_three_and_thirteen_readers_cost_the_same(self):
        counts = []
        for more in (1, 10):
            for number in range(more):
                make_comment(self.post, "x", email=f"{more}.{number}@mail.example", name="N")
            counts.append(self.count_queries(LIST))
        self.assertEqual(*counts)
