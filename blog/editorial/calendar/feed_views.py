"""The calendar for other programs, and the buttons that make and revoke its address."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import TemplateView
from wagtail.admin import messages

from blog.lib.http import see_other
from blog.lib.zones import get_zone_of

from .feed import write_feed
from .feed_actions import make_feed, open_feed, revoke_feed
from .views import CalendarPage


@require_safe
def read(request, token):
    """Answer with the calendar that a secret address opens, for its person alone."""
    user = open_feed(token)
    if user is None:
        raise Http404("No calendar has this address, or not any more.")
    # A day begins by the clock of the person, whoever asks for it.
    with timezone.override(get_zone_of(getattr(user, "wagtail_userprofile", None))):
        response = HttpResponse(write_feed(user), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="calendar.ics"'
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response


class MakeFeedView(CalendarPage, TemplateView):
    """Makes an address and shows it, this once."""

    http_method_names = ["post"]
    template_name = "editorial/calendar/feed_made.html"
    page_title = gettext_lazy("Your calendar elsewhere")

    def post(self, request, *args, **kwargs):
        path = reverse("editorial:calendar_feed", args=[make_feed(request.user)])
        address = f"{settings.SITE_URL.rstrip('/')}{path}"
        response = self.render_to_response(self.get_context_data(address=address))
        response["Cache-Control"] = "no-store, private"
        return response


@require_POST
def revoke(request):
    if revoke_feed(request.user):
        messages.success(request, _("The address of your calendar opens nothing any more."))
    return see_other(reverse("editorial_calendar"))
