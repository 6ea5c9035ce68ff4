"""“Loose ends”: what is counted, and that the lists hold the same rows."""

import re
from datetime import date, timedelta

import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.editorial.desk.loose_ends import get_loose_ends
from blog.films.models import FilmPage
from tests.editorial.schedules import schedule
from tests.factories.films import make_film
from tests.factories.quotes import make_quote
from tests.factories.site_body import as_stream

from .ground import DeskTestCase

NOW = "2026-11-23T12:00:00Z"
PLACE = [{"type": "item", "value": {"service": "A library", "kind": "library"}, "id": "1"}]
LISTS = ("/admin/desk/old-drafts/", "/admin/desk/where-to-watch/")


def watched(*days, items=PLACE):
    """Return a film's facts with a list of places for each day on which it was checked."""
    values = [{"items": items, "checked_on": day and day.isoformat()} for day in days]
    return as_stream([("watch", value) for value in values])


@time_machine.travel(NOW, tick=False)
class LooseEndsTests(DeskTestCase):
    def count(self, role):
        return [end.count for end in get_loose_ends(self.people[role])]

    def add_some(self, number):
        long_ago, there = date(2026, 8, 1), FilmPage.objects.count()
        for place in range(there, there + number):
            unsure = {"provenance": "unverified", "provenance_note": "From memory."}
            make_quote(f"Unverified {place}", **unsure)
            make_film(self.site.films, f"Stale {place}", facts=watched(long_ago))
            self.draft("author", f"Old {place}", days_ago=61)

    def test_nothing_is_said_while_all_is_tied_up(self):
        make_quote("Heard it.", provenance="heard")
        self.draft("author", days_ago=59)
        self.assertEqual(self.count("owner"), [0, 0, 0])
        self.assertNotIn("loose-ends", self.see("owner"))

    def test_each_sees_what_they_may_tie_up(self):
        self.add_some(2)
        self.draft("editor", "The editor's own", days_ago=100)
        self.assertEqual(self.count("owner"), [2, 2, 3])
        self.assertEqual(self.count("editor"), [2, 2, 3])
        # The commonplace book is everybody's; films and drafts are others'.
        self.assertEqual(self.count("author"), [2, 0, 2])
        self.assertNotIn("loose-ends", self.see("moderator"))

    def test_every_link_leads_to_as_many_rows_as_it_says(self):
        self.add_some(2)
        self.draft("editor", "The editor's own", days_ago=100)
        for role in ("author", "editor", "owner"):
            self.enter(role)
            for end in get_loose_ends(self.people[role]):
                response = self.client.get(end.url)
                rows = response.context["page_obj"].paginator.count
                self.assertEqual(rows, end.count, (role, end.url))

    def test_the_words(self):
        self.add_some(1)
        html = self.see("owner")
        self.assertIn(">1 unverified quotation</a>", html)
        self.assertIn(">1 film whose “where to watch” is older than 90 days</a>", html)
        self.assertIn(">1 draft untouched for 60 days</a>", html)

    def test_a_query_each_however_many(self):
        owner = self.people["owner"]
        for more in (3, 10):
            self.add_some(more)
            with self.subTest(more), self.assertNumQueries(3):
                get_loose_ends(owner)


@time_machine.travel(NOW, tick=False)
class OldDraftsTests(DeskTestCase):
    def test_what_has_a_date_to_come_is_not_forgotten(self):
        soon = timezone.now() + timedelta(days=3)
        self.draft("owner", "Wished for", days_ago=90, go_live_at=soon)
        approved = self.draft("owner", "Approved")
        schedule(approved, soon)
        type(approved).objects.filter(pk=approved.pk).update(
            latest_revision_created_at=timezone.now() - timedelta(days=90), go_live_at=None
        )
        self.draft("owner", "Wished for once", days_ago=90, go_live_at=soon - timedelta(days=30))
        trashed = self.draft("owner", "Deleted", days_ago=90)
        trashed.slug = f"~{trashed.pk}"
        trashed.save(clean=False)
        html = self.see("owner", LISTS[0])
        self.assertIn("Wished for once", html)
        self.assertNotRegex(html, r"Wished for\s*<|Approved|Deleted")

    def test_the_longest_left_comes_first_with_its_age(self):
        self.draft("owner", "Younger", days_ago=61)
        self.draft("owner", "Older", days_ago=400)
        html = self.see("owner", LISTS[0])
        self.assertLess(html.index("Older"), html.index("Younger"))
        self.assertIn("1\xa0year ago", html)

    def test_lists_are_refused_to_who_works_on_no_pages(self):
        self.enter("moderator")
        for path in LISTS:
            self.assertRedirects(self.client.get(path), "/admin/", fetch_redirect_response=False)

    def test_page_numbers_from_anywhere(self):
        for number in ("0", "-1", "99999999999999999999", "x", "\0", "😀"):
            self.enter("owner")
            for path in LISTS:
                with self.subTest(path=path, number=number):
                    response = self.client.get(path, {"p": number})
                    self.assertIn(response.status_code, (200, 404))

    def test_a_fixed_number_of_queries(self):
        self.enter("owner")
        counts = []
        for more in (3, 10):
            for number in range(more):
                self.draft("author", f"Draft {more} {number}", days_ago=90)
                make_film(self.site.films, f"Film {more} {number}", facts=watched(None))
            counts.append([self.count_queries(path) for path in LISTS])
        self.assertEqual(counts[0], counts[1])

    def count_queries(self, path):
        self.client.get(path)
        with CaptureQueriesContext(connection) as queries:
            self.client.get(path)
        return len(queries)


@time_machine.travel(NOW, tick=False)
class StaleWatchTests(DeskTestCase):
    def is_stale(self, **fields):
        make_film(self.site.films, f"Film {FilmPage.objects.count()}", **fields)
        before = self.stale
        self.stale = get_loose_ends(self.people["owner"])[1].count
        return self.stale > before

    def test_when_it_was_last_checked(self):
        self.stale = 0
        today = timezone.localdate()
        cases = [
            ({"facts": watched(today - timedelta(days=91))}, True),
            ({"facts": watched(today - timedelta(days=90))}, False),
            ({"facts": watched(today + timedelta(days=900))}, False),
            ({"facts": watched(None)}, True),
            ({"facts": watched(today, None)}, True),
            ({"facts": watched(None, items=[])}, False),
            ({"facts": as_stream([("box_office", {"items": []})])}, False),
            ({"facts": []}, False),
            ({}, False),
        ]
        for fields, expected in cases:
            with self.subTest(fields):
                self.assertEqual(self.is_stale(**fields), expected)

    def test_facts_that_are_no_list_of_blocks(self):
        film = make_film(self.site.films, "Saved empty once")
        FilmPage.objects.filter(pk=film.pk).update(facts="")
        make_film(self.site.films, "Stale", facts=watched(None))
        self.assertEqual(get_loose_ends(self.people["owner"])[1].count, 1)

    def test_the_list_says_when(self):
        make_film(self.site.films, "Once", 1999, facts=watched(date(2026, 2, 1), date(2026, 1, 2)))
        make_film(self.site.films, "Never", facts=watched(None))
        html = self.see("owner", LISTS[1])
        self.assertIn("Once (1999)", html)
        found = re.findall(r"2 January 2026|1 February 2026|never", html)
        self.assertEqual(found, ["never", "2 January 2026"])
