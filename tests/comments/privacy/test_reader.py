"""A reader's own page: everything of theirs, nothing of others, and what they may do."""

import json
from unittest.mock import patch

from django.core import mail
from django.test import TestCase, override_settings
from django.utils import timezone

from blog.accounts.models import Author
from blog.comments.commenters.device import COOKIE
from blog.comments.commenters.tokens import PROOF, READER
from blog.comments.models import Comment, Commenter, CommentSettings
from home.setup import lay_out_journal
from tests.comments.commenters.readers import make_reader
from tests.factories.comments import make_comment, make_in_every_state
from tests.factories.posts import make_post

SAME_ORIGIN = {"sec-fetch-site": "same-origin"}


class ReaderTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.pages = lay_out_journal()
        cls.post = make_post(cls.pages.journal, "Held down")
        cls.row = make_reader("wren@mail.example")
        cls.mine = make_in_every_state(cls.post, email="Wren@mail.example", is_proved=True)
        cls.other = make_comment(cls.post, "Of another.", name="Ana", email="ana@mail.example")
        Author.objects.create(name="Ines Halloran", slug="ines-halloran")

    def setUp(self):
        self.url = f"/comments/me/{READER.sign(self.row)}/"

    def press(self, action="", url="", headers=SAME_ORIGIN, **fields):
        with self.captureOnCommitCallbacks(execute=True):
            return self.client.post(url or self.url, {"action": action} | fields, headers=headers)

    def names(self):
        return set(
            Comment.objects.filter(email__iexact=self.row.email).values_list("name", flat=True)
        )


class RefusalTests(ReaderTestCase):
    def test_a_link_that_does_not_count_opens_nothing(self):
        for token in ("x", READER.sign(self.row)[:-1], PROOF.sign(self.row)):
            for tail in ("", "data/", "withdraw/", "erase/?text=keep"):
                response = self.client.get(f"/comments/me/{token}/{tail}")
                self.assertContains(response, "There is no such link", status_code=404)

    def test_it_counts_for_a_day(self):
        later = timezone.now().timestamp() + 86_400 + 60
        with patch("django.core.signing.time.time", return_value=later):
            for response in (self.client.get(self.url), self.press("stop")):
                self.assertContains(response, "too old", status_code=410)
        self.assertIsNone(Commenter.objects.get(pk=self.row.pk).mail_stopped_at)

    def test_another_sites_post_changes_nothing(self):
        for tail in ("", "withdraw/", "erase/"):
            response = self.press(
                "stop", self.url + tail, {"sec-fetch-site": "cross-site"}, text="remove"
            )
            self.assertEqual(response.status_code, 403)
        self.assertEqual(Comment.objects.count(), len(self.mine) + 1)

    def test_looking_changes_nothing(self):
        before = list(Comment.objects.values()), list(Commenter.objects.values())
        for tail in ("", "data/", "data/?format=html", "withdraw/", "erase/?text=keep", "?page=x"):
            self.assertEqual(self.client.get(self.url + tail).status_code, 200)
        self.assertEqual(before, (list(Comment.objects.values()), list(Commenter.objects.values())))

    def test_an_unknown_action_changes_nothing(self):
        self.assertRedirects(self.press("erase-all"), self.url, 303)

    def test_a_name_that_is_nobodys_to_take_is_422_and_kept(self):
        wrong = ("", " ", "x" * 81, "Ines Halloran", "ines halloran (author)", "‮")
        for name in wrong:
            with self.subTest(name=name):
                response = self.press("name", name=name)
                self.assertContains(response, 'href="#me-n"', status_code=422)
        self.assertEqual(self.names(), {"Wren"})

    def test_nobody_erases_without_a_choice(self):
        for text in ("", "all", "remove\0"):
            response = self.press(url=f"{self.url}erase/", text=text)
            self.assertIn("done=choose", response.url)
        self.assertContains(self.client.get(response.url), "Choose first")
        self.assertEqual(Comment.objects.count(), len(self.mine) + 1)

    def test_mails_about_others_comments_cannot_be_asked_for(self):
        self.press("mails", **{f"notify-{self.other.pk}": "all", "notify-x": "all"})
        self.other.refresh_from_db()
        self.assertEqual(self.other.notify, "")

    def test_a_merge_by_a_moderator_shows_nobody_anothers_words(self):
        ana = Commenter.objects.get(email="ana@mail.example")
        Commenter.objects.filter(pk=ana.pk).update(merged_into=self.row)
        Comment.objects.filter(pk=self.other.pk).update(commenter=self.row)
        self.assertNotContains(self.client.get(self.url), "Of another.")


