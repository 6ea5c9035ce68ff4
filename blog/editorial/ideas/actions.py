"""What is done with ideas."""

from datetime import timedelta
from uuid import uuid4

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from blog.lib.trash import is_in_trash
from blog.posts.starting import start_essay

from ..models import PostIdea
from .beginning import begin_from_idea
from .permissions import may_change, may_note_idea

# The same line again so soon is the same form, sent twice.
SENT_TWICE = timedelta(minutes=1)


@transaction.atomic
def note_idea(line, by):
    """Keep a line and return its PostIdea; sent twice, the one that is there already.

    Raises PermissionDenied.
    """
    if not may_note_idea(by):
        raise PermissionDenied(f"User {by.pk} may not keep ideas.")
    # Locked, so that a form sent twice at once waits here for itself.
    get_user_model().objects.select_for_update(of=("self",)).get(pk=by.pk)
    since = timezone.now() - SENT_TWICE
    noted = PostIdea.objects.waiting().filter(created_by=by, line=line, created_at__gte=since)
    if idea := noted.first():
        return idea
    idea = PostIdea.objects.create(line=line, created_by=by)
    log(instance=idea, action="wagtail.create", user=by)
    return idea


@transaction.atomic
def start_draft(idea, by):
    """Make a draft essay by `by` of an idea and return it; the one made of it before, if it stands.

    Raises PermissionDenied; PostIdea.DoesNotExist when the idea was deleted.
    """
    # Locked, so that two at once make one draft.
    locked = PostIdea.objects.select_for_update(of=("self",)).get(pk=idea.pk)
    if not may_change(by, locked):
        raise PermissionDenied(f"User {by.pk} may not write idea {idea.pk}.")
    if not has_draft(locked):
        beginning = begin_from_idea(locked, by, timezone.now())
        locked.post = start_essay(user=by, beginning=beginning, key=uuid4())
        locked.save(update_fields=["post"])
        log(instance=locked, action="editorial.write_idea", user=by)
    idea.post = locked.post
    return locked.post


def plan_idea(idea, day, by):
    """Wish an idea for `day`, a date, or for no day with None; return whether that changed it.

    Raises PermissionDenied.
    """
    if not may_change(by, idea):
        raise PermissionDenied(f"User {by.pk} may not plan idea {idea.pk}.")
    changed = PostIdea.objects.filter(pk=idea.pk).exclude(planned_on=day).update(planned_on=day)
    if changed:
        log(instance=idea, action="wagtail.edit", user=by)
    idea.planned_on = day
    return bool(changed)


def has_draft(idea):
    """Return whether the essay made of an idea stands: it does not while it lies in the trash."""
    return idea.post is not None and not is_in_trash(idea.post)
