"""The cells of the list of ideas."""

from django.middleware.csrf import get_token
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column

from .actions import has_draft


class AboutColumn(Column):
    """What an idea is about: the film, the evening, the quotation."""

    cell_template_name = "editorial/ideas/about_cell.html"


class PlannedColumn(Column):
    """The day that was wished for, as it is written."""

    def get_value(self, instance):
        return date_format(instance.planned_on, _("j F Y")) if instance.planned_on else ""


class StateColumn(Column):
    """The button that writes an idea, or the essay that was made of it."""

    cell_template_name = "editorial/ideas/state_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        request = parent_context["request"]
        post = instance.post if has_draft(instance) else None
        return super().get_cell_context_data(instance, parent_context) | {
            # A cell is drawn without what templates get from the request.
            "csrf_token": get_token(request),
            "idea": instance,
            "post": post,
            "may_edit_post": post and post.permissions_for_user(request.user).can_edit(),
        }
