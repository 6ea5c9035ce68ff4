"""Every address that is not a page's own."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from home import views

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("health/", views.health, name="health"),
    path("media/<path:path>", views.media),
    path("comments/", include("blog.comments.urls")),
    path("editorial/", include("blog.editorial.urls")),
    path("quotes/", include("blog.quotes.urls")),
    path("search/", include("blog.search.urls")),
    path("", include(wagtail_urls)),
]
