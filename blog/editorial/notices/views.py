"""Every notice of an account, and putting them away."""

from django.core.paginator import Paginator
from django.forms import Media
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from blog.lib.http import see_other

from .shown import get_shown, put_away

SHOWN = 50


class NoticesView(WagtailAdminTemplateMixin, TemplateView):
    """All that somebody was told, the newest first; what was put away stays readable here."""

    template_name = "editorial/notices/list.html"
    page_title = gettext_lazy("Notices")
    header_icon = "mail"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        shown = get_shown(self.request.user)
        return super().get_context_data(
            notices=Paginator(shown, SHOWN).get_page(self.request.GET.get("p")),
            has_unread=shown.unread().exists(),
            here=self.request.get_full_path(),
            account_url=f"{reverse('wagtailadmin_account')}#tab-notifications",
            media=Media(css={"all": ["css/admin/desk.css", "css/admin/notices.css"]}),
            **kwargs,
        )


@require_POST
def put_one_away(request, notice_id):
    put_away(request.user, notice_id)
    return _back(request)


@require_POST
def put_all_away(request):
    number = put_away(request.user)
    said = ngettext("%(number)s notice put away.", "%(number)s notices put away.", number)
    messages.success(request, said % {"number": number} if number else _("There was none left."))
    return _back(request)


def _back(request):
    return see_other(get_valid_next_url_from_request(request) or reverse("editorial_notices"))


urlpatterns = [
    path("notices/", NoticesView.as_view(), name="editorial_notices"),
    path("notices/put-away/", put_all_away, name="editorial_notices_put_away"),
    path("notices/<int:notice_id>/put-away/", put_one_away, name="editorial_notice_put_away"),
]
