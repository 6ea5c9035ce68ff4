"""What people are told of a review: who is to read, and what came of it."""

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import TaskState

from blog.scheduling.wording import when_in_words

from ..models import NoticeKind, Publication
from ..workflow.remarks import unresolved_words
from .happenings import name_publication
from .people import get_reviewers, get_superusers, get_writers, may_publish
from .writing import take_back, tell


def note_submitted(task_state, by):
    """Tell those who may approve a page that it waits for them; superusers where nobody else may.

    Nothing is told of a task that needed nobody.
    """
    if task_state.status != TaskState.STATUS_IN_PROGRESS:
        return
    page = _get_page(task_state.workflow_state)
    if page is None:
        return
    reviewers = get_reviewers(task_state.task.specific)
    people = [user for user in reviewers if user != by and may_publish(user, page)]
    words = [_("From %(author)s.") % {"author": by} if by else "", unresolved_words(page)]
    tell(
        NoticeKind.SUBMITTED,
        page,
        people or get_superusers(),
        words=" ".join(filter(None, words)),
        key=f"task:{task_state.pk}",
        by=by,
    )


def note_sent_back(state, by):
    """Tell whoever submitted a page, and its writers, what to change."""
    page = _get_page(state)
    if page is None:
        return
    task_state = state.current_task_state
    _withdraw_submission(page, task_state)
    remark = task_state.specific.get_comment()
    _tell_writers(NoticeKind.SENT_BACK, page, state, remark, f"task:{task_state.pk}", by)


def note_approved(state, by):
    """Tell whoever submitted a page, and its writers, that it was approved and when it appears.

    What it publishes at once is not told of a second time.
    """
    page = _get_page(state)
    if page is None:
        return
    task_state = state.current_task_state
    _withdraw_submission(page, task_state)
    remark = task_state.specific.get_comment() if task_state else ""
    _tell_approval(page, state, remark, f"state:{state.pk}", by)


def note_review_ended(state, by):
    """Tell that a review ended without a decision: by a publication, or because somebody ended it.

    Nobody is told of what they took back themselves.
    """
    page = _get_page(state)
    if page is None:
        return
    _withdraw_submission(page, state.current_task_state)
    key = f"state:{state.pk}"
    if _is_out(page):
        _tell_approval(page, state, "", key, by)
    elif by is not None:
        words = _("%(name)s ended the review without a decision.") % {"name": by}
        _tell_writers(NoticeKind.SENT_BACK, page, state, words, key, by)


def _tell_approval(page, state, remark, key, by):
    publication = Publication.objects.standing().filter(page=page.pk).first()
    is_live = page.live and publication and publication.revision_id == page.live_revision_id
    scheduled = page.scheduled_revision
    if is_live and not scheduled:
        key = name_publication(publication)  # it is taken back with it
        address = page.full_url or ""
    else:
        address = ""

    def words(user):
        if scheduled:
            zone = timezone.get_current_timezone()
            when = when_in_words(scheduled.approved_go_live_at, zone)
            said = _("It goes live on %(when)s.") % {"when": when}
        else:
            said = _("Readers can see it now.") if page.live else ""
        return "\n\n".join(filter(None, [said, remark]))

    _tell_writers(NoticeKind.APPROVED, page, state, words, key, by, address)


def _tell_writers(kind, page, state, words, key, by, address=""):
    people = [state.requested_by, *get_writers(page)]
    tell(kind, page, people, words=words, address=address, key=key, by=by)


def _withdraw_submission(page, task_state):
    """Drop from reviewers' desks what waits for nobody any more."""
    if task_state:
        take_back(NoticeKind.SUBMITTED, page, f"task:{task_state.pk}")


def _is_out(page):
    """Return whether the newest version of a page is what readers see, or is to come."""
    scheduled = page.scheduled_revision
    newest = page.latest_revision_id
    return page.live_revision_id == newest or bool(scheduled and scheduled.pk == newest)


def _get_page(state):
    """Return the page of a review as it stands now, or None for a snippet's."""
    page = state.content_object
    if page is None or not hasattr(page, "get_admin_display_title"):
        return None
    page = type(page).objects.get(pk=page.pk)
    return page.specific
