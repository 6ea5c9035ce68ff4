"""An author submits, an editor decides, and people hear of it."""

from datetime import timedelta
from unittest.mock import patch

from django.test import TestCase, override_settings
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, TaskState

from blog.editorial.models import NoticeKind
from blog.outbox.models import Mail
from blog.posts.models import PostPage
from tests.editorial.notices.ground import lay_out_people, mailed, told
from tests.factories.accounts import UserFactory
from tests.factories.posts import make_post

from .reviewing import decide, essay_form, send, submit, submit_as_is

Kind = NoticeKind


class ReviewTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        lay_out_people(cls)
        cls.essay = make_post(cls.site.journal, "Held", live=False, owner=cls.author)
        cls.other = make_post(cls.site.journal, "Edda’s draft", live=False, owner=cls.editor)

    def fresh(self, page=None):
        return PostPage.objects.get(pk=(page or self.essay).pk)

    def schedule_of(self, page):
        revision = self.fresh(page).scheduled_revision
        return revision and revision.approved_go_live_at


class RefusalTests(ReviewTestCase):
    def test_nobody_submits_the_essay_of_another(self):
        for user in (self.author, self.moderator):
            send(self, user, self.other, "action-submit")
            self.assertFalse(self.fresh(self.other).workflow_in_progress)

    def test_an_author_publishes_nothing(self):
        send(self, self.author, self.essay, "action-publish")
        self.assertFalse(self.fresh().live)
        go_live_at = (timezone.now() + timedelta(days=3)).strftime("%Y-%m-%d %H:%M")
        send(self, self.author, self.essay, "action-publish", go_live_at=go_live_at)
        self.assertIsNone(self.schedule_of(self.essay))

    def test_neither_author_nor_moderator_decides(self):
        page = submit(self, self.author, self.essay)
        for user in (self.author, self.moderator):
            for what in ("approve", "reject"):
                decide(self, user, page, what)
                self.assertTrue(self.fresh().workflow_in_progress, (user, what))
        self.assertFalse(self.fresh().live)

    def test_while_it_is_read_the_author_reads_and_the_editor_writes(self):
        page = submit(self, self.author, self.essay)
        send(self, self.author, page, "action-save", title="Meanwhile")
        self.assertEqual(self.fresh().get_latest_revision_as_object().title, "Held")
        self.client.force_login(self.author)
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        self.assertEqual(self.client.get(address).status_code, 200)
        form = essay_form("Held down", slug=page.slug)
        self.client.force_login(self.editor)
        self.client.post(address, form)
        self.assertEqual(self.fresh().get_latest_revision_as_object().title, "Held down")
        self.assertTrue(self.fresh().workflow_in_progress)

    def test_an_update_that_is_scheduled_does_not_unlock_it_for_its_author(self):
        self.essay.go_live_at = timezone.now() + timedelta(days=1)
        self.essay.save_revision().publish()
        page = submit(self, self.author, self.fresh())
        self.assertIsNotNone(page.scheduled_revision)
        self.assertTrue(page.get_lock().for_user(self.author))
        self.assertFalse(page.get_lock().for_user(self.editor))

    def test_deciding_twice_is_none(self):
        page = submit(self, self.author, self.essay)
        state = page.current_workflow_task_state
        decide(self, self.editor, page, "approve")
        address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "reject", state.pk])
        self.client.post(address, {"comment": "Too late"})
        self.assertTrue(self.fresh().live)
        self.assertEqual(TaskState.objects.get().status, TaskState.STATUS_APPROVED)


