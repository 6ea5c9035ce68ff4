"""Who reviews and who is reviewed."""

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q
from wagtail.models import GroupApprovalTask, GroupPagePermission

WRITING = ("add_page", "change_page")


def meets_review(user, page):
    """Return whether somebody has to submit what they write on a page, and somebody else reads it.

    page: the one that is edited, or the parent of one that is begun. Nobody who may publish it
    themselves has to, and nobody can where no other account may approve.
    """
    if page.permissions_for_user(user).can_publish() or not page.has_workflow:
        return False
    tasks = page.get_workflow().tasks.active().specific()
    return any(_has_reviewers(task, user) for task in tasks)


def somebody_is_reviewed():
    """Return whether any account writes without publishing: else the admin has no word of it."""
    writes = GroupPagePermission.objects.filter(
        group__user=OuterRef("pk"), permission__codename__in=WRITING
    )
    publishes = GroupPagePermission.objects.filter(
        group__user=OuterRef("pk"), permission__codename="publish_page"
    )
    people = get_user_model().objects.filter(is_active=True, is_superuser=False)
    return people.filter(Exists(writes), ~Exists(publishes)).exists()


def _has_reviewers(task, user):
    if not isinstance(task, GroupApprovalTask):
        return True  # of some other kind, which knows its own people
    others = get_user_model().objects.filter(is_active=True).exclude(pk=user.pk)
    return others.filter(Q(is_superuser=True) | Q(groups__in=task.groups.all())).exists()
