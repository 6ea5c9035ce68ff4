"""The editor's form of a page whose slug nobody has to write."""

import re

from wagtail.admin.forms import WagtailAdminPageForm

from .slugs import unique_slug

SCRIPT_LENGTH = 255


def script_slug(title):
    """Return what Wagtail's script writes into the field of the slug while a title is typed."""
    kept = re.sub(r"[^-\w\s]", "", title.lower())
    return re.sub(r"[-\s]+", "-", kept)[:SCRIPT_LENGTH].rstrip("-")


class SlugForm(WagtailAdminPageForm):
    """A page's form that leaves the slug to the page until somebody writes one.

    For pages with `ReservedSlugsMixin`, which make a free one of their title when they are saved.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Without a script, or before it listens, nothing fills it in.
        self.fields["slug"].required = False

    def clean(self):
        self.settle_slug()
        return super().clean()

    def settle_slug(self):
        """Forget a slug that nobody wrote, and whatever is wrong with it."""
        if self.is_slug_unwritten():
            self._errors.pop("slug", None)
            self.cleaned_data["slug"] = ""

    def is_slug_unwritten(self):
        """Return whether it is empty or, until the page first appeared, what the title makes it."""
        title, slug = ((self[name].data or "").strip() for name in ("title", "slug"))
        if self.instance.first_published_at:
            return not slug
        return slug in ("", script_slug(title), unique_slug(title, ()))
