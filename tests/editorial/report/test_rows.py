"""What the report says of each thing that will change by itself."""

from unittest.mock import patch

from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, Page

from blog.editorial.moving import reschedule
from blog.editorial.report.row import Kind, State
from blog.editorial.report.rows import get_rows
from blog.editorial.report.snippets import get_snippet_rows
from blog.editorial.report.states import get_attempts
from blog.films.models import FilmPage
from tests.factories.accounts import UserFactory
from tests.factories.films import make_film

from .ground import ReportTestCase, fail, hold, in_hours, schedule


class WhatTests(ReportTestCase):
    def test_everything_that_is_to_come_and_nothing_else(self):
        self.assertEqual(
            {title: row.kind for title, row in self.rows().items()},
            {
                "Overdue": Kind.PUBLICATION,
                "Stuck": Kind.EXPIRY,
                "Failing": Kind.PUBLICATION,
                "Late": Kind.ANNOUNCEMENT,
                "First": Kind.PUBLICATION,
                "Update": Kind.UPDATE,
                "Ending": Kind.EXPIRY,
            },
        )

    def test_the_earliest_comes_first(self):
        titles = ["Overdue", "Stuck", "Failing", "Late", "First", "Update", "Ending"]
        self.assertEqual(list(self.rows()), titles)

    def test_a_page_with_a_schedule_and_an_end_has_two_lines(self):
        page = self.make("Both", expire_at=in_hours(20))
        schedule(page, in_hours(10), self.editor)
        rows = [row for row in get_rows(self.editor) if row.title == "Both"]
        self.assertEqual([row.kind for row in rows], [Kind.UPDATE, Kind.EXPIRY])

    def test_films_stand_there_too(self):
        schedule(make_film(self.site.films, "Aftersun", live=False), in_hours(3))
        self.assertEqual(self.rows()["Aftersun"].type_label, "Film")

    def test_how_it_stands(self):
        rows = self.rows()
        self.assertEqual(
            {title: row.state for title, row in rows.items()},
            {
                "Overdue": State.OVERDUE,
                "Stuck": State.ATTENTION,
                "Failing": State.FAILED,
                "Late": State.HELD,
                "First": State.WAITING,
                "Update": State.WAITING,
                "Ending": State.WAITING,
            },
        )
        self.assertIn("is already used by “X”", rows["Failing"].reason)
        self.assertIn("Tries: 1.", rows["Failing"].tries)
        self.assertIn("timer’s work", rows["Overdue"].reason)
        self.assertEqual((rows["First"].reason, rows["First"].tries), ("", ""))

    def test_a_failure_of_an_earlier_schedule_is_none_of_this_one(self):
        fail(self.first, in_hours(-30))
        self.assertEqual(self.rows()["First"].state, State.WAITING)

    def test_what_an_end_does(self):
        self.assertIn("taken down", self.rows()["Ending"].ends_as)
        type(self.ending).objects.filter(pk=self.ending.pk).update(expires_to="unlisted")
        self.assertIn("leaves the lists", self.rows()["Ending"].ends_as)


class VersionTests(ReportTestCase):
    def test_the_newest_version_goes_out(self):
        self.assertIn("the newest", self.rows()["First"].version)
        self.assertNotIn("not the newest", self.rows()["First"].version)

    def test_a_draft_that_was_saved_since_does_not(self):
        self.first.title = "Another title"
        self.first.save_revision(user=self.author)
        self.assertIn("not the newest draft", self.rows()["Another title"].version)

    def test_an_end_has_no_version(self):
        self.assertEqual(self.rows()["Ending"].version, "")


class WhoTests(ReportTestCase):
    def test_who_scheduled_is_asked_of_the_history(self):
        rows = self.rows()
        self.assertEqual(rows["First"].by_name, "Edda")
        self.assertEqual(rows["Overdue"].by_name, "")

    def test_who_moved_it_last_scheduled_it(self):
        other = UserFactory(display_name="Otto", groups=["Editor"])
        reschedule(self.first, in_hours(30), other)
        self.assertEqual(self.rows()["First"].by_name, "Otto")

    def test_whoever_is_gone_is_not_named(self):
        self.editor.delete()
        owner = UserFactory(is_superuser=True)
        self.assertEqual(self.rows(owner)["First"].by_name, "")

    def test_mine_is_what_i_own_sign_or_scheduled(self):
        def mine(user):
            return {title for title, row in self.rows(user).items() if row.is_mine}

        self.assertEqual(mine(self.author), {"First"})
        self.assertEqual(mine(self.editor), {"First", "Update"})
        owner = UserFactory(is_superuser=True)
        self.assertEqual(mine(owner), set())
        self.byline.user = owner
        self.byline.save()
        self.assertEqual(mine(owner), {"Ending"})

    def test_an_author_sees_their_own_alone_and_decides_nothing(self):
        rows = self.rows(self.author)
        self.assertEqual(list(rows), ["First"])
        self.assertFalse(rows["First"].may_decide)

    def test_a_moderator_sees_nothing(self):
        self.assertEqual(self.rows(self.moderator), {})

    def test_an_editor_of_films_alone_sees_no_essays(self):
        group = self.editor.groups.get()
        group.page_permissions.update(page=self.site.films)
        self.assertEqual(self.rows(type(self.editor).objects.get(pk=self.editor.pk)), {})


class CostTests(ReportTestCase):
    def test_seven_lines_and_twenty_cost_the_same(self):
        def fresh():
            return type(self.editor).objects.get(pk=self.editor.pk)

        self.rows(fresh())
        with CaptureQueriesContext(connection) as few:
            self.rows(fresh())
        for number in range(4):
            by = UserFactory(groups=["Editor"])
            schedule(self.make(f"More {number}", live=False), in_hours(20 + number), by)
            page = self.make(f"End {number}", expire_at=in_hours(60))
            Page.objects.filter(pk=page.pk).update(expire_at=(at := in_hours(-number - 1)))
            fail(page, at, "expire")
            hold(self.make(f"Held {number}"))
        with self.assertNumQueries(len(few)):
            self.assertEqual(len(self.rows(fresh())), 19)


class SnippetTests(ReportTestCase):
    """No snippet of the journal has drafts; Page has the same fields, so it stands in for one."""

    def rows_of_snippets(self, user):
        with patch(MODELS, return_value=[Page]), patch(PAGE, FilmPage):
            return {row.title: row for row in get_snippet_rows(user, get_attempts())}

    def test_schedules_and_ends_with_who_and_how_it_stands(self):
        revision = self.first.revisions.get(approved_go_live_at__isnull=False)
        log(instance=self.byline, action="wagtail.publish.schedule", user=self.editor)
        ModelLogEntry.objects.update(revision=revision)
        rows = self.rows_of_snippets(self.editor)
        self.assertEqual(rows["First"].by_name, "Edda")
        self.assertEqual((rows["First"].kind, rows["Update"].kind), ("publication", "update"))
        self.assertEqual(rows["Ending"].kind, Kind.EXPIRY)
        self.assertEqual(rows["Failing"].state, State.FAILED)
        self.assertIsNone(rows["First"].page_id)

    def test_who_may_not_change_them_sees_none(self):
        self.assertEqual(self.rows_of_snippets(self.moderator), {})


PAGE = "blog.editorial.report.snippets.Page"
MODELS = "blog.editorial.report.snippets.models_with_drafts"
