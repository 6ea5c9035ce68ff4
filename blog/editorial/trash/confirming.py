"""What deleting a page in the admin means here: it goes to the trash."""

from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework import status
from rest_framework.exceptions import PermissionDenied as NotAllowed
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from wagtail.admin import messages
from wagtail.admin.api.actions.delete import DeletePageAPIAction
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.pages.bulk_actions import DeleteBulkAction
from wagtail.models import ReferenceIndex

from blog.films.diary.guards import keep_films_of_the_diary

from .actions import TrashRefusedError, trash_page
from .rows import KEPT_FOR, day_in_words
from .words import said_of_trashed


def confirm_trash(request, page):
    """Ask whether `page` goes to the trash, and put it there when the form was sent.

    The caller has asked for the permission and keeps one transaction.
    """
    next_url = get_valid_next_url_from_request(request)
    back = next_url or reverse("wagtailadmin_explore", args=[page.get_parent().pk])
    if request.method == "POST":
        try:
            tell_of_trashed(request, [trash_page(page, by=request.user)])
        except TrashRefusedError as error:
            messages.error(request, str(error))
        return redirect(back)
    usage = ReferenceIndex.get_references_to(page).group_by_source_object()
    context = {
        "page": page,
        "below": page.get_descendant_count(),
        "until": day_in_words(timezone.now() + KEPT_FOR),
        "next": next_url or "",
        "back": back,
        "model_opts": page._meta,
        "usage_url": reverse("wagtailadmin_pages:usage", args=[page.pk]),
        "usage_count": usage.count(),
        "header_title": _("Delete"),
        "header_icon": "bin",
    }
    return TemplateResponse(request, "editorial/trash/confirm.html", context)


def tell_of_trashed(request, rows):
    """Say what went to the trash, with the way back. rows: TrashedPages, or None among them."""
    rows = [row for row in rows if row]
    if not rows:
        messages.info(request, _("It lies in the trash already."))
        return
    query = "&".join(f"id={row.pk}" for row in rows)
    back = f"{reverse('editorial_trash_restore')}?{query}"
    messages.success(request, said_of_trashed(rows), [messages.button(back, _("Bring back"))])


class TrashPages(DeleteBulkAction):
    """Deletes many pages by putting them in the trash."""

    template_name = "editorial/trash/bulk_trash.html"

    def get_context_data(self, **kwargs):
        until = day_in_words(timezone.now() + KEPT_FOR)
        # Nobody has to type the journal's name for what can be taken back.
        return super().get_context_data(**kwargs) | {
            "until": until,
            "is_protected": False,
            "type_to_confirm_before_delete": False,
        }

    def post(self, request):
        return super(DeleteBulkAction, self).post(request)

    def get_execution_context(self):
        return {"user": self.request.user, "request": self.request}

    @classmethod
    def execute_action(cls, objects, user=None, request=None, **kwargs):
        rows = []
        for page in sorted(objects, key=lambda page: page.path):
            try:
                rows.append(trash_page(page, by=user))
            except TrashRefusedError as error:
                if request:
                    messages.error(request, str(error))
        if request and rows:
            tell_of_trashed(request, rows)
        return len(objects), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        """Return None: what is said stands in `execute_action`, with the way back."""


class TrashAPIAction(DeletePageAPIAction):
    """Deletes a page for the admin's API, which asks no hook."""

    def execute(self, instance, data):
        if not instance.permissions_for_user(self.request.user).can_delete():
            raise NotAllowed
        if keep_films_of_the_diary(self.request, [instance]):
            raise ValidationError(_("A film of the diary is not deleted."))
        try:
            trash_page(instance, by=self.request.user)
        except TrashRefusedError as error:
            raise ValidationError(str(error)) from error
        return Response(status=status.HTTP_204_NO_CONTENT)
