"""“Move to…” and the other buttons, as people and as drag and drop press them."""

from unittest import mock

import time_machine
from django.test import TestCase
from django.urls import reverse
from wagtail.models import PageLogEntry
from wagtail.users.models import UserProfile

from blog.editorial.models import PostIdea
from blog.editorial.moving import MoveRefusedError

from .ground import NOW, Journal, approved, at, planned_date


@time_machine.travel(NOW, tick=False)
class MoveTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        with time_machine.travel(NOW, tick=False):
            cls.journal = Journal()
            profile = UserProfile.get_for_user(cls.journal.editor)
            profile.current_time_zone = "Europe/Lisbon"
            profile.save()
            cls.draft = cls.journal.draft("A planned essay", go_live_at=at(8, 18, 30))
            cls.scheduled = cls.journal.scheduled(when=at(9), expire_at=at(25))
            cls.shelved = cls.journal.draft("A shelved essay")
            cls.idea = cls.journal.idea("An idea")

    def setUp(self):
        self.client.force_login(self.journal.editor)

    def post(self, page, name="editorial_move", **data):
        return self.client.post(reverse(name, args=[page.pk]), data)

    def messages(self, response):
        return [str(message) for message in response.wsgi_request._messages]

    def assert_leads(self, response, address):
        self.assertEqual((response.status_code, response["Location"]), (303, address))

    def assert_stays(self, response):
        self.assertEqual(response.status_code, 422)
        self.assertEqual(planned_date(self.draft), (at(8, 18, 30), at(8, 18, 30)))

    def test_others_are_turned_away(self):
        for user in (self.journal.author, self.journal.moderator):
            self.client.force_login(user)
            for page in (self.draft, self.scheduled):
                with self.subTest(user=user.email, page=page.title):
                    response = self.post(page, at="2027-03-20T09:00", confirmed="2027-03-20T09:00Z")
                    self.assertRedirects(response, "/admin/", fetch_redirect_response=False)
        self.assertEqual(approved(self.scheduled), at(9))
        self.assertEqual(planned_date(self.draft)[0], at(8, 18, 30))

    def test_what_cannot_be_is_said(self):
        for written in (
            "",
            "\0",
            "tomorrow 🎬",
            "x" * 5000,
            "2027-02-28T09:00",
            "9999-12-31T23:59",
        ):
            with self.subTest(written[:20]):
                self.assert_stays(self.post(self.draft, at=written))

    def test_a_time_that_the_clocks_leave_out_is_refused_with_the_nearest(self):
        response = self.post(self.draft, at="2027-03-28T01:30")
        self.assert_stays(response)
        self.assertContains(response, "02:00", status_code=422)

    def test_a_time_that_comes_twice_is_asked_about_once(self):
        response = self.post(self.draft, at="2027-10-31T01:30")
        self.assert_stays(response)
        self.assertContains(response, 'name="at_which"', status_code=422)
        self.post(self.draft, at="2027-10-31T01:30", at_which="2027-10-31T01:30Z")
        self.assertEqual(planned_date(self.draft)[0].isoformat(), "2027-10-31T01:30:00+00:00")

    def test_a_wish_moves_at_once_and_back(self):
        response = self.post(self.draft, at="2027-03-20T09:00", next="/admin/")
        self.assert_leads(response, "/admin/")
        self.assertEqual(planned_date(self.draft)[0], at(20))
        [message] = self.messages(response)
        self.assertIn("Sat 20 Mar 2027, 09:00 Europe/Lisbon", message)
        undo = {"at": "2027-03-08T18:30:00+00:00", "schedule_zone": "Europe/Lisbon"}
        for value in undo.values():
            self.assertIn(f'value="{value}"', message)
        self.post(self.draft, **undo)
        self.assertEqual(planned_date(self.draft)[0], at(8, 18, 30))

    def test_another_zone_is_one_select(self):
        self.post(self.draft, at="2027-03-20T09:00", schedule_zone="America/New_York")
        self.assertEqual(planned_date(self.draft)[0], at(20, 13))

    def test_a_drop_keeps_the_time_of_day(self):
        self.post(self.draft, day="2027-03-20")
        self.assertEqual(planned_date(self.draft)[0], at(20, 18, 30))

    def test_a_drop_on_the_past_is_refused(self):
        self.assert_stays(self.post(self.draft, day="2027-02-20"))

    def test_a_drop_from_the_shelf_plans_for_the_morning(self):
        response = self.post(self.shelved, day="2027-03-20")
        self.assertEqual(planned_date(self.shelved)[0], at(20))
        [message] = self.messages(response)
        self.assertIn(reverse("editorial_unplan", args=[self.shelved.pk]), message)
        self.post(self.shelved, "editorial_unplan")
        self.assertEqual(planned_date(self.shelved), (None, None))

    def test_a_schedule_asks_before_it_moves(self):
        for answer in (
            self.post(self.scheduled, at="2027-03-20T09:00"),
            self.post(self.scheduled, day="2027-03-20"),
            self.client.get(
                reverse("editorial_move", args=[self.scheduled.pk]) + "?day=2027-03-20"
            ),
        ):
            self.assertContains(answer, "It will go live on Sat 20 Mar 2027, 09:00 Europe/Lisbon")
            self.assertContains(answer, 'name="confirmed" value="2027-03-20T09:00Z"')
            self.assertEqual(approved(self.scheduled), at(9))
        self.post(self.scheduled, at="2027-03-20T09:00", confirmed="2027-03-20T09:00Z")
        self.assertEqual(approved(self.scheduled), at(20))

    def test_a_yes_to_another_time_is_no_yes(self):
        answer = self.post(self.scheduled, at="2027-03-21T09:00", confirmed="2027-03-20T09:00Z")
        self.assertContains(answer, "It will go live on Sun 21")
        self.assertEqual(approved(self.scheduled), at(9))

    def test_an_end_asks_before_it_moves(self):
        data = {"name": "editorial_move_end", "at": "2027-03-27T09:00"}
        self.assertContains(self.post(self.scheduled, **data), "It will end on Sat 27 Mar 2027")
        self.post(self.scheduled, confirmed="2027-03-27T09:00Z", **data)
        self.scheduled.refresh_from_db()
        self.assertEqual(self.scheduled.expire_at, at(27))

    def test_what_went_live_while_the_form_stood_open_is_said(self):
        page = self.journal.scheduled("Meanwhile", when=at(12))
        with mock.patch("blog.editorial.calendar.moves.reschedule") as act:
            act.side_effect = MoveRefusedError("“Meanwhile” is live already.")
            response = self.post(page, at="2027-03-20T09:00", confirmed="2027-03-20T09:00Z")
        self.assertContains(response, "“Meanwhile” is live already.", status_code=422)

    def test_a_published_essay_without_changes_has_no_form(self):
        live = self.journal.live()
        response = self.client.get(reverse("editorial_move", args=[live.pk]))
        self.assert_leads(response, reverse("editorial_calendar"))
        self.assertIn("no changes", self.messages(response)[0])

    def test_an_idea_knows_its_day_alone(self):
        address = reverse("editorial_move_idea", args=[self.idea.pk])
        for day in ("", "\0", "2027-02-28", "2027-02-30"):
            self.assertEqual(self.client.post(address, {"day": day}).status_code, 422, day)
        self.client.post(address, {"day": "2027-03-20"})
        self.assertEqual(PostIdea.objects.get(pk=self.idea.pk).planned_on, at(20).date())
        PostIdea.objects.filter(pk=self.idea.pk).update(post=self.draft.pk)
        response = self.client.post(address, {"day": "2027-03-21"})
        self.assertContains(response, "has a draft by now", status_code=422)
        self.assertEqual(PostIdea.objects.get(pk=self.idea.pk).planned_on, at(20).date())

    def test_foreign_addresses_are_not_gone_to(self):
        response = self.post(self.draft, at="2027-03-20T09:00", next="https://evil.example/")
        self.assert_leads(response, reverse("editorial_calendar"))

    def test_unscheduling_and_publishing_from_a_button(self):
        self.post(self.scheduled, "editorial_unschedule")
        self.assertIsNone(approved(self.scheduled))
        message = self.messages(self.post(self.scheduled, "editorial_publish_now"))[-1]
        self.assertIn("not scheduled any more", message)
        page = self.journal.scheduled("Soon", when=at(12))
        with self.captureOnCommitCallbacks(execute=True):
            response = self.post(page, "editorial_publish_now")
        publication = page.publications.get()
        undo = reverse("editorial_undo", args=[publication.pk])
        self.assertIn(undo, self.messages(response)[-1])
        page.refresh_from_db()
        self.assertTrue(page.live)
        entry = PageLogEntry.objects.get(page=page.pk, action="wagtail.publish")
        self.assertEqual(entry.user, self.journal.editor)

    def test_a_page_that_never_was_is_404(self):
        for name in ("editorial_move", "editorial_move_end"):
            for number in (999999, 10**30):
                address = reverse(name, args=[number])
                self.assertEqual(self.client.get(address).status_code, 404)
