"""Publishing and scheduling from the editor: refusals, what is kept, and what is said of it."""

from datetime import UTC, datetime, timedelta

from bs4 import BeautifulSoup
from wagtail.models import Revision
from wagtail.signals import page_published

from blog.editorial.models import Heartbeat
from blog.editorial.running.run import run_due
from blog.posts.models import PostPage

from .desk import IN_WORDS, NOW, WHEN, EditorTestCase

LOADED = ("loaded_revision_id", "loaded_revision_created_at")
MONDAY = datetime(2027, 3, 8, 9, 0, tzinfo=UTC)


def get_scheduled(page):
    """Return the instants for which versions of a page are approved."""
    rows = Revision.objects.for_instance(page).filter(approved_go_live_at__isnull=False)
    return list(rows.values_list("approved_go_live_at", flat=True))


class RefusalTests(EditorTestCase):
    def test_saving_never_schedules(self):
        self.press(self.draft, go_live_at=WHEN)
        self.autosave(self.draft, go_live_at=WHEN)
        self.draft.refresh_from_db()
        self.assertEqual(get_scheduled(self.draft), [])
        self.assertEqual(self.draft.go_live_at, MONDAY)
        self.assertEqual(self.draft.status_string, "planned, not scheduled")

    def test_an_author_plans_and_cannot_schedule(self):
        self.client.force_login(self.author)
        self.press(self.draft, button="2027-03-08T09:00Z", go_live_at=WHEN)
        self.draft.refresh_from_db()
        self.assertEqual((get_scheduled(self.draft), self.draft.go_live_at), ([], MONDAY))

    def test_a_button_that_named_other_dates_only_saves(self):
        cases = [
            ("now", WHEN, f"Schedule for {IN_WORDS}"),
            ("2027-03-08T09:00Z", "", "Publish now"),
            ("2027-03-08T09:00Z", "2027-03-09 09:00", "Schedule for Tue 9 Mar 2027"),
            ("save", WHEN, f"Schedule for {IN_WORDS}"),
        ]
        for promise, date, label in cases:
            with self.subTest(promise=promise, date=date):
                response = self.press(self.draft, button=promise, go_live_at=date)
                self.draft.refresh_from_db()
                self.assertEqual((self.draft.live, get_scheduled(self.draft)), (False, []))
                self.assertContains(response, "neither published nor scheduled")
                self.assertContains(response, label)

    def test_an_old_tab_keeps_its_words_and_publishes_nothing(self):
        stale = {
            "title": "My own title",
            "loaded_revision_id": self.draft.latest_revision_id,
            "loaded_revision_created_at": self.draft.latest_revision_created_at.isoformat(),
        }
        self.clock.shift(60)
        self.draft.title = "A colleague’s title"
        newer = self.draft.save_revision(user=self.author)
        for button, date in (("now", ""), ("2027-03-08T09:00Z", WHEN)):
            with self.subTest(button=button):
                response = self.press(self.draft, button=button, go_live_at=date, **stale)
                self.draft.refresh_from_db()
                self.assertEqual((self.draft.live, get_scheduled(self.draft)), (False, []))
                self.assertContains(response, "saved elsewhere since you opened it")
        self.assertEqual(self.draft.latest_revision.content["title"], "My own title")
        self.assertTrue(self.draft.revisions.filter(pk=newer.pk).exists())

    def test_a_tab_that_saved_itself_is_told_which_draft_it_has(self):
        overwritten = {}
        for title in ("Once", "Once and again"):  # the second writes over the draft of the first
            self.clock.shift(60)
            answer = self.autosave(self.draft, title=title, **overwritten).json()
            self.assertTrue(answer["success"])
            loaded = {name: answer["field_updates"][name] for name in LOADED}
            overwritten = {"overwrite_revision_id": answer["revision_id"]}
        self.press(self.draft, button="now", **loaded)
        self.draft.refresh_from_db()
        self.assertTrue(self.draft.live)

    def test_an_old_tab_stays_old_when_it_is_shown_again_for_a_fault(self):
        stale = {
            "loaded_revision_id": self.draft.latest_revision_id,
            "loaded_revision_created_at": self.draft.latest_revision_created_at.isoformat(),
        }
        self.clock.shift(60)
        self.draft.save_revision(user=self.author)
        response = self.press(self.draft, button="now", title="", **stale)
        soup = BeautifulSoup(response.content, "html.parser")
        shown = {name: soup.select_one(f"input[name={name}]")["value"] for name in LOADED}
        response = self.press(self.draft, button="now", **shown)
        self.draft.refresh_from_db()
        self.assertFalse(self.draft.live)
        self.assertContains(response, "saved elsewhere since you opened it")

    def test_a_new_essay_whose_button_named_another_date_is_only_saved(self):
        response = self.press(button="now", go_live_at=WHEN)
        post = self.get_newest()
        self.assertEqual((post.title, post.live, get_scheduled(post)), ("New", False, []))
        self.assertContains(response, "neither published nor scheduled")

    def test_a_date_that_is_past_is_refused_with_a_sentence(self):
        for button in (None, "now"):
            response = self.press(self.draft, button=button, go_live_at="2027-03-01 09:00")
            self.assertContains(response, "Mon 1 Mar 2027, 09:00 Europe/Lisbon is past.")
            self.assertContains(response, "2027-03-01 09:00")  # their words are kept
        self.draft.refresh_from_db()
        self.assertEqual((self.draft.live, self.draft.go_live_at), (False, None))

    def test_an_end_before_the_beginning_is_refused(self):
        for end in ("2027-03-08 09:00", "2027-03-07 09:00"):
            response = self.press(
                self.draft, button="2027-03-08T09:00Z", go_live_at=WHEN, expire_at=end
            )
            self.assertContains(response, "It would end before it appears.")
        self.assertEqual(get_scheduled(self.draft), [])

    def test_a_failure_leaves_nothing_half_done(self):
        def fail(**kwargs):
            raise RuntimeError("A receiver failed.")

        page_published.connect(fail)
        self.addCleanup(page_published.disconnect, fail)
        before = self.draft.revisions.count()
        with self.assertRaisesMessage(RuntimeError, "A receiver failed."):
            self.press(self.draft, button="now")
        self.draft.refresh_from_db()
        self.assertEqual((self.draft.live, self.draft.revisions.count()), (False, before))


