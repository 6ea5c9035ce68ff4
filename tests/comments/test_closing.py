"""When a page takes no comments any more, and what it says then."""

from datetime import timedelta
from unittest.mock import patch

from django.template import Context
from django.test import RequestFactory, TestCase
from django.utils import timezone

from blog.comments import actions
from blog.comments.closing import Closing, get_closing
from blog.comments.models import Comment, CommentSettings
from blog.comments.policies import get_comments_state
from blog.comments.rows import get_thread_rows
from blog.comments.wording import REPLY, REVIEW, get_closed_words
from blog.lib.validity import get_validity_end
from blog.posts.models import PostPage
from home.setup import lay_out_journal
from tests.factories.comments import make_comment
from tests.factories.films import make_film
from tests.factories.posts import make_post

from .posting import PostingTestCase
from .test_section import SECTION, draw, ids

DAY = timedelta(days=1)


class ClosingTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.pages = lay_out_journal()
        cls.settings = CommentSettings.for_site(cls.pages.site)

    def write(self, page, days_ago, **fields):
        comment = make_comment(page, **fields)
        moment = timezone.now() - days_ago * DAY
        Comment.objects.filter(pk=comment.pk).update(created_at=moment)
        return comment

    def state(self, page):
        return get_comments_state(type(page).objects.get(pk=page.pk), self.settings)


class StateTests(ClosingTestCase):
    def test_a_draft_has_no_day_from_which_to_count(self):
        draft = make_post(self.pages.journal, live=False)
        self.assertEqual(self.state(draft), "open")

    def test_ninety_days_after_publication(self):
        self.assertEqual(self.state(make_post(self.pages.journal, "a", days_ago=89)), "open")
        self.assertEqual(self.state(make_post(self.pages.journal, "b", days_ago=91)), "closed")

    def test_only_a_published_comment_keeps_it_open_for_longer(self):
        post = make_post(self.pages.journal, days_ago=200)
        for status in ("pending", "rejected", "spam", "hidden"):
            self.write(post, 5, status=status)
        self.assertEqual(self.state(post), "closed")
        last = self.write(post, 89)
        self.assertEqual(self.state(post), "open")
        actions.hide_comment(last)
        self.assertEqual(self.state(post), "closed")

    def test_a_late_approval_shows_the_comment_and_does_not_open_the_page(self):
        post = make_post(self.pages.journal, days_ago=200)
        late = self.write(post, 95, status="pending")
        actions.approve_comment(late)
        self.assertEqual(self.state(post), "closed")
        self.assertEqual(ids(draw(post)), [late.pk])

    def test_a_page_has_its_own_days_and_nought_is_never(self):
        old = {"days_ago": 1000, "comments_close_after_days": 0}
        self.assertEqual(self.state(make_post(self.pages.journal, "a", **old)), "open")
        new = {"days_ago": 8, "comments_close_after_days": 7}
        self.assertEqual(self.state(make_post(self.pages.journal, "b", **new)), "closed")
        CommentSettings.objects.update(close_after_days=0)
        self.settings.refresh_from_db()
        self.assertEqual(self.state(make_post(self.pages.journal, "c", days_ago=1000)), "open")

    def test_a_film_closes_by_its_own_days_only(self):
        film = make_film(self.pages.films, "Held", 1999)
        type(film).objects.update(first_published_at=timezone.now() - 900 * DAY)
        self.assertEqual(self.state(film), "open")
        type(film).objects.update(comments_close_after_days=30)
        self.assertEqual(self.state(film), "closed")

    def test_hidden_stays_hidden(self):
        post = make_post(self.pages.journal, days_ago=200, comments_state="hidden")
        self.assertEqual(self.state(post), "hidden")

    def test_it_costs_one_query_where_it_is_old_and_none_where_the_rows_are_there(self):
        fresh = make_post(self.pages.journal, "a")
        old = make_post(self.pages.journal, "b", days_ago=200)
        for number in (3, 13):
            for _ in range(number):
                self.write(old, 5)
            page = PostPage.objects.get(pk=old.pk)
            with self.subTest(number=number), self.assertNumQueries(1):
                self.assertEqual(get_comments_state(page, self.settings), "open")
        with self.assertNumQueries(0):
            self.assertEqual(get_comments_state(fresh, self.settings), "open")
        get_thread_rows(page)
        with self.assertNumQueries(0):
            self.assertEqual(get_comments_state(page, self.settings), "open")


