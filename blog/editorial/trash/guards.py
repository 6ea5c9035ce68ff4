"""What nobody does with a page that lies in the trash."""

from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.models import Page

from blog.lib.trash import is_in_trash

from .confirming import confirm_trash
from .rows import find_row_above
from .words import why_refused


def refuse_trashed(request, page, *others):
    """Return a redirect that says why when one of the pages lies in the trash, or None."""
    for each in (page, *others):
        if is_in_trash(each):
            row = find_row_above(each)
            if row is None:  # deleted for good or brought back in this very moment
                return redirect("wagtailadmin_home")
            messages.warning(request, why_refused(each, row))
            return redirect(f"{reverse('editorial_trash')}#trashed-{row.pk}")
    return None


def refuse_trashed_choice(request, objects, action):
    """Return a redirect when a bulk action is for pages of the trash, or leads there; or None."""
    if not issubclass(action.model, Page):
        return None
    form = getattr(action, "cleaned_form", None)
    target = form.cleaned_data.get("chooser") if form else None
    pages = [*objects, *([target] if isinstance(target, Page) else [])]
    return refuse_trashed(request, *pages) if pages else None


def trash_instead(request, page):
    """Return the answer to whoever deletes a page in the admin: it goes to the trash."""
    return refuse_trashed(request, page) or confirm_trash(request, page)