class SchedulingTests(EditorTestCase):
    def test_the_message_repeats_date_zone_and_distance(self):
        Heartbeat.objects.beat()
        response = self.press(self.draft, button="2027-03-08T09:00Z", go_live_at=WHEN)
        [message] = self.get_messages(response)
        self.assertIn(f"“A draft” is scheduled for {IN_WORDS}, in 3 days.", message)
        self.assertIn("Who is told then: a mail to Anna and a mail to you.", message)
        self.assertEqual(get_scheduled(self.draft), [MONDAY])

    def test_a_silent_timer_is_said(self):
        response = self.press(self.draft, button="2027-03-08T09:00Z", go_live_at=WHEN)
        self.assertIn("The timer is not running", self.get_messages(response)[1])

    def test_another_zone_is_named_with_the_journals(self):
        response = self.press(
            self.draft, button="", go_live_at="2027-03-08 18:00", schedule_zone="Asia/Tokyo"
        )
        response = self.press(
            self.draft,
            button="2027-03-08T09:00Z",
            go_live_at="2027-03-08 18:00",
            schedule_zone="Asia/Tokyo",
        )
        message = self.get_messages(response)[0]
        self.assertIn("Mon 8 Mar 2027, 18:00 Asia/Tokyo, in 3 days.", message)
        self.assertIn("That is 09:00 Europe/Lisbon, where the journal is.", message)
        self.assertEqual(get_scheduled(self.draft), [MONDAY])

    def test_a_new_essay_is_scheduled_at_once(self):
        response = self.press(button="2027-03-08T09:00Z", go_live_at=WHEN)
        post = self.get_newest()
        self.assertEqual((post.live, get_scheduled(post)), (False, [MONDAY]))
        self.assertIn(f"“New” is scheduled for {IN_WORDS}", self.get_messages(response)[0])

    def test_an_update_leaves_what_readers_see(self):
        response = self.press(
            self.live, button="2027-03-08T09:00Z", go_live_at=WHEN, title="Better words"
        )
        self.live.refresh_from_db()
        self.assertEqual((self.live.title, self.live.live), ("A live essay", True))
        message = self.get_messages(response)[0]
        self.assertIn(f"An update of “Better words” is scheduled for {IN_WORDS}", message)
        self.assertIn("What readers see now stays until then.", message)

    def test_publishing_now_says_so_and_who_is_told(self):
        response = self.press(self.draft, button="now")
        [message] = self.get_messages(response)
        self.assertIn("“A draft” is published.", message)
        self.assertIn("unless it is taken back: a mail to Anna.", message)
        self.draft.refresh_from_db()
        self.assertTrue(self.draft.live)

    def test_publishing_now_drops_a_schedule_and_says_it(self):
        self.press(self.draft, button="2027-03-08T09:00Z", go_live_at=WHEN)
        response = self.press(self.draft, button="now")
        self.assertIn(f"It is no longer scheduled for {IN_WORDS}.", self.get_messages(response)[0])
        self.assertEqual(get_scheduled(self.draft), [])

    def test_moving_a_schedule_says_from_where(self):
        self.press(self.draft, button="2027-03-08T09:00Z", go_live_at=WHEN)
        response = self.press(self.draft, button="2027-03-09T09:00Z", go_live_at="2027-03-09 09:00")
        self.assertIn(f"It was scheduled for {IN_WORDS} before.", self.get_messages(response)[0])
        self.assertEqual(get_scheduled(self.draft), [MONDAY + timedelta(days=1)])

    def test_a_wish_that_is_past_goes_when_the_essay_is_published(self):
        PostPage.objects.filter(pk=self.draft.pk).update(go_live_at=NOW - timedelta(days=1))
        self.draft.refresh_from_db()
        self.draft.save_revision()
        self.press(self.draft, button="now", go_live_at="2027-03-04 09:00")
        self.draft.refresh_from_db()
        newest = self.draft.get_latest_revision_as_object()
        self.assertEqual((self.draft.live, newest.go_live_at), (True, None))


