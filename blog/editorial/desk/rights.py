"""Whose pages stand on whose desk."""

from django.db.models import Q
from wagtail.permissions import page_permission_policy

from blog.lib.trash import without_trash

WRITING = frozenset({"add", "change", "publish"})


def works_on_pages(user):
    """Return whether `user` writes or publishes anything: who only moderates has no such desk."""
    return page_permission_policy.user_has_any_permission(user, WRITING)


def publishes(user):
    """Return whether `user` publishes others' essays too: all of them are then their concern."""
    return page_permission_policy.user_has_permission(user, "publish")


def changeable(queryset, user):
    """Return the pages of `queryset` that `user` may change and that are not in the trash."""
    pages = without_trash(queryset)
    if user.is_superuser:
        return pages
    mine = page_permission_policy.instances_user_has_permission_for(user, "change")
    return pages.filter(pk__in=mine.order_by().values("pk"))


def own(queryset, user):
    """Return the essays of `queryset` that `user` began, signs, or worked on last."""
    return queryset.filter(Q(owner=user) | Q(author__user=user) | Q(latest_revision__user=user))
