"""The journal's own page: every essay, newest first, or those that follow one thread."""

from django.core.paginator import Paginator
from django.db import models
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from blog.lib.dates import group_by_month
from blog.lib.routing import ChildRoutingMixin
from blog.lib.slugs import ReservedSlugsMixin
from blog.lib.trash import TrashableMixin
from blog.scheduling.models import ScheduledEditingMixin

from ..querysets import tags_with_counts
from .post_page import PostPage

POSTS_PER_PAGE = 10


class PostIndexPage(
    TrashableMixin,
    ScheduledEditingMixin,
    ReservedSlugsMixin,
    ChildRoutingMixin,
    RoutablePageMixin,
    Page,
):
    """The journal: every essay, newest first, or those that follow one thread."""

    introduction = models.CharField(_("introduction"), max_length=220, blank=True)

    parent_page_types = ["home.HomePage"]
    subpage_types = ["posts.PostPage"]
    max_count_per_parent = 1
    page_description = _("All essays, by year and month")

    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("journal")

    def get_routed_children(self):
        return PostPage.objects.select_related("author", "hero")

    @path("")
    def all_posts(self, request):
        return self.render(request, context_overrides=self.get_listing(request))

    @path("tag/<str:slug>/", name="tag")
    def posts_by_tag(self, request, slug):
        return self.render(request, context_overrides=self.get_listing(request, slug))

    def get_listing(self, request, tag_slug=None):
        """Return what the template prints: a page of posts, grouped by month, and the tags.

        Raises Http404 when no published post follows the thread.
        """
        posts = published = PostPage.objects.descendant_of(self).published()
        tags, tag = list(tags_with_counts(published)), None
        if tag_slug is not None:
            tag = next((tag for tag in tags if tag.slug == tag_slug), None)
            if tag is None:
                raise Http404("No published essay follows that thread.")
            posts = published.tagged(tag)
        page = Paginator(posts.with_films(), POSTS_PER_PAGE).get_page(request.GET.get("page"))
        return {
            "posts": page,
            "years": group_by_month(page.object_list, lambda post: timezone.localtime(post.date)),
            "tags": tags,
            "current_tag": tag,
            "post_count": page.paginator.count,
            "total_count": published.count() if tag else page.paginator.count,
        }
