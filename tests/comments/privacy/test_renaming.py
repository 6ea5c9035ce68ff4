"""Another name over what an address wrote: nothing of it appears unread where people read."""

from unittest.mock import patch

from blog.comments.checks import Verdict
from blog.comments.models import Comment, Commenter, CommentSettings
from blog.comments.privacy.changing import NameRefused, change_name
from blog.comments.reasons import make_reason
from tests.comments.commenters.readers import make_history, make_reader

from .test_reader import ReaderTestCase

TRUSTED = 3  # published comments, as many as the settings below ask for


class RenamingTests(ReaderTestCase):
    def use(self, policy, trusted_after=TRUSTED):
        values = {"policy": policy, "trusted_after": trusted_after}
        CommentSettings.objects.update_or_create(site=self.post.get_site(), defaults=values)

    def get(self, status):
        return Comment.objects.get(pk=self.mine[status].pk)

    def assert_kept_over_published(self, response):
        self.assertContains(self.client.get(response.url), "A person reads what appears here")
        self.assertEqual(self.get("published").name, "Wren")
        self.assertIsNone(self.get("published").reported_at)
        self.assertEqual(self.get("pending").name, "Wren Alder")
        self.assertEqual(Commenter.objects.get(pk=self.row.pk).name, "Wren Alder")
        for status in ("hidden", "rejected", "noted"):
            self.assertEqual(self.get(status).name, "Wren")

    def test_an_authors_name_is_refused(self):
        self.use("suspicious")
        for name in ("Ines Halloran", "ines  halloran"):
            with self.assertRaises(NameRefused):
                change_name(self.row, name)
        self.assertEqual(self.names(), {"Wren"})

    def test_where_everything_is_read_published_words_keep_the_name(self):
        self.use("review_all", trusted_after=1)
        self.assert_kept_over_published(self.press("name", name="  Wren   Alder "))

    def test_a_newcomer_keeps_the_name_where_new_readers_are_read(self):
        self.use("review_new", trusted_after=50)
        self.assert_kept_over_published(self.press("name", name="Wren Alder"))

    def test_what_was_not_proved_keeps_the_name(self):
        self.use("suspicious")
        Comment.objects.filter(pk=self.mine["published"].pk).update(is_proved=False)
        self.assert_kept_over_published(self.press("name", name="Wren Alder"))

    def test_a_name_at_which_the_checks_stop_waits_with_what_waits(self):
        self.use("suspicious")
        found = Verdict("pending", [make_reason("word_rule", "casino")])
        with patch("blog.comments.privacy.changing.judge", return_value=found):
            self.assert_kept_over_published(self.press("name", name="Wren Alder"))

    def test_a_rule_that_stopped_at_the_words_hides_none_that_stops_at_the_name(self):
        self.use("suspicious")
        reasons = [make_reason("word_rule", "umbrella")]
        Comment.objects.filter(pk=self.mine["published"].pk).update(reasons=reasons)
        found = Verdict("pending", [*reasons, make_reason("word_rule", "casino")])
        with patch("blog.comments.privacy.changing.judge", return_value=found):
            self.assert_kept_over_published(self.press("name", name="Wren Alder"))

    def assert_stands_everywhere(self, response):
        self.assertContains(self.client.get(response.url), "Your name is changed.")
        self.assertEqual(self.names(), {"Wren Alder"})
        self.assertEqual(Commenter.objects.get(pk=self.row.pk).name, "Wren Alder")

    def test_a_trusted_readers_name_stands_at_once_and_a_person_looks_at_it(self):
        self.use("review_new")
        Comment.objects.filter(email__iexact=self.row.email).exclude(status="published").delete()
        row = make_reader("wren@mail.example")
        make_history(self.post, row, *["published"] * TRUSTED)
        self.assert_stands_everywhere(self.press("name", name="  Wren   Alder "))
        reported = Comment.objects.filter(email__iexact=row.email, reported_at__isnull=False)
        self.assertEqual(reported.count(), 1)

    def test_a_proved_name_stands_at_once_where_only_the_suspicious_is_read(self):
        self.use("suspicious")
        with patch("blog.comments.privacy.changing.judge", return_value=Verdict("published")):
            self.assert_stands_everywhere(self.press("name", name="Wren Alder"))

    def test_another_name_publishes_nothing_that_waits_for_a_person(self):
        self.press("name", name="Wren Alder")
        self.assertTrue(self.get("pending").is_awaiting)
