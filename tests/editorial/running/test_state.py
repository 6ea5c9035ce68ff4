"""Everyone who relies on the timer is told whether it runs."""

from datetime import timedelta

import time_machine
from django.template.loader import render_to_string
from django.test import TestCase
from django.utils import timezone

from blog.editorial.models import Heartbeat
from blog.editorial.running.state import get_timer_state


def state_after(**passed):
    """Return the state that long after the last sign of life."""
    with time_machine.travel(timezone.now(), tick=False):
        Heartbeat.objects.beat()
    start = Heartbeat.objects.get().beaten_at
    with time_machine.travel(start + timedelta(**passed), tick=False):
        return get_timer_state()


class TimerStateTests(TestCase):
    def test_timer_that_never_ran_is_silent(self):
        state = get_timer_state()
        self.assertTrue(state.is_silent)
        self.assertIsNone(state.seconds_since)
        self.assertIn("The timer is not running", state.sentence)
        self.assertIn("manage.py worker", state.advice)

    def test_silence_begins_after_ten_minutes(self):
        self.assertFalse(state_after(minutes=10).is_silent)
        state = state_after(minutes=10, seconds=1)
        self.assertTrue(state.is_silent)
        self.assertIn("Timer last ran 10 minutes ago.", state.advice)

    def test_sentence_says_how_long_ago(self):
        for passed, sentence in (
            ({"seconds": 40}, "Timer last ran 40 s ago."),
            ({"seconds": 0}, "Timer last ran 0 s ago."),
            ({"minutes": 3}, "Timer last ran 3 minutes ago."),
        ):
            with self.subTest(passed):
                state = state_after(**passed)
                self.assertEqual((state.sentence, state.advice), (sentence, ""))
        for passed, sentence in (
            ({"hours": 3}, "Timer last ran 3 hours ago."),
            ({"days": 3}, "Timer last ran 3 days ago."),
        ):
            with self.subTest(passed):
                self.assertIn(sentence, state_after(**passed).advice)

    def test_clock_of_another_machine_may_be_a_little_ahead(self):
        state = state_after(seconds=-5)
        self.assertEqual((state.is_silent, state.sentence), (False, "Timer last ran 0 s ago."))

    def test_sign_of_life_from_the_future_is_none(self):
        self.assertTrue(state_after(days=-2).is_silent)

    def test_it_costs_one_query(self):
        with self.assertNumQueries(1):
            get_timer_state()

    def test_template_warns_of_silence_alone(self):
        template = "editorial/running/timer_state.html"
        silent = render_to_string(template, {"timer": get_timer_state()})
        self.assertIn("help-warning", silent)
        self.assertIn("manage.py worker --once", silent)
        running = render_to_string(template, {"timer": state_after(seconds=4)})
        self.assertNotIn("help-warning", running)
        self.assertIn("Timer last ran 4 s ago.", running)
