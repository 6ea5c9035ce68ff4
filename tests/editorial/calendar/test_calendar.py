"""The calendar's page: what stands on it, for whom, in which view."""

import time_machine
from django.test import TestCase
from django.urls import reverse

from blog.editorial.moving import plan

from .ground import NOW, Journal, at


@time_machine.travel(NOW, tick=False)
class CalendarPageTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        with time_machine.travel(NOW, tick=False):
            cls.journal = Journal()
            cls.journal.scheduled(when=at(8), expire_at=at(20))
            cls.journal.draft("A planned essay", go_live_at=at(9))
            cls.journal.live("A live essay", days_ago=0)
            cls.journal.idea("A dated idea", planned_on=at(10).date())
            cls.journal.idea("An undated idea")
            cls.journal.draft("An undated draft")

    def get(self, user=None, **query):
        self.client.force_login(user or self.journal.editor)
        return self.client.get(reverse("editorial_calendar", query=query))

    def test_moderators_have_no_calendar(self):
        self.assertEqual(self.get(self.journal.moderator).status_code, 302)

    def test_each_kind_stands_there_in_words(self):
        response = self.get(on="2027-03-01")
        for words in ("Scheduled", "Planned", "Published", "Expires", "Idea"):
            self.assertContains(response, f'<span class="calendar-entry__kind">{words}</span>')
