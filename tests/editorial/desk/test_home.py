"""The whole desk: which panels for whom, in which order, at which price."""

from datetime import timedelta

import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.accounts.actions import ensure_author
from blog.accounts.models import User
from blog.editorial.models import EditorialSettings, Heartbeat
from tests.editorial.schedules import schedule
from tests.factories.comments import make_comment
from tests.factories.films import make_film, make_viewing
from tests.factories.outbox import make_mail
from tests.factories.posts import make_post
from tests.factories.quotes import make_quote
from tests.factories.site_body import as_stream

from .ground import DeskTestCase, panels_in

NOW = "2026-11-23T12:00:00Z"


@time_machine.travel(NOW, tick=False)
class HomeTests(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        with time_machine.travel(NOW, tick=False):
            Heartbeat.objects.beat()
            EditorialSettings.objects.create(shows_prompt=True)

    def fill(self, number, start=0):
        """Put `number` of everything on the desk, for everybody."""
        now = timezone.now()
        watch = {"items": [{"type": "item", "value": {"service": "A"}, "id": "1"}]}
        for place in range(start, start + number):
            film = make_film(
                self.site.films, f"Film {place}", 2016, facts=as_stream([("watch", watch)])
            )
            day = now.date().replace(year=2025 - place % 20)
            make_viewing(film, author=ensure_author(self.people["author"]), watched_on=day)
            post = make_post(self.site.journal, f"Out {place}", owner=self.people["author"])
            type(post).objects.filter(pk=post.pk).update(
                first_published_at=now.replace(year=2025 - place % 20),
                expire_at=now + timedelta(days=2),
            )
            make_comment(post, f"Waits {place}", status="pending")
            for role in ("author", "editor", "owner"):
                self.draft(role, f"Old {place} {role}", days_ago=70, words="It ends here.")
                wish = self.draft(role, f"Wish {place} {role}", go_live_at=now + timedelta(days=1))
                schedule(wish, now - timedelta(hours=1))
                make_quote(f"Quote {place} {role}", owner=self.people[role])
            make_quote(f"Unsure {place}", provenance="unverified", provenance_note="Why.")
            make_mail(place + 1, state="failed")

    def test_an_empty_desk(self):
        self.assertEqual(
            panels_in(self.see("author")),
            ["continue-writing", "prompt", "this-month", "watched-tonight"],
        )
        self.assertEqual(panels_in(self.see("moderator")), [])

    def test_each_role_has_its_own(self):
        self.fill(1)
        common = ["this-month", "loose-ends", "watched-tonight", "quote-of-the-day"]
        common += ["on-this-day", "prompt"]
        first = ["attention", "failed-mails"]
        expected = {
            "author": ["attention", "continue-writing", "quote-of-the-day", "this-month",
                       "loose-ends", "watched-tonight", "on-this-day", "prompt"],
            "editor": [*first, "continue-writing", "waiting-comments", *common],
            "moderator": ["waiting-comments"],
            "owner": [*first, "continue-writing", "waiting-comments", *common],
        }  # fmt: skip
        for role, panels in expected.items():
            with self.subTest(role):
                shown = [name for name in panels_in(self.see(role)) if name != "notices"]
                self.assertEqual(shown, panels)

    def test_what_ours_say_better_is_gone(self):
        html = self.see("owner")
        self.assertNotIn("Your most recent edits", html)
        self.assertNotIn("w-summary", html)
        self.assertIn("css/admin/desk.css", html)

    def test_the_price_does_not_grow(self):
        self.fill(3)
        before = {role: self.count_queries(role) for role in self.people}
        self.fill(10, start=3)
        after = {role: self.count_queries(role) for role in self.people}
        self.assertEqual(before, after)

    def count_queries(self, role):
        self.client.force_login(User.objects.get(pk=self.people[role].pk))
        self.client.get("/admin/")
        with CaptureQueriesContext(connection) as queries:
            self.client.get("/admin/")
        return len(queries)
