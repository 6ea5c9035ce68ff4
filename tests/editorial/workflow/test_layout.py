from django.contrib.auth.models import Group
from django.test import TestCase
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage

from home.setup import lay_out_journal
from tests.factories.posts import make_post


class LayoutTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = lay_out_journal()

    def test_editors_review_essays_and_films_and_nothing_else(self):
        workflow = Workflow.objects.get()
        self.assertEqual(workflow.name, "Review")
        task = workflow.tasks.get().specific
        self.assertEqual([group.name for group in task.groups.all()], ["Editor"])
        for page, is_reviewed in (
            (self.site.journal, True),
            (self.site.films, True),
            (make_post(self.site.journal), True),
            (self.site.home, False),
            (self.site.quotes, False),
        ):
            self.assertEqual(page.has_workflow, is_reviewed, page)

    def test_laid_out_again_it_is_still_one(self):
        lay_out_journal()
        self.assertEqual(Workflow.objects.count(), 1)
        self.assertEqual(GroupApprovalTask.objects.count(), 1)

    def test_what_the_owner_changed_or_switched_off_stays_so(self):
        workflow = Workflow.objects.get()
        workflow.name = "Second reading"
        workflow.save()
        WorkflowPage.objects.filter(page=self.site.films.pk).delete()
        lay_out_journal()
        self.assertEqual(
            [row.page_id for row in WorkflowPage.objects.all()], [self.site.journal.pk]
        )
        workflow.deactivate()
        lay_out_journal()
        self.assertEqual([row.active for row in Workflow.objects.all()], [False])
        self.assertFalse(WorkflowPage.objects.exists())

    def test_a_journal_whose_owner_deleted_the_editors_has_a_review_without_them(self):
        Workflow.objects.all().delete()
        GroupApprovalTask.objects.all().delete()
        Group.objects.filter(name="Editor").delete()
        lay_out_journal()
        self.assertFalse(GroupApprovalTask.objects.get().groups.exists())
