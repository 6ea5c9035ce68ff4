"""Where comments hang in Wagtail's admin."""

from wagtail import hooks
from wagtail.permissions import policy_registry, register_permission_policy
from wagtail.snippets.models import register_snippet

from .models import Comment
from .permissions import CommentPermissionPolicy

register_permission_policy(Comment, CommentPermissionPolicy(Comment))

# After the policy, which nothing may look up before it is registered.
from .bulk_actions import make_bulk_actions  # noqa: E402
from .decisions import LOGGED  # noqa: E402
from .panels import WaitingCommentsPanel  # noqa: E402
from .viewsets import CommentViewSet  # noqa: E402
from .notices.preferences import ModeratorMailPanel  # noqa: E402

register_snippet(CommentViewSet)

for bulk_action in make_bulk_actions():
    # Later than Wagtail's own, so that ours take the place of those of the same type.
    hooks.register("register_bulk_action", bulk_action, order=1)


@hooks.register("construct_homepage_panels")
def show_waiting_comments(request, panels):
    if policy_registry.get_by_type(Comment).user_has_permission(request.user, "moderate"):
        panels.append(WaitingCommentsPanel())


hooks.register("register_account_settings_panel", ModeratorMailPanel)


@hooks.register("register_log_actions")
def register_comment_log_actions(actions):
    for action, (label, message) in LOGGED.items():
        actions.register_action(action, label, message)
