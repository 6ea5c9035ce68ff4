"""People and bylines in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail.users.views.users import IndexView
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from .forms import UserCreationForm, UserEditForm
from .models import Author


class UserIndexView(IndexView):
    search_fields = ["email", "display_name"]


class UserViewSet(WagtailUserViewSet):
    index_view_class = UserIndexView
    create_template_name = "accounts/user_create.html"
    edit_template_name = "accounts/user_edit.html"

    def get_form_class(self, for_update=False):
        return UserEditForm if for_update else UserCreationForm


class AuthorViewSet(SnippetViewSet):
    model = Author
    icon = "user"
    menu_label = _("Authors")
    menu_name = "authors"
    add_to_admin_menu = True
    menu_order = 350
    list_display = ["name", "slug", "user"]
    ordering = ["name"]
    copy_view_enabled = False

    def get_queryset(self, request):
        return Author.objects.select_related("user")
