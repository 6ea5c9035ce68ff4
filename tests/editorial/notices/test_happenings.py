"""What the timer, a publication and its undoing tell, and whom."""

from datetime import timedelta
from types import SimpleNamespace

from django.contrib.contenttypes.models import ContentType
from django.test import TestCase, override_settings
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from blog.editorial.models import EditorialNotice, NoticeKind, Publication, ScheduleAttempt
from blog.editorial.notices.happenings import note_expired, note_failed, note_held
from blog.editorial.running.due import DueItem
from blog.editorial.signals import page_announced, publication_undone
from blog.outbox.models import Mail
from blog.posts.models import PostPage
from tests.factories.posts import make_post

from .ground import lay_out_people, mailed, told

Kind = NoticeKind


@override_settings(HAS_MAIL_SERVER=True)
class HappeningsTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        lay_out_people(cls)
        cls.essay = make_post(cls.site.journal, "Held", owner=cls.author)
        cls.draft = make_post(cls.site.journal, "A draft", live=False, owner=cls.author)
        cls.nobodys = make_post(cls.site.journal, "Of nobody", live=False)
        EditorialNotice.objects.all().delete()
        Mail.objects.all().delete()

    def make_publication(self, **fields):
        page = PostPage.objects.get(pk=self.essay.pk)
        values = {"is_first": True, "published_at": timezone.now(), "page": page}
        return Publication.objects.create(**values | fields)

    def make_item(self, page, kind=ScheduleAttempt.Kind.PUBLISH):
        return DueItem(
            kind=kind,
            content_type=ContentType.objects.get_for_model(Page),
            object_id=str(page.pk),
            title=page.title,
            due_at=timezone.now(),
        )


class PublicationTests(HappeningsTestCase):
    def announce(self, **fields):
        publication = self.make_publication(**fields)
        page_announced.send(PostPage, page=publication.page, publication=publication)
        return publication

    def test_who_publishes_their_own_by_hand_is_told_nothing(self):
        self.announce(published_by=self.author)
        self.assertEqual((told(self.author), mailed(self.author)), ([], []))

    def test_an_author_hears_of_what_an_editor_published_when_it_cannot_be_undone(self):
        publication = self.announce(published_by=self.editor)
        (notice,) = told(self.author)
        self.assertEqual((notice.kind, notice.address), (Kind.LIVE, self.essay.full_url))
        (mail,) = mailed(self.author)
        self.assertEqual(mail.not_before, publication.published_at + timedelta(minutes=10))
        self.assertIn(self.essay.full_url, mail.text)
        self.assertEqual(told(self.editor), [])

    def test_of_what_the_timer_published_author_and_approver_hear_at_once(self):
        before = timezone.now()
        self.announce(published_by=self.editor, intended_at=before)
        for user in (self.author, self.editor):
            (mail,) = mailed(user)
            self.assertLess(mail.not_before, timezone.now() + timedelta(seconds=1))
            self.assertEqual(len(told(user)), 1)

    def test_announced_twice_it_is_told_once(self):
        publication = self.announce(intended_at=timezone.now())
        page_announced.send(PostPage, page=publication.page, publication=publication)
        self.assertEqual((len(told(self.author)), len(mailed(self.author))), (1, 1))

    def test_what_is_undone_is_told_to_nobody(self):
        publication = self.announce(published_by=self.editor)
        publication_undone.send(PostPage, page=publication.page, publication=publication)
        self.assertEqual(told(self.author), [])
        self.assertEqual([mail.state for mail in mailed(self.author)], ["cancelled"])
        self.announce(published_by=self.editor)
        self.assertEqual(len(told(self.author)), 1, "published again, it is told again")

    def test_a_scheduled_update_is_told_on_the_desk_alone(self):
        fields = {"is_first": False, "was_live": True, "published_by": self.editor}
        self.make_publication(**fields, intended_at=timezone.now())
        for user in (self.author, self.editor):
            (notice,) = told(user)
            self.assertIn("scheduled update", notice.words)
            self.assertEqual(mailed(user), [])

    def test_an_update_by_hand_is_told_to_nobody(self):
        self.make_publication(is_first=False, was_live=True, published_by=self.editor)
        self.assertFalse(EditorialNotice.objects.exists())

    def test_a_late_one_waits_for_whoever_may_say_yes(self):
        note_held(self.make_publication(intended_at=timezone.now()))
        self.assertEqual(told(self.author), [])
        self.assertEqual(sorted(self.get_told()), ["edda@example.org", "owner@example.org"])

    def test_a_late_one_that_an_editor_scheduled_waits_for_that_editor(self):
        log(self.essay, "wagtail.publish.schedule", user=self.editor)
        note_held(self.make_publication(intended_at=timezone.now()))
        self.assertEqual(self.get_told(), ["edda@example.org"])

    def get_told(self):
        return list(EditorialNotice.objects.values_list("recipient__email", flat=True))


class TimerTests(HappeningsTestCase):
    def fail(self, item, attempts=1, error="The address is taken."):
        attempt = SimpleNamespace(attempts=attempts, last_error=error)
        note_failed(item, attempt)

    def test_a_failure_says_why_to_author_and_scheduler_once_for_each_try(self):
        log(self.draft, "wagtail.publish.schedule", user=self.editor)
        item = self.make_item(self.draft)
        for attempts in (1, 1, 5):
            self.fail(item, attempts)
        for user in (self.author, self.editor):
            self.assertEqual(len(told(user, Kind.FAILED)), 2)
            self.assertIn("The address is taken.", mailed(user)[0].text)
        self.assertEqual(told(self.owner), [])

    def test_a_failure_that_concerns_nobody_is_told_to_whoever_may_publish(self):
        self.fail(self.make_item(self.nobodys))
        self.assertEqual((len(told(self.editor)), len(told(self.owner))), (1, 1))
        self.assertEqual(told(self.author), [])

    def test_a_failure_whose_author_left_is_told_to_whoever_may_publish(self):
        self.author.groups.clear()
        self.fail(self.make_item(self.draft))
        self.assertEqual((told(self.author), len(told(self.editor))), ([], 1))

    def test_a_failing_snippet_and_a_page_that_is_gone_are_told_to_the_owner(self):
        item = self.make_item(self.draft)
        self.draft.delete()
        self.fail(item)
        (notice,) = told(self.owner)
        self.assertEqual((notice.title, notice.page, notice.address), ("A draft", None, ""))
        self.assertEqual(told(self.editor), [])

    def test_what_expires_is_told_once(self):
        item = self.make_item(self.essay, ScheduleAttempt.Kind.EXPIRE)
        for _time in range(2):
            note_expired(item)
        self.assertEqual(len(told(self.author, Kind.EXPIRED)), 1)
        self.assertEqual(len(mailed(self.author, Kind.EXPIRED)), 1)
