"""“Continue writing”: a person's latest drafts, each with the line where they stopped."""

from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from wagtail.admin.ui.components import Component

from blog.posts.models import PostPage
from blog.posts.starting import get_journal, may_start_essay

from .last_line import last_line
from .rights import changeable, own
from .states import describe_draft, get_schedules

DRAFTS_SHOWN = 3


@dataclass(frozen=True)
class Draft:
    """page: PostPage without its body. state: in words. line: the last sentence, or ""."""

    page: PostPage
    title: str
    state: str
    line: str

    @property
    def edit_url(self):
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])


class ContinueWritingPanel(Component):
    """The drafts that somebody worked on last; without any, an invitation."""

    name = "continue-writing"
    template_name = "editorial/desk/continue_writing.html"

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        drafts = get_drafts(user)
        return {
            "drafts": drafts,
            "new_url": new_essay_url(user),
            "has_written": bool(drafts) or own(PostPage.objects.live(), user).exists(),
        }


def get_drafts(user):
    """Return the Drafts that `user` worked on last, in two queries."""
    unfinished = PostPage.objects.filter(Q(live=False) | Q(has_unpublished_changes=True))
    posts = own(changeable(unfinished, user), user).filter(latest_revision__isnull=False)
    posts = posts.order_by("-latest_revision_created_at", "-pk").select_related("latest_revision")
    posts = list(posts.defer_streamfields()[:DRAFTS_SHOWN])
    schedules = get_schedules(posts)
    return [describe(post, schedules.get(post.pk)) for post in posts]


def describe(post, scheduled_at):
    content = post.latest_revision.content
    return Draft(
        page=post,
        title=content.get("title") or post.title,
        state=describe_draft(post, content, scheduled_at),
        line=last_line(content.get("body")),
    )


def new_essay_url(user):
    """Return where `user` begins an empty essay, "" for whoever may not."""
    if not may_start_essay(user):
        return ""
    return reverse("wagtailadmin_pages:add", args=["posts", "postpage", get_journal().pk])
