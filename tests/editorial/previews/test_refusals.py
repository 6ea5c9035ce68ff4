from datetime import timedelta

import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from blog.editorial.models import PreviewLink
from blog.editorial.previews.actions import (
    MOST_OPEN,
    TooManyLinksError,
    forget_ended_links,
    revoke_all,
    revoke_link,
)
from blog.lib.secret_tokens import make_token
from blog.lib.trash import trash_slug
from tests.factories.accounts import UserFactory

from .links import PreviewTestCase


class NothingTests(PreviewTestCase):
    """Whatever is wrong with a link, its holder gets one answer."""

    def assert_opens_nothing(self, token):
        response = self.open(token)
        self.assertEqual(response.status_code, 404)
        self.assertEqual(response.content, self.nothing.content)
        self.assertEqual(self.headers_of(response), self.headers_of(self.nothing))
        self.assertEqual(self.open(token, rest="remark/").content, self.nothing.content)

    def headers_of(self, response):
        """Return the headers without the one that tells the time."""
        return {name: text for name, text in response.headers.items() if name != "Expires"}

    def setUp(self):
        self.nothing = self.open(make_token()[0])
        self.assertEqual(self.nothing.status_code, 404)
        self.assertIn("no-store", self.nothing["Cache-Control"])
        self.assertEqual(self.nothing["Referrer-Policy"], "no-referrer")

    def test_a_token_that_nobody_made(self):
        for token in ("x", "x" * 5000, "🎬", "\u202eabc", "%2e%2e", "0"):
            with self.subTest(token=token[:20]):
                self.assert_opens_nothing(token)

    def test_a_token_that_no_address_can_hold(self):
        self.assertEqual(self.open("a%00b").status_code, 404)

    def test_the_hash_is_no_token(self):
        link, _token = self.make_link()
        self.assert_opens_nothing(link.token_hash)

    def test_a_link_whose_time_is_over(self):
        _link, token = self.make_link(days=1, takes_remarks=True)
        with time_machine.travel(timezone.now() + timedelta(days=1, seconds=1), tick=False):
            self.assert_opens_nothing(token)

    def test_a_link_that_was_ended(self):
        link, token = self.make_link(takes_remarks=True)
        revoke_link(link, self.writer)
        self.assert_opens_nothing(token)

    def test_a_page_in_the_trash(self):
        _link, token = self.make_link(takes_remarks=True)
        self.draft.slug = trash_slug(self.draft)
        self.draft.save()
        self.assert_opens_nothing(token)

    def test_a_deleted_page(self):
        _link, token = self.make_link()
        self.draft.delete()
        self.assert_opens_nothing(token)

    def test_a_maker_who_may_not_edit_the_page_any_more(self):
        _link, token = self.make_link(takes_remarks=True)
        self.assertEqual(self.open(token).status_code, 200)
        self.editor.groups.clear()
        self.assert_opens_nothing(token)

    def test_a_maker_whose_account_was_closed_or_deleted(self):
        _link, token = self.make_link(by=self.writer)
        self.writer.is_active = False
        self.writer.save()
        self.assert_opens_nothing(token)
        self.writer.delete()
        self.assert_opens_nothing(token)

    def test_a_link_without_remarks_has_no_form(self):
        _link, token = self.make_link()
        for method in ("get", "post"):
            with self.subTest(method=method):
                response = self.open(token, method, "remark/", **{"sec-fetch-site": "same-origin"})
                self.assertEqual(response.content, self.nothing.content)

    def test_nothing_is_changed_by_a_post(self):
        _link, token = self.make_link()
        self.assertEqual(self.open(token, "post").status_code, 405)


class MakingTests(PreviewTestCase):
    def test_somebody_who_may_not_edit_the_page_makes_and_ends_nothing(self):
        stranger = UserFactory(groups=["Author"])
        moderator = UserFactory(groups=["Moderator"])
        link, token = self.make_link()
        for person in (stranger, moderator):
            with self.subTest(person=person):
                for refused in (
                    lambda by: self.make_link(by=by),
                    lambda by: revoke_link(link, by),
                    lambda by: revoke_all(self.draft, by),
                ):
                    with self.assertRaises(PermissionDenied):
                        refused(person)
        self.assertEqual(self.open(token).status_code, 200)

    def test_an_author_shares_essays_of_their_own(self):
        self.make_link(self.draft, self.writer)
        with self.assertRaises(PermissionDenied):
            self.make_link(self.other, self.writer)

    def test_a_link_lives_from_1_to_90_days(self):
        for days in (0, -1, 91):
            with self.subTest(days=days), self.assertRaises(ValueError):
                self.make_link(days=days)
        self.assertFalse(PreviewLink.objects.exists())

    def test_a_page_in_the_trash_is_not_shared(self):
        self.draft.slug = trash_slug(self.draft)
        self.draft.save()
        with self.assertRaises(ValueError):
            self.make_link()

    def test_a_page_has_no_more_links_than_anybody_can_keep_an_eye_on(self):
        for _number in range(MOST_OPEN):
            link, _token = self.make_link()
        with self.assertRaises(TooManyLinksError):
            self.make_link()
        revoke_link(link, self.editor)
        self.make_link()

    def test_the_token_is_kept_nowhere(self):
        link, token = self.make_link(label="Ana", is_pinned=True)
        kept = str(PreviewLink.objects.values().get(pk=link.pk))
        self.assertNotIn(token, kept)
        self.assertEqual(len(link.token_hash), 64)

    def test_ending_twice_ends_once(self):
        link, _token = self.make_link()
        self.assertEqual(revoke_link(link, self.editor), 1)
        ended_at = PreviewLink.objects.get().revoked_at
        self.assertEqual(revoke_link(link, self.editor), 0)
        self.assertEqual(PreviewLink.objects.get().revoked_at, ended_at)

    def test_ending_all_leaves_other_pages_alone(self):
        tokens = [self.make_link()[1] for _number in range(3)]
        _link, token = self.make_link(self.other)
        self.assertEqual(revoke_all(self.draft, self.editor), 3)
        self.assertEqual({self.open(each).status_code for each in tokens}, {404})
        self.assertEqual(self.open(token).status_code, 200)

    def test_links_are_forgotten_90_days_after_their_end(self):
        link, _token = self.make_link(days=1)
        revoked, _token = self.make_link(days=90)
        revoke_link(revoked, self.editor)
        long_lived, _token = self.make_link(days=90)
        now = timezone.now()
        self.assertEqual(forget_ended_links(now + timedelta(days=89)), 0)
        self.assertEqual(forget_ended_links(now + timedelta(days=90, hours=1)), 1)
        self.assertEqual(forget_ended_links(now + timedelta(days=92)), 1)
        self.assertEqual(PreviewLink.objects.get(), long_lived)
