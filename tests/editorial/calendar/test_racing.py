"""People who move a schedule while timers run: one of them wins, and nothing happens twice."""

import os
from datetime import timedelta

from django.utils import timezone

from blog.accounts.models import User
from blog.editorial.moving import MoveRefusedError, reschedule
from blog.editorial.running.run import run_due
from home.setup import lay_out_journal
from tests.editorial.processes import in_children
from tests.editorial.schedules import add_page, minutes_ago, publications, schedule
from tests.ground import CommittingTestCase

from .ground import approved

PROCESSES = 4
PAGES = 8


class RacingTests(CommittingTestCase):
    def test_a_page_is_published_once_or_moved(self):
        home = lay_out_journal().home
        owner = User.objects.create_superuser("owner@example.org", "p")
        pages = [add_page(home, f"Racing {number}") for number in range(PAGES)]
        for page in pages:
            schedule(page, minutes_ago(1))
        later = timezone.now().replace(microsecond=0) + timedelta(days=3)

        def work():
            # In another order in each process.
            turn = os.getpid() % PAGES
            for number, page in enumerate(pages[turn:] + pages[:turn]):
                if number == PAGES // 2:
                    run_due()
                try:
                    reschedule(page, later, owner)
                except MoveRefusedError as refusal:
                    # The timer was first, or another person.
                    said = str(refusal)
                    assert "is live already" in said or "was changed meanwhile" in said, said

        self.assertEqual(in_children(PROCESSES, work), [0] * PROCESSES)
        for page in pages:
            page.refresh_from_db()
            state = (page.live, publications(page), approved(page))
            self.assertIn(state, [(True, 1, None), (False, 0, later)])
