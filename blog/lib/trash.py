"""Which pages lie in the trash: their addresses say so, and nothing has to be asked.

A page in the trash keeps its place in the tree under the slug "~12". No form accepts that sign,
so it stands in no other page's path, and it stands in those of all pages below.
"""

from wagtail.models import PagePermissionTester

TRASH_SIGN = "~"
IN_PATH = f"/{TRASH_SIGN}"


def trash_slug(page):
    """Return the slug of a page while it lies in the trash."""
    return f"{TRASH_SIGN}{page.pk}"


def is_in_trash(page):
    """Return whether `page`, or a page above it, lies in the trash."""
    return IN_PATH in page.url_path


def without_trash(queryset, path="url_path"):
    """Return the rows of `queryset` whose page does not lie in the trash.

    path: the lookup of the page's `url_path` from the queryset's model, as "page__url_path".
    """
    return queryset.exclude(**{f"{path}__contains": IN_PATH})


class TrashPermissionTester(PagePermissionTester):
    """Nobody publishes a page of the trash, or adds one below it."""

    def can_publish(self):
        return not is_in_trash(self.page) and super().can_publish()

    def can_publish_subpage(self):
        return not is_in_trash(self.page) and super().can_publish_subpage()

    def can_add_subpage(self):
        return not is_in_trash(self.page) and super().can_add_subpage()


class TrashableMixin:
    """A page that stays in the trash until somebody brings it back. Mix in before Page."""

    def permissions_for_user(self, user):
        return TrashPermissionTester(user, self)

    def with_content_json(self, content):
        """Return a version of the page; none of them leads out of the trash."""
        version = super().with_content_json(content)
        if is_in_trash(self):
            version.slug, version.url_path = self.slug, self.url_path
        return version
