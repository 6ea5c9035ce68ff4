"""The buttons of an author who is reviewed, of their editor, and of somebody who is alone."""

from django.urls import reverse

from blog.accounts.models import User

from .desk import IN_WORDS, WHEN, EditorTestCase


class ReviewedAuthorTests(EditorTestCase):
    def setUp(self):
        super().setUp()
        self.client.force_login(self.author)

    def test_the_main_button_submits_and_names_the_wish(self):
        for url in (self.edit_url(self.draft), self.add_url):
            self.assertEqual(
                self.get_main_button(self.client.get(url)), ("Submit for review", "submit")
            )
        answer = self.autosave(self.draft, go_live_at=WHEN).json()
        self.assertIn(f">Submit for review, planned for {IN_WORDS}</em>", answer["html"])
        response = self.client.get(self.edit_url(self.draft))
        self.assertEqual(
            self.get_main_button(response)[0], f"Submit for review, planned for {IN_WORDS}"
        )
        self.assertIn("Planned, not scheduled", self.get_standing(response))

    def test_approval_says_that_it_schedules(self):
        form = self.form(self.draft, go_live_at=WHEN, **{"action-submit": "submit"})
        self.client.post(self.edit_url(self.draft), form)
        self.client.force_login(self.editor)
        response = self.client.get(self.edit_url(self.draft))
        self.assertEqual(self.get_main_button(response)[0], f"Approve and schedule for {IN_WORDS}")
        answer = self.autosave(self.draft, go_live_at="").json()
        self.assertIn(">Approve and publish now</em>", answer["html"])

    def test_nobody_elses_page_is_opened(self):
        response = self.client.get(reverse("wagtailadmin_pages:edit", args=[self.home.pk]))
        self.assertEqual(response.status_code, 302)


class AloneTests(EditorTestCase):
    def test_the_owner_meets_no_review(self):
        User.objects.exclude(pk=self.author.pk).delete()
        User.objects.filter(pk=self.author.pk).update(is_superuser=True)
        self.client.force_login(self.author)
        for url in (self.edit_url(self.draft), self.add_url):
            response = self.client.get(url)
            self.assertEqual(self.get_main_button(response)[0], "Publish now")
            self.assertNotIn("Submit", " ".join(self.get_buttons(response)))

    def test_an_end_that_takes_an_essay_off_the_lists_is_kept(self):
        self.press(self.draft, button="now", expire_at="2027-04-01 09:00", expires_to="unlisted")
        self.draft.refresh_from_db()
        self.assertEqual((self.draft.live, self.draft.expires_to), (True, "unlisted"))
        self.press(self.draft, button="now", expire_at="2027-04-01 09:00")
        self.draft.refresh_from_db()
        self.assertEqual(self.draft.expires_to, "unlisted")  # no answer is no other answer

    def test_only_an_update_can_return_to_the_top(self):
        field = 'name="returns_to_top"'
        self.assertNotContains(self.client.get(self.edit_url(self.draft)), field)
        self.assertNotContains(self.client.get(self.add_url), field)
        self.assertContains(self.client.get(self.edit_url(self.live)), field)
