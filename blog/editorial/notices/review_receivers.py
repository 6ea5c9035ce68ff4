"""Reviews tell people through us: Wagtail's own mails of them are sent while somebody waits."""

from wagtail.models import TaskState, WorkflowState
from wagtail.signals import (
    task_submitted,
    workflow_approved,
    workflow_cancelled,
    workflow_rejected,
)

from .reviews import note_approved, note_review_ended, note_sent_back, note_submitted


def tell_of_submission(instance, user, **kwargs):
    note_submitted(instance, by=user)


def tell_of_approval(instance, user, **kwargs):
    note_approved(instance, by=user)


def tell_of_what_was_sent_back(instance, user, **kwargs):
    note_sent_back(instance, by=user)


def tell_of_the_end(instance, user, **kwargs):
    note_review_ended(instance, by=user)


# Under the names of Wagtail's own receivers, so that there is no place left for these. The fourth
# of them writes to superusers alone and is off by WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS.
TAKEN = [
    (
        task_submitted,
        TaskState,
        tell_of_submission,
        "group_approval_task_submitted_email_notification",
    ),
    (
        workflow_approved,
        WorkflowState,
        tell_of_approval,
        "workflow_state_approved_email_notification",
    ),
    (
        workflow_rejected,
        WorkflowState,
        tell_of_what_was_sent_back,
        "workflow_state_rejected_email_notification",
    ),
    (workflow_cancelled, WorkflowState, tell_of_the_end, "workflow_state_cancelled_notification"),
]


def connect():
    """Take the places of Wagtail's receivers, whichever app is ready first."""
    for signal, sender, receiver, name in TAKEN:
        signal.disconnect(sender=sender, dispatch_uid=name)
        signal.connect(receiver, sender=sender, dispatch_uid=name)
