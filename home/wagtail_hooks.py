from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from wagtail import hooks

from blog.lib.slugs import ReservedSlugsMixin


@hooks.register("before_copy_page")
def refuse_reserved_slug_of_copy(request, page):
    """Copying validates no page: without this a copy could take an address of the journal's own."""
    if request.method == "POST" and isinstance(page.specific, ReservedSlugsMixin):
        try:
            page.specific.refuse_slug(request.POST.get("new_slug", ""))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect(request.get_full_path())
    return None