class HandTests(ClosingTestCase):
    def test_whoever_closes_a_page_is_taken_at_their_day(self):
        post = make_post(self.pages.journal, comments_state="closed")
        closed_at = post.comments_closed_at
        self.assertAlmostEqual(closed_at, timezone.now(), delta=timedelta(minutes=1))
        post.title = "Still closed"
        post.save_revision().publish()
        post.refresh_from_db()
        self.assertEqual(post.comments_closed_at, closed_at)
        post.comments_state = "open"
        post.save_revision().publish()
        post.refresh_from_db()
        self.assertIsNone(post.comments_closed_at)

    def test_a_policy_closes_a_page_or_the_journal(self):
        post = make_post(self.pages.journal, "a", comments_policy="closed")
        self.assertEqual(self.state(post), "closed")
        self.assertIsNotNone(post.comments_closed_at)
        self.settings.policy = "closed"
        self.settings.full_clean()
        self.settings.save()
        self.assertEqual(self.state(make_post(self.pages.journal, "b")), "closed")
        reviewed = make_post(self.pages.journal, "c", comments_policy="review_all")
        self.assertEqual(self.state(reviewed), "open")
        closing = get_closing(make_post(self.pages.journal, "d"), self.settings)
        self.assertEqual(closing, Closing(self.settings.closed_at, is_by_hand=True))
        self.settings.policy = "review_all"
        self.settings.full_clean()
        self.assertIsNone(self.settings.closed_at)


class WordsTests(ClosingTestCase):
    moment = timezone.now().replace(year=2026, month=3, day=1, hour=12)

    def test_it_says_since_when_and_why(self):
        stays = "What was said stays here to be read."
        for closing, words in {
            Closing(self.moment, 90): "Replies closed on 1 March 2026, after ninety days.",
            Closing(self.moment, 1): "Replies closed on 1 March 2026, after 1 day.",
            Closing(self.moment, 14, is_after_comment=True): (
                "Replies closed on 1 March 2026, after fourteen days without a new one."
            ),
            Closing(self.moment, is_by_hand=True): (
                "Replies were closed by the author on 1 March 2026."
            ),
            Closing(is_by_hand=True): "Replies are closed.",
        }.items():
            with self.subTest(closing=closing):
                self.assertEqual(get_closed_words(REPLY, closing), f"{words} {stays}")
        self.assertIn("Reviews closed on", get_closed_words(REVIEW, Closing(self.moment, 90)))

    def test_the_page_says_it_in_place_of_form_and_reply_links(self):
        post = make_post(self.pages.journal, days_ago=200)
        self.write(post, 100)
        html = draw(post)
        self.assertIn("after ninety days without a new one.", html)
        self.assertNotIn("<form", html)
        self.assertNotIn("data-reply=", html)
        self.assertNotIn("Replying to", draw(post, f"?reply={Comment.objects.get().pk}"))

    def test_the_words_agree_with_the_state_at_the_very_moment(self):
        post = make_post(self.pages.journal, days_ago=0, comments_close_after_days=1)
        for seconds, state in ((-1, "<form"), (0, "Replies closed on")):
            now = post.first_published_at + DAY + timedelta(seconds=seconds)
            with patch("blog.comments.closing.timezone.now", return_value=now):
                self.assertIn(state, draw(post))


class KeptCopyTests(ClosingTestCase):
    def test_a_kept_copy_of_the_page_learns_when_it_closes(self):
        post = make_post(self.pages.journal, days_ago=1)
        ends = {}
        for name, changes in {"open": {}, "never": {"comments_close_after_days": 0}}.items():
            PostPage.objects.filter(pk=post.pk).update(**changes)
            page = PostPage.objects.get(pk=post.pk)
            request = RequestFactory().get(post.url)
            SECTION.render(Context({"page": page, "request": request}))
            ends[name] = get_validity_end(request)
        self.assertEqual(ends, {"open": post.first_published_at + 90 * DAY, "never": None})


class PostingTests(PostingTestCase):
    def test_what_is_sent_to_a_page_that_closed_meanwhile_is_kept(self):
        PostPage.objects.update(first_published_at=timezone.now() - 91 * DAY)
        self.assert_kept(self.send(), 422)
        self.assertContains(self.send(), "Replies are closed here", status_code=422)
