"""What happens to pages, and who is to hear of it. Called in the transaction in which it does."""

from datetime import timedelta

from django.utils.translation import gettext as _
from wagtail.models import Page

from ..models import NoticeKind
from ..workflow.finishing import is_approving
from .people import (
    get_publishers,
    get_superusers,
    get_writers,
    may_publish,
    may_see,
    who_is_concerned,
)
from .writing import take_back, tell

# As long as somebody can take a publication back, its mails wait.
MAY_BE_UNDONE = timedelta(minutes=10)


def note_failed(item, attempt):
    """Tell that a due item could not be published or taken down.

    item: a DueItem. attempt: its ScheduleAttempt; of one failure people hear once, whatever runs
    at the same time. Call it for the first failure, and for the first that needs attention.
    """
    _tell_of_due(NoticeKind.FAILED, item, attempt.last_error, f"{_name(item)}:{attempt.attempts}")


def note_expired(item):
    """Tell that a due item was taken down, or left the lists, because its time was over."""
    _tell_of_due(NoticeKind.EXPIRED, item, "", _name(item))


def note_held(publication):
    """Tell whoever can say yes that a late publication waits to be announced."""
    page = publication.page
    people = [user for user in who_is_concerned(page) if may_publish(user, page)]
    words = _("Readers see it already. Say on your desk whether it is to be announced.")
    tell(NoticeKind.HELD, page, people or get_publishers(page), words=words,
         key=name_publication(publication))  # fmt: skip


def note_live(publication, page):
    """Tell a page's writers and its approver that readers see it; not whoever did it by hand.

    What follows from an approval is told of by that: see `reviews`.
    """
    if is_approving():
        return
    is_by_hand = publication.intended_at is None
    people = {user.pk: user for user in who_is_concerned(page)}
    approver = publication.published_by
    if approver:
        people[approver.pk] = approver
    tell(
        NoticeKind.LIVE,
        page,
        people.values(),
        address=page.full_url or "",
        key=name_publication(publication),
        by=approver if is_by_hand else None,
        not_before=publication.published_at + MAY_BE_UNDONE if is_by_hand else None,
    )


def note_updated(publication, page):
    """Tell, on desks alone, that a scheduled update has replaced what readers saw."""
    people = {user.pk: user for user in get_writers(page)}
    if publication.published_by:
        people[publication.published_by_id] = publication.published_by
    tell(
        NoticeKind.LIVE,
        page,
        people.values(),
        words=_("The scheduled update has replaced what readers saw."),
        address=page.full_url or "",
        key=name_publication(publication),
        mails=False,
    )


def note_undone(publication, page):
    """Drop what was told of a publication that was taken back."""
    for kind in (NoticeKind.LIVE, NoticeKind.HELD, NoticeKind.APPROVED):
        take_back(kind, page, name_publication(publication))


def _tell_of_due(kind, item, words, key):
    page = Page.objects.filter(pk=item.object_id).first() if item.is_page else None
    people = _get_people_of_due(page)
    tell(kind, page, people, words=words, key=key, title=item.title)


def _get_people_of_due(page):
    """Return whoever a due item concerns, and never nobody: what fails must not fail unheard."""
    if page is None:  # a snippet, which belongs to nobody
        return get_superusers()
    concerned = [user for user in who_is_concerned(page) if may_see(user, page)]
    return concerned or get_publishers(page)


def _name(item):
    return f"{item.content_type.pk}:{item.object_id}:{item.kind}:{item.due_at:%Y%m%dT%H%M%S}"


def name_publication(publication):
    """Return the key of what is told of one publication, and is taken back with it."""
    return f"publication:{publication.pk}"
