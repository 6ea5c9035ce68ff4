"""Who is concerned by a page, and who of them may be told of it."""

from django.contrib.auth import get_user_model
from django.db.models import Q
from wagtail.models import GroupApprovalTask, PageLogEntry, WorkflowState

# The last of each says who stands behind what readers see or will see.
DECISIONS = ("wagtail.publish.schedule", "wagtail.workflow.approve")


def who_is_concerned(page):
    """Return the accounts that wrote a page, and whoever last submitted, approved or scheduled it.

    Without those that are deactivated, in the order of their numbers.
    """
    ids = {page.owner_id, *_get_writer_ids(page), *get_deciders(page)}
    states = WorkflowState.objects.for_instance(page).order_by("-created_at", "-pk")
    ids.add(states.values_list("requested_by", flat=True).first())
    return _active(Q(pk__in=ids - {None}))


def get_writers(page):
    """Return the accounts that a page belongs to: its owner's and its byline's."""
    return _active(Q(pk__in={page.owner_id, *_get_writer_ids(page)} - {None}))


def get_deciders(page):
    """Return the ids of whoever last approved a page and last scheduled it."""
    entries = PageLogEntry.objects.filter(page=page.pk, user__isnull=False)
    rows = (entries.filter(action=action).order_by("-timestamp", "-pk") for action in DECISIONS)
    return {row.values_list("user_id", flat=True).first() for row in rows} - {None}


def get_reviewers(task):
    """Return the accounts of the groups that approve a task; superusers may as well, unasked."""
    if not isinstance(task, GroupApprovalTask):
        return []
    return _active(Q(groups__in=task.groups.all()))


def get_publishers(page):
    """Return the accounts that may publish a page: where nobody else is left to be told."""
    users = _active(Q(is_superuser=True) | Q(groups__page_permissions__isnull=False))
    return [user for user in users if may_publish(user, page)]


def get_superusers():
    """Return the accounts that look after everything."""
    return _active(Q(is_superuser=True))


def may_publish(user, page):
    return may_sign_in(user) and page.permissions_for_user(user).can_publish()


def may_see(user, page):
    """Return whether somebody may read a page as it stands: as an editor of it, or as a reader."""
    if not may_sign_in(user):
        return False
    if page is None:
        return True
    rights = page.permissions_for_user(user)
    return rights.can_edit() or rights.can_publish() or _is_public(page)


def may_sign_in(user):
    """Return whether an account still belongs to the journal's people; deactivated, it does not."""
    return user.is_active and user.has_perm("wagtailadmin.access_admin")


def _get_writer_ids(page):
    specific = page.specific_deferred
    return specific.get_writer_ids() if hasattr(specific, "get_writer_ids") else set()


def _active(condition):
    users = get_user_model().objects.filter(condition, is_active=True)
    return list(users.select_related("wagtail_userprofile").order_by("pk").distinct())


def _is_public(page):
    return page.live and not page.get_view_restrictions().exists()
