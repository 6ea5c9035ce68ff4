"""What was watched tonight: the short form, posted from the first page of the admin."""

from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin import messages

from blog.lib.http import see_other

from .actions import FilmGoneError, NotedAlreadyError, may_add_viewing, note_viewing
from .buttons import find_buttons
from .forms import FILM_GONE, WatchedForm
from .wording import describe_noted

EDIT_URL = "viewing:edit"


def watched(request):
    """Show the short form, or put what it says into the diary."""
    if not may_add_viewing(request.user):
        raise PermissionDenied
    form = WatchedForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and (viewing := _note(request.user, form)):
        offered = find_buttons(viewing, request.user)
        buttons = [messages.button(button.url, button.label) for button in offered]
        buttons.append(messages.button(reverse(EDIT_URL, args=[viewing.pk]), _("Edit")))
        messages.success(request, describe_noted(viewing), buttons=buttons)
        return see_other(reverse("wagtailadmin_home"))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {
        "form": form,
        "media": form.media,
        "header_icon": "date",
        "page_title": _("Watched"),
        "header_title": _("Watched"),
    }
    return TemplateResponse(request, "films/admin/diary/watched.html", context, status=status)


def _note(user, form):
    """Return the viewing that a valid form made, or None where the form now says why not."""
    try:
        return note_viewing(user=user, **form.as_fields())
    except FilmGoneError:
        form.add_error("film", FILM_GONE)
    except NotedAlreadyError as noted:
        address = reverse(EDIT_URL, args=[noted.viewing.pk])
        sentence = _("This form was sent before, and put <a href='{}'>{}</a> into the diary.")
        again = _("Send it again to note what stands here now as well.")
        form.add_error(None, format_html(sentence + " {}", address, str(noted.viewing), again))
        form.renew_key()
    return None
