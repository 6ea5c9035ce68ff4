"""Ideas in the admin: the list, the editor, and the button that writes one."""

from django.core.exceptions import PermissionDenied
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import Button

from blog.films.diary.widgets import FilmInput

from ..models import PostIdea
from . import views
from .actions import has_draft
from .forms import IdeaForm
from .listing import COLUMNS, IdeaFilterSet, IdeaIndexView
from .sources import find_prefilled


class OwnIdeaMixin:
    """Lets nobody at somebody else's idea, by whatever address."""

    def get_object(self, *args, **kwargs):
        idea = super().get_object(*args, **kwargs)
        if not self.user_has_permission_for_instance(self.permission_required, idea):
            raise PermissionDenied
        return idea


class AddIdeaView(generic.CreateView):
    success_message = _("Noted: “%(object)s”.")

    def get_initial_form_instance(self):
        found = find_prefilled(self.request.user, self.request.GET)
        return PostIdea(created_by=self.request.user, **found)

    def get_success_buttons(self):
        return [*super().get_success_buttons(), write_button_of_message(self.object)]


class EditIdeaView(OwnIdeaMixin, generic.EditView):
    @property
    def header_more_buttons(self):
        return [*super().header_more_buttons, self.write_button]

    @property
    def write_button(self):
        label = _("Open the draft") if has_draft(self.object) else _("Write it")
        return Button(label, get_write_url(self.object), icon_name="edit", priority=5)


class DeleteIdeaView(OwnIdeaMixin, generic.DeleteView):
    pass


class IdeaHistoryView(OwnIdeaMixin, generic.history.HistoryView):
    permission_required = "change"


class IdeaUsageView(OwnIdeaMixin, generic.usage.UsageView):
    permission_required = "change"


def get_write_url(idea):
    return reverse("idea:write", args=[idea.pk])


def write_button_of_message(idea):
    return messages.button(get_write_url(idea), _("Write it"))


class IdeaViewSet(ModelViewSet):
    model = PostIdea
    name = "idea"
    url_prefix = "ideas"
    icon = "pick"
    menu_label = _("Ideas")
    menu_name = "ideas"
    menu_order = 204
    add_to_admin_menu = True
    index_view_class = IdeaIndexView
    add_view_class = AddIdeaView
    edit_view_class = EditIdeaView
    delete_view_class = DeleteIdeaView
    history_view_class = IdeaHistoryView
    usage_view_class = IdeaUsageView
    index_template_name = "editorial/ideas/index.html"
    copy_view_enabled = False
    # Ideas are their author's own: the usage of a film is for everybody.
    add_to_reference_index = False
    filterset_class = IdeaFilterSet
    # What is searched is said by the view; without a name here Wagtail shows no box.
    search_fields = ["line"]
    list_per_page = 50
    list_display = COLUMNS
    list_export = ["line", "note", "film", "quote", "viewing", "planned_on", "created_at", "post"]
    edit_handler = ObjectList(
        [
            FieldPanel("line"),
            FieldPanel(
                "note",
                help_text=_("It goes along as a remark in the margin, which readers never see."),
            ),
            FieldPanel("film", widget=FilmInput()),
            FieldPanel("viewing"),
            FieldPanel("quote"),
            FieldPanel("planned_on"),
        ],
        base_form_class=IdeaForm,
    )

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("write/<int:pk>/", views.write, name="write")]
