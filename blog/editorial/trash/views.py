"""The trash: what lies there, bringing it back, and deleting it for good."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import ProtectedError
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.auth import user_has_any_page_permission

from .actions import TrashRefusedError, delete_for_good
from .permissions import may_delete_for_good, may_restore
from .returning import find_new_parent, restore_page
from .rows import is_below_trash, kept_until, paths_with_viewings, rows_for
from .words import said_of_restored

ROWS_PER_PAGE = 50
MOST_AT_ONCE = 200


@require_safe
def list_trash(request):
    """Show the pages in the trash that this person may bring back, the newest first."""
    refuse_strangers(request.user)
    page = Paginator(rows_for(request.user), ROWS_PER_PAGE).get_page(request.GET.get("p"))
    rows = describe(page.object_list)
    context = {"rows": rows, "page_obj": page, "elided_page_range": [], **furniture(_("Trash"))}
    return TemplateResponse(request, "editorial/trash/list.html", context)


class ChosenRowsView(View):
    """Asks about the pages of the trash whose numbers stand in the address, then acts."""

    http_method_names = ["get", "head", "post"]

    def dispatch(self, request, *args, **kwargs):
        refuse_strangers(request.user)
        self.rows = choose_rows(request)
        return super().dispatch(request, *args, **kwargs)

    def show(self, template_name, title, **context):
        context |= {"submit_url": self.request.get_full_path(), **furniture(title)}
        context |= {"back": reverse("editorial_trash")}
        return TemplateResponse(self.request, f"editorial/trash/{template_name}", context)


class RestoreView(ChosenRowsView):
    def get(self, request):
        rows = [row for row in describe(self.rows) if may_restore(request.user, row)]
        chosen = {row.page.path for row in rows}
        for row in rows:
            paths = (row.page.path[:n] for n in range(4, len(row.page.path), 4))
            row.is_homeless = is_below_trash(row) and not any(path in chosen for path in paths)
            row.new_parent = row.is_homeless and find_new_parent(row.page, request.user)
            row.was_live = any(was.get("live") for was in row.state.values())
            row.was_scheduled = any(was.get("schedules") for was in row.state.values())
        return self.show(
            "restore.html",
            _("Bring back"),
            rows=rows,
            offers_place=any(row.new_parent for row in rows if row.is_homeless),
        )

    def post(self, request):
        came_back = []
        for row in self.rows:
            if not may_restore(request.user, row):
                raise PermissionDenied
            if restored := self.restore(row):
                messages.success(request, said_of_restored(restored))
                came_back.append(restored.page)
        if len(self.rows) == 1 and came_back:
            return redirect("wagtailadmin_pages:edit", came_back[0].pk)
        return redirect("editorial_trash")

    def restore(self, row):
        row.page.refresh_from_db()  # one that was chosen with it may have come back above it
        parent = None
        if is_below_trash(row) and self.request.POST.get("elsewhere"):
            parent = find_new_parent(row.page, self.request.user)
        try:
            restored = restore_page(row, by=self.request.user, parent=parent)
        except TrashRefusedError as error:
            messages.error(self.request, str(error))
            return None
        if restored is None:
            messages.info(self.request, _("It was brought back or deleted meanwhile."))
        return restored


class DeleteForGoodView(ChosenRowsView):
    def get(self, request):
        rows = describe(self.rows)
        kept = [row for row in rows if not may_delete_for_good(request.user, row)]
        going = [row for row in rows if row not in kept and not row.is_in_diary]
        return self.show(
            "delete.html",
            _("Delete for good"),
            rows=going,
            kept_rows=kept,
            diary_rows=[row for row in rows if row not in kept and row.is_in_diary],
            page_count=sum(row.page_count for row in going),
        )

    def post(self, request):
        count = 0
        for row in self.rows:
            if not may_delete_for_good(request.user, row):
                raise PermissionDenied
            try:
                count += delete_for_good(row, by=request.user)
            except ProtectedError:
                words = _("“%(title)s” stands in the diary, so it stays in the trash.")
                title = row.page.get_admin_display_title()
                messages.error(request, words % {"title": title})
        if count:
            words = ngettext("Deleted for good.", "%(count)s entries are deleted for good.", count)
            messages.success(request, words % {"count": count})
        return redirect("editorial_trash")


def refuse_strangers(user):
    """Raises PermissionDenied for people who work on no pages at all."""
    if not user_has_any_page_permission(user):
        raise PermissionDenied


def choose_rows(request):
    """Return the TrashedPages whose numbers stand in the address, those above others first."""
    numbers = [number for number in request.GET.getlist("id") if is_number(number)]
    rows = rows_for(request.user).filter(pk__in=numbers[:MOST_AT_ONCE]).order_by("page__path")
    if not rows and request.method != "POST":
        raise Http404("No page of the trash was chosen.")
    return list(rows)


def is_number(text):
    return text.isascii() and text.isdigit() and len(text) < 19


def describe(rows):
    """Return TrashedPages, each with `kept_until` and whether it `is_in_diary`."""
    rows = list(rows)
    held = paths_with_viewings(rows)
    for row in rows:
        row.kept_until = kept_until(row)
        row.is_in_diary = row.page.path in held
    return rows


def furniture(title):
    """Return what Wagtail's header prints over a page of the trash."""
    above = {"url": reverse("editorial_trash"), "label": _("Trash")}
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}]
    crumbs += [above] if title == above["label"] else [above, {"url": "", "label": title}]
    return {"breadcrumbs_items": crumbs, "header_title": title, "header_icon": "bin"}
