"""Which buttons of a review somebody meets, and under which names."""

from datetime import timedelta

from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from blog.accounts.models import User
from tests.editorial.notices.ground import lay_out_people
from tests.factories.accounts import UserFactory
from tests.factories.posts import make_post

from .reviewing import decide, get_labels, submit

WORDS = ("review", "approve", "workflow", "moderation", "submit")


def get_review_words(labels):
    return [label for label in labels if any(word in label.lower() for word in WORDS)]


class ButtonTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        lay_out_people(cls)
        cls.essay = make_post(cls.site.journal, "Held", live=False, owner=cls.author)
        cls.add = reverse("wagtailadmin_pages:add", args=["posts", "postpage", cls.site.journal.pk])
        cls.edit = reverse("wagtailadmin_pages:edit", args=[cls.essay.pk])

    def labels(self, user, address=None):
        return get_review_words(get_labels(self, user, address or self.edit))

    def test_whoever_may_publish_meets_no_word_of_it(self):
        for user in (self.editor, self.owner):
            for address in (self.add, self.edit):
                self.assertEqual(self.labels(user, address), [], (user, address))

    def test_an_author_submits(self):
        for address in (self.add, self.edit):
            self.assertEqual(self.labels(self.author, address), ["Submit for review"])

    def test_an_author_with_nobody_to_read_submits_nothing(self):
        User.objects.exclude(pk=self.author.pk).update(is_active=False)
        for address in (self.add, self.edit):
            self.assertEqual(self.labels(self.author, address), [])

    def test_a_reviewer_decides_and_the_first_button_says_what_follows(self):
        submit(self, self.author, self.essay)
        labels = get_labels(self, self.editor, self.edit)
        self.assertEqual(labels[0], "Approve and publish now")
        self.assertIn("Approve and publish now, with a remark", labels)
        self.assertIn("Send back with remarks", labels)
        self.assertIn("End the review", labels)
        self.assertNotIn("Publish now", labels)

    def test_an_approval_names_the_date_of_the_author(self):
        self.essay.go_live_at = timezone.now() + timedelta(days=3)
        self.essay.save_revision()
        submit(self, self.author, self.essay, go_live_at=f"{self.essay.go_live_at:%Y-%m-%d %H:%M}")
        first = get_labels(self, self.editor, self.edit)[0]
        self.assertRegex(first, r"^Approve and schedule for .+UTC$")

    def test_an_author_takes_it_back_and_restarts_nothing(self):
        submit(self, self.author, self.essay)
        self.assertEqual(self.labels(self.author), ["Take back from review"])

    def test_what_was_sent_back_is_submitted_again(self):
        page = submit(self, self.author, self.essay)
        decide(self, self.editor, page, "reject", "Why?")
        labels = self.labels(self.author)
        self.assertIn("Submit again", labels)
        self.assertFalse([label for label in labels if "workflow" in label.lower()])

    def test_a_reviewer_who_may_no_longer_publish_approves_nothing(self):
        submit(self, self.author, self.essay)
        self.editor.groups.get().page_permissions.filter(
            permission__codename="publish_page"
        ).delete()
        self.assertFalse([label for label in self.labels(self.editor) if "Approve" in label])


class SoloTests(TestCase):
    """The owner alone: no button, no menu and no word of a review anywhere."""

    @classmethod
    def setUpTestData(cls):
        lay_out_people(cls)
        cls.essay = make_post(cls.site.journal, "Held", live=False, owner=cls.owner)
        User.objects.exclude(pk=cls.owner.pk).delete()

    def test_the_admin_has_no_word_of_reviews(self):
        self.client.force_login(self.owner)
        for address in (
            reverse("wagtailadmin_home"),
            reverse("wagtailadmin_pages:add", args=["posts", "postpage", self.site.journal.pk]),
            reverse("wagtailadmin_pages:edit", args=[self.essay.pk]),
            reverse("wagtailadmin_explore", args=[self.site.journal.pk]),
            reverse("wagtailadmin_account"),
        ):
            html = self.client.get(address).content.decode().lower()
            for word in ("for review", "workflow</", "workflows</", "moderation</", "awaiting"):
                self.assertFalse(word in html, f"{word} at {address}")

    def test_the_owner_finds_them_once_somebody_is_reviewed(self):
        UserFactory(groups=["Author"])
        self.client.force_login(self.owner)
        html = self.client.get(reverse("wagtailadmin_home")).content.decode()
        self.assertIn(reverse("wagtailadmin_workflows:index"), html)