class PageTests(ReaderTestCase):
    def test_it_shows_all_of_theirs_in_every_state_and_nothing_else(self):
        response = self.client.get(self.url)
        for status, comment in self.mine.items():
            self.assertContains(response, f"A {status} comment.")
            self.assertContains(response, f'id="comment-{comment.pk}"')
        self.assertContains(response, "Everyone can read it.")
        self.assertNotContains(response, "Of another.")
        self.assertNotContains(response, "ana@")

    def test_it_costs_the_same_for_three_and_thirteen(self):
        def count():
            with self.assertNumQueries(7):
                self.client.get(self.url)

        Comment.objects.exclude(pk=self.mine["pending"].pk).delete()
        self.client.get(self.url)  # Wagtail remembers the addresses of sites
        for number in range(2):
            make_comment(self.post, f"{number}", email="wren@mail.example")
        count()
        for number in range(10):
            make_comment(self.post, f"More {number}", email="wren@mail.example")
        count()

    def test_many_are_shown_in_pages(self):
        for number in range(25):
            make_comment(self.post, f"Number {number:02}.", email="wren@mail.example", minutes=5)
        first, second = self.client.get(self.url), self.client.get(f"{self.url}?page=2")
        self.assertContains(first, "Number 24.")
        self.assertContains(first, "Page 1 of 2")
        self.assertContains(second, "A pending comment.")

    def test_an_address_without_comments_says_so(self):
        row = make_reader("new@mail.example")
        response = self.client.get(f"/comments/me/{READER.sign(row)}/")
        self.assertContains(response, "Nothing that was written with this address")

    def test_mail_is_not_spoken_of_without_a_mail_server(self):
        with override_settings(HAS_MAIL_SERVER=False):
            response = self.client.get(self.url)
        self.assertNotContains(response, "Stop all mails")
        self.assertNotContains(response, "<select")


class ChangingTests(ReaderTestCase):
    def test_the_same_name_again_bothers_nobody(self):
        self.press("name", name="Wren")
        self.assertFalse(Comment.objects.filter(reported_at__isnull=False).exists())

    def test_mails_are_chosen_for_each(self):
        pk = self.mine["published"].pk
        Comment.objects.filter(pk=pk).update(notify="all", notify_stopped_at=timezone.now())
        chosen = '<option value="{}" selected>'
        self.assertNotContains(self.client.get(self.url), chosen.format("all"))
        self.press("mails", **{f"notify-{pk}": "replies", f"notify-{self.mine['spam'].pk}": "x"})
        comment = Comment.objects.get(pk=pk)
        self.assertEqual((comment.notify, comment.notify_stopped_at), ("replies", None))
        self.assertContains(self.client.get(self.url), chosen.format("replies"), count=1)

    def test_all_mails_are_stopped_and_allowed_again(self):
        self.press("stop")
        self.assertIsNotNone(Commenter.objects.get(pk=self.row.pk).mail_stopped_at)
        self.assertContains(self.client.get(self.url), "Allow mails again")
        self.press("allow")
        self.assertIsNone(Commenter.objects.get(pk=self.row.pk).mail_stopped_at)

    def test_what_is_not_proved_can_be_proved_here(self):
        site = self.post.get_site()
        CommentSettings.objects.create(site=site, policy="suspicious")
        comment = self.mine["pending"]
        Comment.objects.filter(pk=comment.pk).update(is_proved=False)
        self.press("prove", until=comment.pk)
        comment.refresh_from_db()
        self.assertTrue(comment.is_proved)

    def test_forgetting_devices_kills_cookies_and_links_but_leads_on(self):
        response = self.press("devices")
        self.assertEqual(self.client.get(self.url).status_code, 410)
        self.assertContains(self.client.get(response.url), "Every device is forgotten")
        self.assertEqual(response.cookies[COOKIE]["max-age"], 0)

    def test_withdrawing_everything_needs_a_second_page(self):
        self.assertContains(self.client.get(f"{self.url}withdraw/"), "6 replies are deleted")
        answer = make_comment(
            self.post, "Yes.", email="ana@mail.example", parent=self.mine["published"]
        )
        response = self.press(url=f"{self.url}withdraw/")
        self.assertContains(self.client.get(response.url), "is withdrawn")
        left = Comment.objects.filter(status="erased").get()
        self.assertEqual((left.pk, left.body, left.was_withdrawn), (answer.parent_id, "", True))
        self.assertTrue(Commenter.objects.filter(pk=self.row.pk).exists())


class DownloadTests(ReaderTestCase):
    def test_the_data_are_all_that_is_kept(self):
        response = self.client.get(f"{self.url}data/")
        self.assertIn("attachment", response["Content-Disposition"])
        self.assertEqual(response["Content-Type"], "application/json")
        data = json.loads(response.content)
        self.assertEqual(data["address"], "wren@mail.example")
        self.assertEqual({comment["state"] for comment in data["comments"]}, set(self.mine))
        self.assertIn("/journal/held-down/", data["comments"][0]["page_address"])
        self.assertNotIn("note", data["person"])
        self.assertNotIn("hash", response.content.decode())

    def test_the_same_to_read(self):
        response = self.client.get(f"{self.url}data/?format=html")
        self.assertIn("attachment", response["Content-Disposition"])
        for comment in self.mine.values():
            self.assertContains(response, comment.body)
        self.assertNotContains(response, "<script")
        self.assertNotContains(response, "style=")

    def test_hostile_words_stay_words(self):
        make_comment(self.post, "</script><img src=x>", name="<b>", email="wren@mail.example")
        for tail in ("", "data/?format=html"):
            self.assertNotContains(self.client.get(self.url + tail), "<img")

    def test_nothing_is_mailed_by_looking(self):
        self.client.get(f"{self.url}data/")
        self.assertEqual(mail.outbox, [])
