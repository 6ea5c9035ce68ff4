"""Looking a film up from its editor, and the posters that candidates are told apart by."""

from http import HTTPStatus

from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin import messages

from blog.lib.http import see_other

from ..models import FilmPage
from ..sources import SOURCES, SourceError
from .actions import FactRefusedError, FilmChangedError, fill_film, may_fill
from .asking import ask_sources, get_record
from .compare import compare
from .forms import LookUpForm, TakeForm
from .origins import refresh_by
from .posters import PosterError, read_thumbnail, thumbnail_url


class LookUpView(View):
    """Search for the film at the sources, compare one answer with it, take facts over."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.film = get_object_or_404(FilmPage, pk=kwargs["pk"])
        self.draft = self.film.get_latest_revision_as_object()
        self.url = reverse("film_lookup:look_up", args=[self.film.pk])

    def dispatch(self, request, *args, **kwargs):
        if not may_fill(self.film, request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, pk):
        if "source" in request.GET:
            return self.compare(request.GET)
        if "title" in request.GET:
            form = LookUpForm(request.GET)
            found = ask_sources(**form.cleaned_data) if form.is_valid() else None
            return self.show("search", form=form, found=found)
        form = LookUpForm(initial={"title": self.draft.title, "year": self.draft.year})
        return self.show("search", form=form, found=None)

    def post(self, request, pk):
        return self.compare(request.POST, is_decided=True)

    def compare(self, given, is_decided=False):
        """Show the comparison; with a decision, carry it out."""
        try:
            record = get_record(given.get("source", ""), given.get("id", ""))
        except SourceError as error:
            messages.error(self.request, str(error))
            return self.show("search", form=self.search_again(), found=None, status=422)
        rows = compare(self.draft, record)
        problem = self.decide(record, rows) if is_decided else ""
        if is_decided and not problem:
            return see_other(reverse("wagtailadmin_pages:edit", args=[self.film.pk]))
        empty = [row.fact.name for row in rows if row.is_ticked]
        ticked = self.request.POST.getlist("facts") if is_decided else empty
        return self.show(
            "compare",
            status=HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK,
            problem=problem,
            record=record,
            rows=[
                (row, row.is_ticked if ticked is None else row.fact.name in ticked) for row in rows
            ],
            poster_url=thumbnail_url(record.poster) if record.poster else "",
            source=SOURCES[record.source],
        )

    def decide(self, record, rows):
        """Take over what was ticked; return "" or a sentence that says why nothing was."""
        form = TakeForm(self.request.POST, rows=rows)
        if not form.is_valid():
            return _("Something was ticked that cannot be taken over. Look at the list again.")
        names = form.cleaned_data["facts"]
        if not names:
            return _("Nothing was ticked, so nothing was changed.")
        publish = self.request.POST.get("then") == "publish"
        try:
            warnings = fill_film(
                self.film,
                record,
                names,
                user=self.request.user,
                publish=publish,
                revision_id=form.cleaned_data["revision"],
            )
        except FilmChangedError:
            return _("The film was saved elsewhere meanwhile. This is how it stands now.")
        except FactRefusedError as error:
            return str(error)
        for warning in warnings:
            messages.warning(self.request, warning)
        done = _("Taken over and published.") if publish else _("Taken over into the draft.")
        messages.success(self.request, done)
        return ""

    def search_again(self):
        return LookUpForm(initial={"title": self.draft.title, "year": self.draft.year})

    def show(self, name, *, status=200, **context):
        permissions = self.film.permissions_for_user(self.request.user)
        edit_url = reverse("wagtailadmin_pages:edit", args=[self.film.pk])
        context |= {
            "film": self.draft,
            "revision_id": self.film.latest_revision_id or "",
            "can_publish": permissions.can_publish(),
            "edit_url": edit_url,
            "look_up_url": self.url,
            "refresh_by": refresh_by(self.draft),
            "header_title": _("Look up"),
            "header_icon": "search",
            "breadcrumbs_items": [
                {"url": edit_url, "label": str(self.draft)},
                {"url": "", "label": _("Look up")},
            ],
        }
        template = f"films/admin/lookup/{name}.html"
        return TemplateResponse(self.request, template, context, status=status)


def poster(request):
    """Show a candidate's poster small, or the drawing that stands for one."""
    try:
        body, extension = read_thumbnail(request.GET.get("of", ""))
    except signing.BadSignature as error:
        raise Http404("Not the address of a poster that was offered.") from error
    except PosterError:
        return see_other(static("img/placeholder-poster.svg"))
    answer = HttpResponse(body, content_type="image/png" if extension == "png" else "image/jpeg")
    answer["Cache-Control"] = "private, max-age=86400"
    return answer
