"""An idea becomes a draft with one click, once."""

from datetime import UTC, date, datetime, timedelta
from unittest.mock import patch
from zoneinfo import ZoneInfo

import time_machine
from django.core.exceptions import PermissionDenied
from django.test import SimpleTestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment as EditorialComment
from wagtail.models import Revision
from wagtail.users.models import UserProfile

from blog.editorial.ideas.actions import plan_idea, start_draft
from blog.editorial.ideas.beginning import when_to_go_live
from blog.editorial.models import PostIdea
from blog.editorial.trash.actions import trash_page
from blog.posts.models import PostPage
from tests.factories.accounts import UserFactory

from .ground import IdeaTestCase, make_idea

LISBON, APIA = ZoneInfo("Europe/Lisbon"), ZoneInfo("Pacific/Apia")


class DayTests(SimpleTestCase):
    """The day that was wished for becomes an instant that lies ahead."""

    now = datetime(2026, 11, 23, 14, 20, tzinfo=UTC)

    def test_nine_in_the_morning_where_the_author_is(self):
        found = when_to_go_live(date(2027, 3, 8), LISBON, self.now)
        self.assertEqual(found, datetime(2027, 3, 8, 9, tzinfo=UTC))
        found = when_to_go_live(date(2027, 7, 8), LISBON, self.now)
        self.assertEqual(found, datetime(2027, 7, 8, 8, tzinfo=UTC))

    def test_a_day_that_is_over_is_no_wish(self):
        for day in (None, date(2026, 11, 22), date(2000, 1, 1)):
            self.assertIsNone(when_to_go_live(day, LISBON, self.now))

    def test_later_today_is_a_full_hour_with_an_hour_of_rest(self):
        found = when_to_go_live(date(2026, 11, 23), LISBON, self.now)
        self.assertEqual(found, datetime(2026, 11, 23, 16, tzinfo=UTC))

    def test_too_late_for_today(self):
        late = self.now.replace(hour=22, minute=30)
        self.assertIsNone(when_to_go_live(date(2026, 11, 23), LISBON, late))

    def test_today_is_asked_of_the_zone_and_not_of_utc(self):
        auckland = ZoneInfo("Pacific/Auckland")  # already the 24th there
        self.assertIsNone(when_to_go_live(date(2026, 11, 23), auckland, self.now))
        found = when_to_go_live(date(2026, 11, 24), auckland, self.now)
        self.assertEqual(found, datetime(2026, 11, 23, 20, tzinfo=UTC))

    def test_a_day_that_a_zone_left_out(self):
        long_ago = datetime(2011, 12, 1, tzinfo=UTC)
        found = when_to_go_live(date(2011, 12, 30), APIA, long_ago)
        self.assertEqual(found.astimezone(APIA).date(), date(2011, 12, 31))


class WritingRefusalTests(IdeaTestCase):
    def test_nobody_writes_somebody_elses_idea(self):
        idea = make_idea(self.other)
        for ask in (self.client.get, self.client.post):
            self.assertRedirects(ask(self.address("write", idea)), "/admin/")
        with self.assertRaises(PermissionDenied):
            start_draft(idea, self.author)
        with self.assertRaises(PermissionDenied):
            plan_idea(idea, date(2030, 1, 1), self.author)
        self.assertFalse(PostPage.objects.exists())

    def test_who_may_add_no_essays_is_told_so(self):
        self.author.groups.first().page_permissions.all().delete()
        idea = make_idea(self.author)
        response = self.client.post(self.address("write", idea), follow=True)
        self.assertContains(response, "You may not add essays to the journal.")
        self.assertFalse(PostPage.objects.exists())

    def test_looking_makes_no_draft(self):
        response = self.client.get(self.address("write", make_idea(self.author)))
        self.assertContains(response, "Write it")
        self.assertFalse(PostPage.objects.exists())

    def test_an_idea_that_is_gone_is_404(self):
        idea = make_idea(self.author)
        address = self.address("write", idea)
        PostIdea.objects.all().delete()
        self.assertEqual(self.client.post(address).status_code, 404)
        with self.assertRaises(PostIdea.DoesNotExist):
            start_draft(idea, self.author)

    def test_a_draft_that_cannot_be_made_leaves_the_idea_waiting(self):
        idea = make_idea(self.author)
        with (
            patch.object(PostPage, "save_revision", side_effect=OSError),
            self.assertRaises(OSError),
        ):
            start_draft(idea, self.author)
        self.assertIn(idea, PostIdea.objects.waiting())
        self.assertFalse(PostPage.objects.exists())


