"""Where the editor keeps the links of a page; what they open stands in `blog.editorial.urls`."""

from django.urls import path

from . import admin_views

urlpatterns = [
    path("preview-links/<int:page_id>/", admin_views.preview_links, name="editorial_preview_links"),
    path("preview-links/<int:page_id>/revoke/", admin_views.revoke, name="editorial_revoke_links"),
]