@override_settings(HAS_MAIL_SERVER=True)
class DecisionTests(ReviewTestCase):
    def test_what_is_submitted_is_told_to_reviewers_alone(self):
        away = UserFactory(groups=["Editor"], is_active=False)
        submit(self, self.author, self.essay)
        (notice,) = told(self.editor)
        self.assertEqual((notice.kind, notice.title), (Kind.SUBMITTED, "Held"))
        self.assertIn("Ana", notice.words)
        self.assertEqual(notice.address, reverse("wagtailadmin_pages:edit", args=[self.essay.pk]))
        for user in (self.author, self.owner, self.moderator, away):
            self.assertEqual(told(user), [], user)
        self.assertEqual([mail.recipient for mail in Mail.objects.all()], [self.editor.email])

    def test_remarks_that_wait_are_said_and_lock_nothing(self):
        for text in ("Cut this.", "And this."):
            Comment.objects.create(
                page=self.essay, user=self.editor, text=text, contentpath="title"
            )
        Comment.objects.filter(text="And this.").update(resolved_at=timezone.now())
        page = submit_as_is(self.essay, self.author)
        self.assertIn("1 remark in the text is not resolved.", told(self.editor)[0].words)
        self.client.force_login(self.editor)
        response = self.client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        self.assertContains(response, "A remark in the text is not resolved. Publish all the same?")
        decide(self, self.editor, page, "approve")
        self.assertTrue(self.fresh().live)

    def test_the_owner_reads_where_there_is_no_editor(self):
        self.editor.is_active = False
        self.editor.save(update_fields=["is_active"])
        submit(self, self.author, self.essay)
        self.assertEqual([notice.kind for notice in told(self.owner)], [Kind.SUBMITTED])

    def test_what_is_sent_back_says_why_and_is_submitted_again(self):
        page = submit(self, self.author, self.essay)
        decide(self, self.editor, page, "reject", "Say <who> spoke.")
        (notice,) = told(self.author)
        self.assertEqual((notice.kind, notice.words), (Kind.SENT_BACK, "Say <who> spoke."))
        self.assertIn("Say <who> spoke.", mailed(self.author)[0].text)
        self.assertEqual(told(self.editor), [], "it waits for nobody any more")
        page = self.fresh()
        self.assertIsNone(page.get_lock())
        page = submit(self, self.author, page)
        self.assertTrue(page.workflow_in_progress)
        self.assertEqual([notice.kind for notice in told(self.editor)], [Kind.SUBMITTED])
        self.assertEqual(len(mailed(self.editor)), 2)

    def test_an_approved_essay_is_live_and_told_of_once(self):
        page = submit(self, self.author, self.essay)
        decide(self, self.editor, page, "approve", "Lovely.")
        page = self.fresh()
        self.assertTrue(page.live)
        (notice,) = told(self.author)
        self.assertEqual(notice.kind, Kind.APPROVED)
        self.assertEqual(notice.words, "Readers can see it now.\n\nLovely.")
        self.assertEqual(notice.address, page.full_url)
        self.assertEqual(len(mailed(self.author)), 1)
        self.assertEqual(told(self.editor), [])

    def test_the_date_of_an_author_who_may_not_publish_is_kept(self):
        planned = (timezone.now() + timedelta(days=3)).replace(second=0, microsecond=0)
        page = submit(self, self.author, self.essay, go_live_at=planned.strftime("%Y-%m-%d %H:%M"))
        self.assertIsNone(self.schedule_of(page), "planned, not scheduled")
        decide(self, self.editor, page, "approve")
        page = self.fresh()
        self.assertFalse(page.live)
        self.assertEqual(self.schedule_of(page), planned)
        self.assertEqual(page.scheduled_revision.user, self.author)
        (notice,) = told(self.author)
        self.assertEqual(notice.kind, Kind.APPROVED)
        self.assertIn("It goes live on", notice.words)
        self.assertIn("UTC", notice.words)

    def test_the_editor_is_told_what_a_decision_did(self):
        go_live_at = (timezone.now() + timedelta(days=3)).replace(second=0, microsecond=0)
        for what, sentence in (("reject", "was sent back"), ("approve", "is scheduled for")):
            page = submit(self, self.author, self.essay, go_live_at=f"{go_live_at:%Y-%m-%d %H:%M}")
            fields = {"workflow-action-name": what, "go_live_at": f"{go_live_at:%Y-%m-%d %H:%M}"}
            send(self, self.editor, page, "action-workflow-action", **fields)
            response = self.client.get("/admin/")
            said = " ".join(str(message) for message in response.context["messages"])
            self.assertIn(sentence, said)
            self.assertNotIn("has been updated", said)

    def test_what_came_after_the_editor_opened_it_is_not_approved(self):
        page = submit(self, self.author, self.essay)
        fields = {
            "workflow-action-name": "approve",
            "loaded_revision_id": page.latest_revision_id,
            "loaded_revision_created_at": "2020-01-01T00:00:00+00:00",
        }
        send(self, self.editor, page, "action-workflow-action", **fields)
        page = self.fresh()
        self.assertFalse(page.live)
        self.assertTrue(page.workflow_in_progress)
        self.assertEqual(told(self.author), [])

    def test_a_date_that_came_while_it_was_read_is_now(self):
        self.essay.go_live_at = timezone.now() - timedelta(hours=1)
        self.essay.save_revision(clean=False)
        page = submit(self, self.author, self.fresh())
        decide(self, self.editor, page, "approve")
        self.assertTrue(self.fresh().live)

    def test_an_editor_who_changes_the_date_schedules_that_one(self):
        page = submit(self, self.author, self.essay)
        other = (timezone.now() + timedelta(days=9)).replace(second=0, microsecond=0)
        send(
            self,
            self.editor,
            page,
            "action-workflow-action",
            go_live_at=other.strftime("%Y-%m-%d %H:%M"),
            **{"workflow-action-name": "approve", "workflow-action-extra-data": "{}"},
        )
        self.assertEqual(self.schedule_of(page), other)

    def test_an_editor_who_publishes_it_outright_has_approved_it(self):
        page = submit(self, self.author, self.essay)
        send(self, self.editor, page, "action-publish")
        self.assertTrue(self.fresh().live)
        self.assertIn(Kind.APPROVED, [notice.kind for notice in told(self.author)])
        self.assertEqual(told(self.editor), [])

    def test_a_review_that_somebody_else_ends_is_told_of(self):
        page = submit(self, self.author, self.essay)
        send(self, self.editor, page, "action-cancel-workflow")
        self.assertFalse(self.fresh().workflow_in_progress)
        (notice,) = told(self.author)
        self.assertEqual(notice.kind, Kind.SENT_BACK)
        self.assertIn("Edda", notice.words)

    def test_what_an_author_takes_back_is_told_to_nobody(self):
        page = submit(self, self.author, self.essay)
        send(self, self.author, page, "action-cancel-workflow")
        self.assertFalse(self.fresh().workflow_in_progress)
        self.assertEqual((told(self.author), told(self.editor)), ([], []))

    def test_what_goes_wrong_while_it_is_published_leaves_it_waiting(self):
        page = submit(self, self.author, self.essay)
        Mail.objects.all().delete()
        failing = patch("wagtail.models.Revision.publish", side_effect=RuntimeError("no"))
        with self.assertRaisesMessage(RuntimeError, "no"), failing:
            page.current_workflow_task_state.approve(user=self.editor)
        self.assertTrue(self.fresh().workflow_in_progress)
        self.assertEqual(told(self.author), [])
        self.assertFalse(Mail.objects.exists())
