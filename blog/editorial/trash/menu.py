"""The way to the trash in the admin's menu."""

from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem


class TrashMenuItem(MenuItem):
    def is_shown(self, request):
        return user_has_any_page_permission(request.user)
