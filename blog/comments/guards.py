"""What stands in front of every view to which readers post without an account."""

from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from blog.lib.http import limit_body, same_origin_post

SMALL_POST = 64 * 1024  # bytes


def public_form(largest_bytes=SMALL_POST, *, too_large="comments/too_large.html", is_page=True):
    """Return a decorator that keeps a view from caches, from other sites and from large bodies.

    It stands in for the CSRF token, which a page in a cache cannot hold. too_large: the template
    that says so. is_page: whether the view also shows the form, and is not only posted to.
    """
    allow = require_http_methods(["GET", "HEAD", "POST"]) if is_page else require_POST

    def guard(view):
        guarded = limit_body(largest_bytes, too_large)(same_origin_post(view))
        return csrf_exempt(allow(never_cache(guarded)))

    return guard
