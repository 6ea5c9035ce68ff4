"""The main button says what it will do."""

from datetime import UTC, datetime, timedelta

from django.urls import reverse

from .desk import IN_WORDS, NOW, WHEN, EditorTestCase

MONDAY = datetime(2027, 3, 8, 9, 0, tzinfo=UTC)


class LabelTests(EditorTestCase):
    def plan(self, page, instant):
        page.go_live_at = instant
        page.save_revision()
        if not page.live:
            page.save(update_fields=["go_live_at"])

    def test_a_draft_without_a_date_is_published_now(self):
        for url in (self.edit_url(self.draft), self.add_url):
            with self.subTest(url=url):
                response = self.client.get(url)
                self.assertEqual(self.get_main_button(response), ("Publish now", "now"))
                self.assertEqual(self.get_standing(response), "")

    def test_a_draft_with_a_date_is_scheduled_and_only_planned_until_then(self):
        self.plan(self.draft, MONDAY)
        response = self.client.get(self.edit_url(self.draft))
        label, promise = self.get_main_button(response)
        self.assertEqual(label, f"Schedule for {IN_WORDS}")
        self.assertEqual(promise, "2027-03-08T09:00Z")
        self.assertEqual(
            self.get_standing(response), f"Planned, not scheduled: {IN_WORDS}, in 3 days."
        )

    def test_a_live_essay_gets_an_update(self):
        response = self.client.get(self.edit_url(self.live))
        self.assertEqual(self.get_main_button(response)[0], "Publish update now")
        self.plan(self.live, MONDAY)
        response = self.client.get(self.edit_url(self.live))
        self.assertEqual(self.get_main_button(response)[0], f"Schedule update for {IN_WORDS}")

    def test_a_date_that_is_past_schedules_nothing(self):
        self.plan(self.draft, NOW - timedelta(hours=1))
        response = self.client.get(self.edit_url(self.draft))
        self.assertEqual(self.get_main_button(response)[0], "Publish now")
        self.assertEqual(
            self.get_standing(response),
            "It was planned for Fri 5 Mar 2027, 08:00 Europe/Lisbon, but nobody scheduled it.",
        )

    def test_an_earlier_version_is_called_so(self):
        revision = self.draft.latest_revision
        self.plan(self.draft, MONDAY)
        url = reverse("wagtailadmin_pages:revisions_revert", args=[self.draft.pk, revision.pk])
        response = self.client.get(url)
        self.assertEqual(self.get_main_button(response)[0], "Publish this version now")

    def test_everyone_reads_it_by_their_own_clock(self):
        self.live_in(self.editor, "America/New_York")
        self.plan(self.draft, MONDAY)
        response = self.client.get(self.edit_url(self.draft))
        words = "Mon 8 Mar 2027, 04:00 America/New York"
        self.assertEqual(self.get_main_button(response)[0], f"Schedule for {words}")
        self.assertContains(response, "That is 09:00 Europe/Lisbon, where the journal is.")

    def test_enter_in_a_field_saves(self):
        for url in (self.edit_url(self.draft), self.add_url):
            content = self.client.get(url).content.decode()
            footer = content[content.index("<footer") :]
            first = footer[footer.index("<button") :][:120]
            self.assertIn("aria-hidden", first)
            self.assertNotIn("action-publish", first)

    def test_who_may_not_publish_has_no_such_button(self):
        self.plan(self.draft, MONDAY)
        self.client.force_login(self.author)
        response = self.client.get(self.edit_url(self.draft))
        words = " ".join(self.get_buttons(response))
        self.assertNotIn("Publish", words)
        self.assertNotIn("Schedule", words)
        self.assertIn("Planned, not scheduled", self.get_standing(response))
        self.assertContains(response, "Whoever may publish schedules them.")

    def test_autosave_brings_the_new_words(self):
        response = self.autosave(self.draft, go_live_at=WHEN)
        html = response.json()["html"]
        self.assertIn(f">Schedule for {IN_WORDS}</em>", html)
        self.assertIn('data-promise="2027-03-08T09:00Z"', html)
        self.assertIn("[data-verb-label='publish']", html)
        self.assertEqual(html.count("Planned, not scheduled"), 3)  # foot, status and dialog
        response = self.autosave(self.draft, go_live_at="")
        self.assertIn(">Publish now</em>", response.json()["html"])

    def test_a_chosen_zone_names_the_button(self):
        html = self.autosave(self.draft, go_live_at=WHEN, schedule_zone="Asia/Tokyo").json()["html"]
        self.assertIn("Schedule for Mon 8 Mar 2027, 09:00 Asia/Tokyo", html)
        self.assertIn("That is 00:00 Europe/Lisbon", html)

    def test_all_pages_of_ours_have_it(self):
        for page in (self.home, self.journal):
            with self.subTest(page=page.title):
                response = self.client.get(self.edit_url(page))
                self.assertEqual(self.get_main_button(response)[0], "Publish update now")
                self.assertContains(response, "data-schedule-facts", count=1)

    def test_the_explorer_calls_a_wish_a_wish(self):
        self.plan(self.draft, MONDAY)
        response = self.client.get(reverse("wagtailadmin_explore", args=[self.journal.pk]))
        self.assertContains(response, "planned, not scheduled")
