"""Who is to hear of a comment: asked when it happens, and again before the mail is written."""

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce, Lower
from wagtail.permissions import policy_registry

from blog.outbox.server import has_mail_server

from ..models import Comment, Commenter, ModeratorMail, Notice

Status = Comment.Status
Kind = Notice.Kind


def wanting_mail():
    """Return the comments whose writers asked for mail and may have it, each with its `person`.

    The address of each is proved. person: the id of the commenter, or of the one they are merged
    into. No mail goes to an address, or a person, that wants none at all.
    """
    rows = Comment.objects.filter(
        is_proved=True, commenter__isnull=False, notify_stopped_at=None
    ).exclude(Q(notify="") | Q(email=""))
    for writer in ("commenter", "commenter__merged_into"):
        rows = rows.filter(
            **{f"{writer}__mail_stopped_at__isnull": True, f"{writer}__banned_at__isnull": True}
        )
    # Merged comments hang on the person; the address that wants no mail may be another.
    address = Commenter.objects.filter(email=Lower(OuterRef("email")))
    rows = rows.exclude(Exists(address.filter(mail_stopped_at__isnull=False)))
    return rows.annotate(person=Coalesce("commenter__merged_into_id", "commenter_id"))


def subscribed_to(page_ids):
    """Return the wishes of published comments on these pages, the latest first."""
    published = wanting_mail().filter(page_id__in=page_ids, status=Status.PUBLISHED)
    return published.order_by("-created_at", "-pk")


def concerns(wish, comment):
    """Return whether a published comment is one that the writer of another asked to hear of."""
    if wish.page_id != comment.page_id or wish.pk == comment.pk:
        return False
    return wish.notify == Comment.Notify.ALL or wish.pk == comment.parent_id


def get_readers(comment):
    """Return {person id: kind of notice} of the readers to tell of a published comment."""
    wishes = subscribed_to([comment.page_id]).exclude(pk=comment.pk)
    wishes = wishes.filter(Q(notify=Comment.Notify.ALL) | Q(pk=comment.parent_id))
    if comment.author:
        # One of the journal's people, who may have asked as a reader.
        wishes = wishes.exclude(email__iexact=comment.author.email)
    writer = get_person_id(comment.commenter_id)
    readers = {}
    for pk, person in wishes.values_list("pk", "person"):
        if person != writer and (pk == comment.parent_id or person not in readers):
            readers[person] = Kind.REPLY if pk == comment.parent_id else Kind.NEW
    return readers


def get_person_id(commenter_id):
    """Return the id of the person that a commenter is: of whom they were merged into, if so."""
    if commenter_id is None:
        return None
    rows = Commenter.objects.filter(pk=commenter_id)
    return rows.values_list(Coalesce("merged_into_id", "pk"), flat=True).first()


def can_answer_by_mail(comment):
    """Return whether a comment's writer can be answered by mail: proved, and not against it."""
    if not (has_mail_server() and comment.is_proved and comment.email and comment.commenter):
        return False
    rows = Commenter.objects.filter(
        Q(pk=comment.commenter_id)
        | Q(pk=comment.commenter.merged_into_id)
        | Q(email=comment.email.lower())
    )
    unwilling = rows.filter(Q(mail_stopped_at__isnull=False) | Q(banned_at__isnull=False))
    return not unwilling.exists()


def get_moderators(comment):
    """Return the accounts that hear of what waits: who moderates, and who wrote the page."""
    policy = policy_registry.get_by_type(Comment)
    moderators = policy.users_with_any_permission(["moderate"]).values("pk")
    return _wanting(Q(pk__in=moderators) | _wrote_the_page_of(comment))


def get_page_writers(comment):
    """Return the accounts that wrote the page of a comment and hear of it."""
    return _wanting(_wrote_the_page_of(comment)).exclude(pk=comment.author_id)


def _wrote_the_page_of(comment):
    policy = policy_registry.get_by_type(Comment)
    may_see = policy.users_with_any_permission(["view"]).values("pk")
    return Q(pk__in=comment.page.specific.get_writer_ids()) & Q(pk__in=may_see)


def _wanting(condition):
    users = get_user_model().objects.filter(condition, is_active=True)
    return users.exclude(moderator_mail__frequency=ModeratorMail.Frequency.NEVER)
