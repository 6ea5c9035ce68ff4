"""“Continue writing”: whose drafts, in which state."""

from datetime import timedelta

import time_machine
from django.utils import timezone

from blog.accounts.models import Author, User
from blog.editorial.desk.continue_writing import get_drafts
from tests.editorial.schedules import schedule
from tests.factories.posts import make_post

from .ground import DeskTestCase, make_draft

NOW = "2026-11-23T12:00:00Z"


class WhoseTests(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.journal = cls.site.journal
        people = cls.people
        make_post(cls.journal, "Published", owner=people["author"])
        make_draft(cls.journal, people["author"], "By the author")
        make_draft(cls.journal, people["editor"], "By the editor")
        make_draft(cls.journal, people["owner"], "By the owner", days_ago=1)
        trashed = make_draft(cls.journal, people["owner"], "Deleted")
        trashed.slug = f"~{trashed.pk}"
        trashed.save(clean=False)

    def titles(self, role):
        return [draft.title for draft in get_drafts(self.people[role])]

    def test_each_sees_what_they_began(self):
        self.assertEqual(self.titles("author"), ["By the author"])
        self.assertEqual(self.titles("editor"), ["By the editor"])
        self.assertEqual(self.titles("owner"), ["By the owner"])

    def test_an_author_sees_nothing_that_they_may_not_change(self):
        post = make_draft(self.journal, self.people["editor"], "Signed by the author")
        post.author = Author.objects.create(
            user=self.people["author"], name="Ada Author", slug="ada"
        )
        post.save()
        self.assertEqual(self.titles("author"), ["By the author"])

    def test_an_editor_goes_on_with_what_they_touched_last(self):
        theirs = make_draft(self.journal, self.people["author"], "Begun by the author")
        theirs.save_revision(user=self.people["editor"])
        self.assertEqual(self.titles("editor"), ["Begun by the author", "By the editor"])

    def test_a_moderator_has_no_such_panel(self):
        html = self.see("moderator")
        self.assertNotIn("continue-writing", html)
        self.assertNotIn("By the", html)

    def test_the_latest_three_with_a_way_to_go_on(self):
        for number in range(4):
            self.draft("author", f"Draft {number}", days_ago=10 - number)
        self.assertEqual(self.titles("author"), ["By the author", "Draft 3", "Draft 2"])
        html = self.see("author")
        self.assertEqual(html.count("Keep writing"), 3)
        self.assertNotIn("What did you see?", html)

    def test_two_queries_however_many(self):
        for extra in (0, 10):
            for number in range(extra):
                self.draft("editor", f"Draft {number}")
            editor = User.objects.get(pk=self.people["editor"].pk)
            with self.subTest(extra), self.assertNumQueries(3):  # one is for their rights
                get_drafts(editor)


@time_machine.travel(NOW, tick=False)
class StateTests(DeskTestCase):
    def state(self, title):
        return next(draft for draft in get_drafts(self.people["owner"]) if draft.title == title)

    def test_in_words(self):
        soon = timezone.now() + timedelta(days=2)
        self.draft("owner", "Plain", words="It began with a chair in an empty room.")
        plain = self.state("Plain")
        self.assertEqual(plain.state, "draft")
        self.assertEqual(plain.line, "It began with a chair in an empty room.")
        self.draft("owner", "Wished", go_live_at=soon)
        self.assertEqual(
            self.state("Wished").state, "planned for Wed 25 Nov 2026, 12:00 UTC, not scheduled"
        )
        self.draft("owner", "Wish that passed", go_live_at=timezone.now() - timedelta(days=1))
        self.assertEqual(self.state("Wish that passed").state, "draft")

    def test_scheduled_and_live_ones(self):
        soon = timezone.now() + timedelta(days=2)
        schedule(self.draft("owner", "Approved"), soon)
        self.assertEqual(self.state("Approved").state, "scheduled for Wed 25 Nov 2026, 12:00 UTC")
        live = make_post(self.site.journal, "Live", owner=self.people["owner"])
        live.title = "Live, but better"
        live.save_revision()
        found = self.state("Live, but better")
        self.assertEqual(found.state, "live, with changes that are not published")
        schedule(live, soon)
        found = self.state("Live, but better")
        self.assertEqual(found.state, "update scheduled for Wed 25 Nov 2026, 12:00 UTC")

    def test_hostile_words_stay_words(self):
        self.draft("owner", "<script>alert(1)</script>", words="&lt;b&gt; and a long tail of it")
        html = self.see("owner")
        self.assertNotIn("<script>alert(1)", html)
        self.assertIn("&lt;b&gt; and a long tail of it", html)


class EmptyDeskTests(DeskTestCase):
    def test_it_invites(self):
        for role in ("author", "editor", "owner"):
            with self.subTest(role):
                html = self.see(role)
                self.assertIn("Nothing yet. What did you see?", html)
                add = f"/admin/pages/add/posts/postpage/{self.site.journal.pk}/"
                self.assertEqual(html.count(f'href="{add}"'), 1)

    def test_who_has_published_is_not_told_that_there_is_nothing_yet(self):
        make_post(self.site.journal, "Published", owner=self.people["author"])
        html = self.see("author")
        self.assertIn("Nothing unfinished. What did you see?", html)
