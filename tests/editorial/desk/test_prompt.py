"""The question to begin with: off until the owner wants it."""

from datetime import date

import time_machine
from django.test import SimpleTestCase

from blog.editorial.desk.prompt import get_question
from blog.editorial.desk.questions import QUESTIONS
from blog.editorial.models import EditorialSettings

from .ground import DeskTestCase


class QuestionTests(SimpleTestCase):
    def test_another_one_each_day_and_the_same_all_day(self):
        days = [date(2026, 11, day) for day in range(1, 5)]
        self.assertEqual(len({get_question("", day) for day in days}), 4)
        self.assertEqual(
            get_question("One\r\n\n  Two  \n", days[0]), get_question("One\nTwo", days[0])
        )
        self.assertEqual({get_question("One\nTwo", day) for day in days}, {"One", "Two"})
        self.assertIn(get_question(" \n\t\n", days[0]), QUESTIONS)

    def test_ours_are_questions_each_once(self):
        self.assertEqual(len({str(question) for question in QUESTIONS}), len(QUESTIONS))
        for question in QUESTIONS:
            self.assertTrue(str(question).endswith("?"), question)


@time_machine.travel("2026-11-23T12:00:00Z", tick=False)
class PromptTests(DeskTestCase):
    def test_it_is_off_until_the_owner_wants_it(self):
        self.assertNotIn("prompt-section", self.see("owner"))

    def test_for_whoever_may_begin_an_essay(self):
        EditorialSettings.objects.create(shows_prompt=True, prompts="What <b>now</b>?")
        for role in ("author", "editor", "owner"):
            html = self.see(role)
            self.assertIn("What &lt;b&gt;now&lt;/b&gt;?", html)
            self.assertIn("Begin an essay", html)
        self.assertNotIn("prompt-section", self.see("moderator"))
