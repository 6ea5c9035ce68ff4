"""The comparison of two versions, from which the newer one is published as a correction."""

from django.core.exceptions import PermissionDenied
from django.forms import Media
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.revisions import RevisionsCompareView

from blog.lib.http import see_other
from blog.posts.models import PostPage

from ..undo.buttons import offer_after_publication
from .actions import CorrectionRefusedError, publish_correction, why_not
from .forms import CorrectionForm


class CompareView(RevisionsCompareView):
    """Wagtail's own, with a form below for those who may publish."""

    template_name = "editorial/corrections/compare.html"
    http_method_names = ["get", "head", "post"]

    @cached_property
    def media(self):
        return Media(css={"all": ["css/admin/corrections.css"]})

    def find_revision(self, which):
        """Return the Revision that a part of the address stands for, or None."""
        if which == "live":
            return self.object.live_revision
        revisions = self.object.revisions.order_by("created_at", "pk")
        if which in ("earliest", "latest"):
            return revisions.first() if which == "earliest" else revisions.last()
        return revisions.filter(pk=which).first()

    @cached_property
    def newer(self):
        return self.find_revision(self.revision_id_b)

    def may_correct(self):
        page = self.object
        lock = page.get_lock()
        may = page.permissions_for_user(self.request.user).can_publish()
        return may and not (lock and lock.for_user(self.request.user))

    def make_form(self, data=None):
        """Return the form, or None where the newer version cannot be published as a correction."""
        if not (self.newer and self.may_correct()) or why_not(self.object, self.newer):
            return None
        seen_at = self.newer.created_at.isoformat()
        return CorrectionForm(
            data,
            initial={"manner": CorrectionForm.SILENT, "seen_at": seen_at},
            may_be_noted=isinstance(self.object, PostPage),
        )

    def get_context_data(self, **kwargs):
        older, newest = self.find_revision(self.revision_id_a), self.object.latest_revision_id
        revert_url = ""
        if older and older.pk != newest:
            revert_url = reverse(
                "wagtailadmin_pages:revisions_revert", args=[self.object.pk, older.pk]
            )
        form = kwargs.pop("form", None) or self.make_form()
        return super().get_context_data(**kwargs) | {
            "form": form,
            "revert_url": revert_url,
            "media": self.media + (form.media if form else Media()),
        }

    def post(self, request, *args, **kwargs):
        if self.newer is None or not self.may_correct():
            raise PermissionDenied
        form = CorrectionForm(request.POST, may_be_noted=isinstance(self.object, PostPage))
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        note, seen_at = form.cleaned_data.get("text", ""), form.cleaned_data.get("seen_at")
        title = {"title": self.object.get_admin_display_title()}
        try:
            page = publish_correction(self.object, self.newer, request.user, note, seen_at)
        except CorrectionRefusedError as error:
            messages.error(request, str(error))
            return see_other(request.path)
        if note:
            words = _("“%(title)s” is corrected, with a note to readers. Nobody gets a mail.")
        else:
            words = _("“%(title)s” is corrected without a word. Nobody gets a mail.")
        messages.success(request, words % title, offer_after_publication(request, page))
        return see_other(reverse("wagtailadmin_pages:edit", args=[self.object.pk]))
