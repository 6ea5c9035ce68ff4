"""The one review that a journal begins with."""

from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

NAME = "Review"
REVIEWERS = "Editor"


def lay_out_review(pages):
    """Have editors review what is submitted below `pages`; only where there never was a review.

    Wagtail keeps the row of a review that the owner switched off, so that it is not made again.
    """
    if Workflow.objects.exists():
        return
    task = GroupApprovalTask.objects.create(name=NAME)
    task.groups.set(Group.objects.filter(name=REVIEWERS))
    workflow = Workflow.objects.create(name=NAME)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for page in pages:
        WorkflowPage.objects.create(page_id=page.pk, workflow=workflow)
