"""The list of ideas and the shelf of what has no day."""

import csv
from datetime import date, timedelta
from io import StringIO

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.editorial.ideas.shelf import get_shelf
from blog.editorial.trash.actions import trash_page
from tests.factories.accounts import UserFactory
from tests.factories.films import make_film, make_viewing
from tests.factories.posts import make_post, make_scheduled_post
from tests.factories.quotes import make_quote

from .ground import IdeaTestCase, make_idea


class ListTests(IdeaTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.used = make_idea(cls.author, "Used", post=make_post(cls.site.journal, live=False))
        cls.planned = make_idea(cls.author, "Planned", planned_on=date(2031, 2, 3), film=cls.film)
        cls.quoted = make_idea(cls.author, "Quoted", quote=cls.quote, note="Lampenschirm")
        cls.others = make_idea(cls.other, "Others")

    def lines(self, **query):
        response = self.client.get(self.address("index", **query))
        return [idea.line for idea in response.context["object_list"]]

    def test_what_waits_comes_first_and_the_newest_of_it(self):
        self.assertEqual(self.lines(), ["Quoted", "Planned", "Used"])

    def test_a_draft_in_the_trash_waits_again(self):
        trash_page(self.used.post)
        self.assertEqual(self.lines(state="waiting")[-1], "Used")
        self.assertEqual(self.lines(state="used"), [])
        response = self.client.get(self.address("index"))
        self.assertContains(response, self.address("write", self.used))

    def test_filters(self):
        self.assertEqual(self.lines(state="waiting"), ["Quoted", "Planned"])
        self.assertEqual(self.lines(state="used"), ["Used"])
        self.assertEqual(self.lines(is_planned="true"), ["Planned"])
        self.assertEqual(self.lines(is_planned="false"), ["Quoted", "Used"])
        self.assertEqual(self.lines(planned_on_from="2031-02-01"), ["Planned"])
        self.assertEqual(self.lines(film=self.film.pk), ["Planned"])
        self.assertEqual(self.lines(state="waiting", is_planned="true"), ["Planned"])

    def test_search_in_line_note_film_and_quotation(self):
        for query, found in (
            ("quot", ["Quoted"]),
            ("lampenschirm", ["Quoted"]),
            ("aftersun", ["Planned"]),
            ("share the sky", ["Quoted"]),
            ("others", []),
            ("\0", ["Quoted", "Planned", "Used"]),
            ("“", []),
            ("x" * 3000, []),
        ):
            with self.subTest(query=query[:20]):
                self.assertEqual(self.lines(q=query), found)

    def test_orders_that_are_asked_for(self):
        self.assertEqual(self.lines(ordering="line"), ["Planned", "Quoted", "Used"])
        self.assertEqual(self.lines(ordering="nonsense"), ["Quoted", "Planned", "Used"])

    def test_an_editor_sees_everybodys_and_whose_they_are(self):
        self.assertNotContains(self.client.get(self.address("index")), "Noted by</")
        self.client.force_login(self.editor)
        self.assertEqual(self.lines(created_by=self.other.pk), ["Others"])
        self.assertContains(self.client.get(self.address("index")), str(self.other))

    def test_a_draft_that_the_person_may_not_edit_is_named_without_a_link(self):
        page = self.used.post
        response = self.client.get(self.address("index"))
        self.assertContains(response, page.title)
        self.assertNotContains(response, f"/admin/pages/{page.pk}/edit/")
        self.client.force_login(self.editor)
        response = self.client.get(self.address("index"))
        self.assertContains(response, f"/admin/pages/{page.pk}/edit/")

    def test_export_holds_the_own_ideas_alone(self):
        response = self.client.get(self.address("index", export="csv"))
        rows = list(csv.DictReader(StringIO(response.getvalue().decode())))
        self.assertEqual([row["In a line"] for row in rows], ["Quoted", "Planned", "Used"])
        self.assertEqual(rows[0]["Note"], "Lampenschirm")
        self.assertEqual(self.client.get(self.address("index", export="xlsx")).status_code, 200)

    def test_three_ideas_and_thirteen_cost_the_same(self):
        self.client.force_login(self.editor)
        self.client.get(self.address("index"))  # what a process asks once
        with CaptureQueriesContext(connection) as few:
            self.client.get(self.address("index"))
        for number in range(10):
            film = make_film(self.site.films, f"Film {number}")
            make_idea(
                UserFactory(),
                f"Idea {number}",
                film=film,
                viewing=make_viewing(film, author=self.byline),
                quote=make_quote(film=film),
                post=make_post(self.site.journal, live=False, owner=self.author),
            )
        with self.assertNumQueries(len(few)):
            self.client.get(self.address("index"))


class ShelfTests(IdeaTestCase):
    def titles(self, user=None):
        shelf = get_shelf(user or self.author)
        return [item.title for item in shelf.ideas], [item.title for item in shelf.drafts]

    def test_undated_ideas_and_drafts_of_ones_own(self):
        make_idea(self.author, "Undated", film=self.film)
        make_idea(self.author, "Dated", planned_on=date(2031, 1, 1))
        make_idea(self.other, "Others")
        own = {"owner": self.author, "live": False}
        make_idea(self.author, "Used", post=make_post(self.site.journal, "Draft", **own))
        make_post(self.site.journal, "Planned", go_live_at=timezone.now(), **own)
        make_scheduled_post(self.site.journal, "Scheduled", owner=self.author)
        make_post(self.site.journal, "Live", owner=self.author)
        taken_down = make_post(self.site.journal, "Taken down", owner=self.author)
        taken_down.unpublish()
        trashed = make_post(self.site.journal, "Trashed", **own)
        trash_page(trashed)
        make_post(self.site.journal, "Others’ draft", live=False, owner=self.other)
        self.assertEqual(self.titles(), (["Undated"], ["Draft"]))
        ideas, drafts = self.titles(self.editor)
        self.assertEqual(ideas, ["Others", "Undated"])
        self.assertEqual(set(drafts), {"Draft", "Others’ draft"})

    def test_a_schedule_that_the_row_does_not_say_is_no_undated_draft(self):
        post = make_post(self.site.journal, "Approved", live=False, owner=self.author)
        post.save_revision(approved_go_live_at=timezone.now() + timedelta(days=1))
        self.assertEqual(self.titles(), ([], []))

    def test_a_moderator_has_an_empty_shelf(self):
        make_idea(self.author)
        make_post(self.site.journal, "Draft", live=False)
        self.assertEqual(self.titles(UserFactory(groups=["Moderator"])), ([], []))

    def test_what_it_says_of_one(self):
        idea = make_idea(self.author, film=self.film)
        item = get_shelf(self.author).ideas[0]
        self.assertEqual((item.kind, item.pk, item.about), ("idea", idea.pk, str(self.film)))
        self.assertEqual(item.write_url, self.address("write", idea))

    def test_a_long_shelf_is_cut_and_says_how_much_there_is(self):
        for number in range(13):
            make_idea(self.author, f"Idea {number}", film=self.film)
            make_post(self.site.journal, f"Draft {number}", live=False, owner=self.author)
        shelf = get_shelf(self.author, shown=3)
        self.assertEqual((len(shelf.ideas), shelf.idea_count), (3, 13))
        self.assertEqual((len(shelf.drafts), shelf.draft_count), (3, 13))
        user = type(self.author).objects.get(pk=self.author.pk)
        with self.assertNumQueries(SHELF_QUERIES):
            get_shelf(user, shown=3)
        user = type(self.author).objects.get(pk=self.author.pk)
        with self.assertNumQueries(SHELF_QUERIES):
            get_shelf(user, shown=13)


SHELF_QUERIES = 7
