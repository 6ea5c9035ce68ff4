from datetime import timedelta

import time_machine
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment
from wagtail.test.utils.form_data import nested_form_data

from blog.comments.forms import make_honeypot_name
from blog.editorial.models import EditorialNotice, NoticeKind
from blog.editorial.previews.actions import revoke_link
from blog.editorial.previews.remarks import MOST_AN_HOUR

from .links import SAME_ORIGIN, PreviewTestCase

WORDS = "The third scene drags.\nالمشهد الثالث 🎬"


class RemarkTests(PreviewTestCase):
    def setUp(self):
        self.link, self.token = self.make_link(label="Ana", takes_remarks=True)

    def send(self, headers=SAME_ORIGIN, **fields):
        fields = {"name": "Orla", "body": WORDS} | fields
        address = f"/editorial/preview/{self.token}/remark/"
        return self.client.post(address, fields, headers=headers)

    def assert_kept(self, response, status, words=WORDS):
        """Nothing was delivered, and the words stand in the form."""
        self.assertContains(response, words, status_code=status)
        self.assertFalse(Comment.objects.exists())
        self.assertFalse(EditorialNotice.objects.exists())

    def test_what_is_not_filled_in_is_asked_for_and_the_words_stay(self):
        self.assert_kept(self.send(name=""), 422)
        self.assert_kept(self.send(name="\u200b \u202e"), 422)
        self.assert_kept(self.send(name="x" * 81), 422)
        self.assert_kept(self.send(body="\u200b \n"), 422, "Write something first.")
        self.assert_kept(self.send(body="Ä" * 5001), 422, "ÄÄÄ")
        self.assert_kept(self.send(body="A\0B", name="Orla"), 422, "AB")

    def test_a_field_that_only_programs_see_delivers_nothing(self):
        response = self.send(**{make_honeypot_name(self.draft.pk): "https://spam.example"})
        self.assert_kept(response, 422)
        self.assertNotContains(response, "spam.example", status_code=422)

    def test_another_site_delivers_nothing(self):
        for headers in (
            {"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"},
            {"referer": "https://evil.example/editorial/"}, {"origin": "null"},
        ):  # fmt: skip
            with self.subTest(headers=headers):
                self.assertEqual(self.send(headers=headers).status_code, 403)
        self.assertFalse(Comment.objects.exists())

    def test_a_flood_is_refused_before_it_is_read(self):
        response = self.send(body="x" * 70_000)
        self.assertEqual(response.status_code, 413)
        self.assertFalse(Comment.objects.exists())

    def test_after_ten_in_an_hour_the_words_are_given_back(self):
        start = timezone.now().replace(minute=5, second=0)
        with time_machine.travel(start, tick=False):
            for number in range(MOST_AN_HOUR):
                self.assertEqual(self.send(body=f"Remark {number}").status_code, 303)
            response = self.send(body="One too many.")
            self.assertContains(response, "One too many.", status_code=429)
        with time_machine.travel(start + timedelta(hours=1), tick=False):
            self.assertEqual(self.send(body="One too many.").status_code, 303)
        self.assertEqual(Comment.objects.count(), MOST_AN_HOUR + 1)

    def test_other_links_are_not_held_back_by_that(self):
        for number in range(MOST_AN_HOUR):
            self.send(body=f"Remark {number}")
        _link, self.token = self.make_link(takes_remarks=True)
        self.assertEqual(self.send().status_code, 303)

    def test_a_remark_stands_beside_the_title_in_the_editor(self):
        response = self.send(body=f"{WORDS}<script>")
        self.assertEqual(response.status_code, 303)
        comment = self.draft.wagtail_admin_comments.get()
        self.assertEqual(comment.user, self.editor)
        self.assertEqual(comment.contentpath, "title")
        self.assertEqual(comment.text, f"Orla, through the preview link “Ana”:\n\n{WORDS}<script>")
        self.client.force_login(self.writer)
        response = self.client.get(reverse("wagtailadmin_pages:edit", args=[self.draft.pk]))
        self.assertContains(response, "through the preview link")
        self.assertNotContains(response, f"{WORDS}<script>")

    def test_the_page_after_it_says_thanks_and_is_no_secret_of_caches(self):
        response = self.client.get(self.send().url)
        self.assertContains(response, "Your remark was delivered.")
        self.assertContains(response, f"/editorial/preview/{self.token}/")
        self.assertIn("no-store", response["Cache-Control"])
        self.assertEqual(response["Referrer-Policy"], "same-origin")
        self.assertEqual(response["X-Robots-Tag"], "noindex, nofollow, noarchive")
        self.assertNotIn("Set-Cookie", response.headers)

    def test_the_same_remark_twice_is_one(self):
        self.assertEqual(self.send().status_code, 303)
        self.assertEqual(self.send().status_code, 303)
        self.assertEqual(Comment.objects.count(), 1)
        self.assertEqual(EditorialNotice.objects.filter(recipient=self.editor).count(), 1)

    def test_who_made_the_link_and_who_owns_the_essay_are_told_and_nobody_else(self):
        self.send()
        told = EditorialNotice.objects.filter(kind=NoticeKind.REMARK)
        self.assertEqual({notice.recipient for notice in told}, {self.editor, self.writer})
        self.assertIn("The third scene drags.", told.first().words)

    def test_a_link_that_ends_while_somebody_writes_gives_nothing_away(self):
        revoke_link(self.link, self.editor)
        response = self.send()
        self.assertEqual(response.status_code, 404)
        self.assertNotContains(response, "Held down", status_code=404)
        self.assertFalse(Comment.objects.exists())

    def test_a_draft_says_where_to_leave_a_remark(self):
        response = self.open(self.token)
        self.assertContains(response, f"/editorial/preview/{self.token}/remark/")
        self.assertContains(self.open(self.token, rest="remark/"), "Held down")

    def test_an_editor_that_was_open_meanwhile_keeps_the_remark(self):
        self.client.force_login(self.editor)
        self.send()
        address = reverse("wagtailadmin_pages:edit", args=[self.draft.pk])
        streams = dict.fromkeys(("body-count", "content_notes-count"), "0")
        form = {"title": "Held up", "slug": self.draft.slug, "comments_state": "open", **streams}
        nothing = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MAX_NUM_FORMS": 1000, "MIN_NUM_FORMS": 0}
        form |= nested_form_data({"comments": nothing})
        response = self.client.post(address, form)
        self.assertEqual(response.status_code, 302)
        self.draft.refresh_from_db()
        self.assertEqual(self.draft.get_latest_revision_as_object().title, "Held up")
        self.assertEqual(Comment.objects.count(), 1)