class AfterwardsTests(EditorTestCase):
    """What was scheduled stays as it was, whatever is saved afterwards."""

    def setUp(self):
        super().setUp()
        self.press(self.draft, button="2027-03-08T09:00Z", go_live_at=WHEN, title="Approved")
        self.scheduled = Revision.objects.get(approved_go_live_at=MONDAY)

    def get_facts(self):
        self.scheduled.refresh_from_db()
        return self.scheduled.approved_go_live_at, self.scheduled.content["title"]

    def test_a_draft_saved_later_leaves_the_schedule_as_it_is(self):
        for save in (self.press, self.autosave):
            for date in (WHEN, "", "2027-04-01 09:00"):
                with self.subTest(save=save.__name__, date=date):
                    save(self.draft, go_live_at=date, title="Later words")
                    self.assertEqual(self.get_facts(), (MONDAY, "Approved"))

    def test_autosave_does_not_write_over_the_version_that_is_scheduled(self):
        self.client.force_login(self.editor)
        answer = self.autosave(
            self.draft,
            go_live_at=WHEN,
            title="Later words",
            overwrite_revision_id=str(self.scheduled.pk),
        ).json()
        self.assertTrue(answer["success"])
        self.assertNotEqual(answer["revision_id"], self.scheduled.pk)
        self.assertEqual(self.get_facts(), (MONDAY, "Approved"))

    def test_the_editor_says_which_version_goes_out(self):
        response = self.client.get(self.edit_url(self.draft))
        self.assertContains(response, "What you save from now on does not change it.")
        self.assertContains(response, "scheduled by Ben")
        self.assertContains(response, "Unschedule it")
        self.press(self.draft, go_live_at=WHEN, title="Later words")
        response = self.client.get(self.edit_url(self.draft))
        self.assertContains(response, "There is a newer draft, and it does not go out")
        self.assertIn("does not go out with it", self.get_standing(response))

    def test_a_draft_that_wishes_another_date_says_both(self):
        self.press(self.draft, go_live_at="2027-03-09 09:00")
        standing = self.get_standing(self.client.get(self.edit_url(self.draft)))
        self.assertIn(f"Scheduled for {IN_WORDS}, in 3 days.", standing)
        self.assertIn("Planned, not scheduled: Tue 9 Mar 2027, 09:00", standing)

    def test_after_it_went_live_it_can_be_saved_and_published(self):
        self.press(self.draft, go_live_at=WHEN, title="Later words")
        self.clock.move_to(MONDAY + timedelta(minutes=1))
        run_due()
        self.draft.refresh_from_db()
        self.assertEqual((self.draft.live, self.draft.title), (True, "Approved"))
        response = self.client.get(self.edit_url(self.draft))
        self.assertEqual(self.get_main_button(response)[0], "Publish update now")
        self.assertNotContains(response, 'value="2027-03-08 09:00"')
        self.press(self.draft, button="now", title="Later words")
        self.draft.refresh_from_db()
        self.assertEqual(self.draft.title, "Later words")

    def test_a_page_left_open_over_its_date_can_still_be_saved(self):
        self.clock.move_to(MONDAY + timedelta(minutes=1))
        self.assertTrue(self.autosave(self.draft, go_live_at=WHEN).json()["success"])

    def test_an_end_that_is_past_is_no_error_and_goes(self):
        PostPage.objects.filter(pk=self.live.pk).update(expire_at=NOW - timedelta(minutes=1))
        self.live.refresh_from_db()
        self.live.save_revision()
        answer = self.autosave(self.live, expire_at="2027-03-05 08:59").json()
        self.assertTrue(answer["success"])
        self.live.refresh_from_db()
        self.assertIsNone(self.live.get_latest_revision_as_object().expire_at)

    def test_an_essay_that_ended_can_be_scheduled_again(self):
        self.press(self.live, button="now", expire_at="2027-03-05 09:30")
        self.clock.move_to(NOW + timedelta(hours=1))
        run_due()
        self.live.refresh_from_db()
        self.assertEqual((self.live.live, self.live.expired), (False, True))
        self.press(self.live, button="2027-03-08T09:00Z", go_live_at=WHEN)
        self.live.refresh_from_db()
        self.assertEqual(self.live.status_string, "scheduled")
        self.clock.move_to(MONDAY + timedelta(seconds=1))
        run_due()
        self.live.refresh_from_db()
        self.assertEqual((self.live.live, self.live.expired), (True, False))