class WritingTests(IdeaTestCase):
    def write(self, **fields):
        self.idea = make_idea(self.author, **fields)
        response = self.client.post(self.address("write", self.idea))
        self.idea.refresh_from_db()
        edit = reverse("wagtailadmin_pages:edit", args=[self.idea.post_id])
        self.assertRedirects(response, edit, 303, fetch_redirect_response=False)
        return self.idea.post

    def test_a_line_alone_becomes_a_title(self):
        post = self.write(line="Züge, und wer sie verpasst")
        self.assertEqual(post.title, "Züge, und wer sie verpasst")
        self.assertEqual((post.live, post.go_live_at, len(post.body)), (False, None, 0))
        self.assertEqual((post.owner, post.author), (self.author, self.byline))
        self.assertEqual(post.get_parent().pk, self.site.journal.pk)
        self.assertEqual(self.client.get(self.address("write", self.idea)).status_code, 303)

    def test_everything_goes_over(self):
        post = self.write(viewing=self.viewing, film=self.film, quote=self.quote)
        kinds = [block.block_type for block in post.body]
        self.assertEqual(kinds, ["prose", "film_card", "book_quote"])
        self.assertEqual((post.film, post.half_stars), (self.film, 9))
        self.assertEqual(post.body[2].value["quote"], self.quote)

    def test_a_quotation_brings_its_film(self):
        post = self.write(quote=self.quote)
        self.assertEqual(post.film, self.film)
        self.assertEqual([block.block_type for block in post.body], ["book_quote"])

    def test_the_note_stands_in_the_margin_and_never_in_the_text(self):
        post = self.write(note="Ask M. about the “rave” <b>first</b>", film=self.film)
        remark = EditorialComment.objects.get()
        self.assertEqual((remark.page_id, remark.user), (post.pk, self.author))
        self.assertEqual(remark.text, "Ask M. about the “rave” <b>first</b>")
        self.assertNotIn("rave", str(post.body.raw_data))
        editor = self.client.get(reverse("wagtailadmin_pages:edit", args=[post.pk]))
        self.assertContains(editor, "Ask M. about the")
        post.save_revision().publish()
        self.assertNotContains(self.client.get(post.url), "rave")

    def test_of_somebody_elses_evening_only_the_film_goes_over(self):
        post = self.write(viewing=self.others, film=self.film)
        self.assertEqual((post.film, post.half_stars), (self.film, None))
        self.assertEqual([block.block_type for block in post.body], ["film_card"])

    def test_planned_and_not_scheduled_in_the_authors_zone(self):
        tokyo = {"current_time_zone": "Asia/Tokyo"}
        UserProfile.objects.update_or_create(user=self.author, defaults=tokyo)
        with time_machine.travel(datetime(2027, 3, 1, 12, tzinfo=UTC), tick=False):
            self.client.force_login(self.author)
            post = self.write(planned_on=date(2027, 3, 8))
        self.assertEqual(post.go_live_at, datetime(2027, 3, 8, 0, tzinfo=UTC))
        self.assertFalse(Revision.objects.exclude(approved_go_live_at=None).exists())
        draft = post.get_latest_revision_as_object()
        self.assertEqual(draft.go_live_at, post.go_live_at)

    def test_a_day_that_passed_gives_no_date(self):
        self.assertIsNone(self.write(planned_on=date(2024, 1, 1)).go_live_at)

    def test_the_editor_says_what_became_of_it(self):
        ahead = timezone.localdate() + timedelta(days=9)
        for fields, said, unsaid in (
            ({}, "This is the draft of your idea.", "Your note"),
            ({"note": "Ask M."}, "Your note stands at the title", "planned"),
            ({"planned_on": ahead}, "and not scheduled.", "is over"),
            ({"planned_on": date(2024, 1, 1)}, "is over, so it has no date.", "not scheduled"),
        ):
            with self.subTest(fields=fields):
                address = self.address("write", make_idea(self.author, **fields))
                told = str(next(iter(self.client.post(address, follow=True).context["messages"])))
                self.assertIn(said, told)
                self.assertNotIn(unsaid, told)

    def test_twice_makes_one_draft(self):
        post = self.write()
        stale = PostIdea(pk=self.idea.pk, line=self.idea.line, created_by=self.author)
        self.assertEqual(start_draft(stale, self.author), post)
        self.client.post(self.address("write", self.idea))
        self.assertEqual(PostPage.objects.count(), 1)

    def test_a_deleted_draft_lets_the_idea_wait_and_be_written_again(self):
        post = self.write()
        self.assertNotIn(self.idea, PostIdea.objects.waiting())
        post.delete()
        self.assertIn(self.idea, PostIdea.objects.waiting())
        self.client.post(self.address("write", self.idea))
        self.assertEqual(PostPage.objects.count(), 1)

    def test_so_does_a_draft_in_the_trash(self):
        post = self.write()
        trash_page(post)
        self.assertIn(self.idea, PostIdea.objects.waiting())
        again = start_draft(self.idea, self.author)
        self.assertNotEqual(again.pk, post.pk)
        self.assertNotIn(self.idea, PostIdea.objects.waiting())

    def test_an_editor_writes_an_authors_idea_as_an_own_draft(self):
        idea = make_idea(self.author)
        self.assertEqual(start_draft(idea, self.editor).owner, self.editor)

    def test_a_moderator_with_an_idea_of_old_writes_nothing(self):
        moderator = UserFactory(groups=["Moderator"])
        with self.assertRaises(PermissionDenied):
            start_draft(make_idea(moderator), moderator)


class PlanningTests(IdeaTestCase):
    def test_a_day_is_set_and_taken_away_and_the_second_time_changes_nothing(self):
        idea, day = make_idea(self.author), date(2030, 1, 1)
        for wished in (day, None):
            self.assertTrue(plan_idea(idea, wished, self.author))
            self.assertFalse(plan_idea(idea, wished, self.author))
            idea.refresh_from_db()
            self.assertEqual(idea.planned_on, wished)

    def test_nothing_of_an_idea_is_timed(self):
        make_idea(self.author, planned_on=timezone.localdate() - timedelta(days=1))
        self.assertEqual(PostIdea.objects.waiting().planned().count(), 1)
