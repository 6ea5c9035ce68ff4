"""Where comments hang in Wagtail's admin."""

from wagtail import hooks
from wagtail.permissions import policy_registry, register_permission_policy
from wagtail.snippets.models import register_snippet

from .models import Comment, WordRule
from .moderation.permissions import CommentPermissionPolicy
from .word_rules.permissions import WordRulePermissionPolicy

register_permission_policy(Comment, CommentPermissionPolicy(Comment))
register_permission_policy(WordRule, WordRulePermissionPolicy(WordRule))

# After the policy, which nothing may look up before it is registered.
from .commenters import admin_hooks  # noqa: E402, F401
from .moderation.bulk import make_bulk_actions  # noqa: E402
from .moderation.decisions import LOGGED  # noqa: E402
from .moderation.links import get_page_buttons  # noqa: E402
from .moderation.panels import WaitingCommentsPanel  # noqa: E402
from .moderation.viewset import CommentViewSet  # noqa: E402
from .notices.preferences import ModeratorMailPanel  # noqa: E402
from .word_rules.viewset import WordRuleViewSet  # noqa: E402

register_snippet(CommentViewSet)
register_snippet(WordRuleViewSet)

for bulk_action in make_bulk_actions():
    # Later than Wagtail's own, so that ours take the place of those of the same type.
    hooks.register("register_bulk_action", bulk_action, order=1)


@hooks.register("construct_homepage_panels")
def show_waiting_comments(request, panels):
    if policy_registry.get_by_type(Comment).user_has_permission(request.user, "moderate"):
        panels.append(WaitingCommentsPanel())


@hooks.register("register_page_header_buttons")
def show_what_was_said(page, user, view_name, next_url=None):
    return get_page_buttons(page, user)


hooks.register("register_account_settings_panel", ModeratorMailPanel)


@hooks.register("register_log_actions")
def register_comment_log_actions(actions):
    for action, (label, message) in LOGGED.items():
        actions.register_action(action, label, message)
