"""The menu's way to the queue, with the number of comments that wait."""

from django.utils.translation import ngettext
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem
from wagtail.permissions import policy_registry

from ..models import Comment


class ReaderCommentsMenuItem(MenuItem):
    def is_shown(self, request):
        return policy_registry.get_by_type(Comment).user_has_permission(request.user, "view")

    def render_component(self, request):
        """Return the link; the number is for those who can make it smaller."""
        policy = policy_registry.get_by_type(Comment)
        label = str(self.label)
        if policy.user_has_permission(request.user, "moderate"):
            waiting = Comment.objects.undecided().count()
            if waiting:
                # First and short, because the menu cuts off what is long.
                label = ngettext("%(number)s comment", "%(number)s comments", waiting)
                label %= {"number": waiting}
        return LinkMenuItem(
            self.name,
            label,
            self.url,
            icon_name=self.icon_name,
            classname=self.classname,
            attrs=self.attrs,
        )
