"""What somebody may do with many pages at once, asked once instead of once for each page."""

from django.db.models import Q
from wagtail.permissions import page_permission_policy

EXPLORING = frozenset({"add", "change", "publish", "lock", "unlock", "bulk_delete"})


def has_calendar(user):
    """Return whether `user` writes or publishes anything."""
    return page_permission_policy.user_has_any_permission(user, {"add", "change", "publish"})


class PageRights:
    """The rights of one person, told by a page's path and owner as Wagtail's own rules tell them.

    It leaves out what only a review in progress allows: that is asked of the page itself.
    """

    def __init__(self, user):
        self.user = user
        self.everything = user.is_active and user.is_superuser
        self.paths = {}  # of {action: paths of the pages at which it was granted}
        for granted in page_permission_policy.get_cached_permissions_for_user(user):
            action = granted.permission.codename.rsplit("_", maxsplit=1)[0]
            self.paths.setdefault(action, []).append(granted.page.path)

    def may(self, action, path):
        return self.everything or path.startswith(tuple(self.paths.get(action, ())))

    def may_edit(self, path, owner_id):
        if self.may("change", path):
            return True
        return owner_id == self.user.pk and self.may("add", path)

    def editable(self):
        """Return the condition for pages that may be edited."""
        if self.everything:
            return Q()  # "or" with an empty condition is the other one alone
        return self._below("change") | (self._below("add") & Q(owner_id=self.user.pk))

    def explorable(self):
        """Return the condition for pages that are listed to this person in the explorer."""
        return self._below(*EXPLORING)

    def _below(self, *actions):
        if self.everything:
            return Q()
        paths = {path for action in actions for path in self.paths.get(action, ())}
        condition = Q(pk__in=[])
        for path in sorted(paths):
            condition |= Q(path__startswith=path)
        return condition
