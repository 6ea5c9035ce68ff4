"""What stands around every request: whose address it comes from, and which headers go out."""

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from django.conf import settings

HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in ("camera", "microphone", "geolocation", "payment", "usb", "browsing-topics")
)


class TrustedProxies:
    """Set REMOTE_ADDR to the reader's address as the trusted proxies tell it.

    Each proxy appends the address that it saw, so with n of them in front the reader is the n-th
    from the right; everything further left was written by the reader. Without a proxy the
    X-Forwarded-* headers are the reader's own words and are dropped.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.TRUSTED_PROXIES:
            told = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
            try:
                address = ip_address(told[-min(settings.TRUSTED_PROXIES, len(told))].strip())
            except ValueError:
                pass  # a header that no proxy of ours wrote: the proxy's own address stands
            else:
                request.META["REMOTE_ADDR"] = str(address)
        else:
            for name in [name for name in request.META if name.startswith("HTTP_X_FORWARDED_")]:
                del request.META[name]
        return self.get_response(request)


class SecurityHeaders:
    """Send the strict policy to readers and a wider one to editors.

    A view or block that embeds a video adds its host to `request.embed_hosts`; only then does
    the page's policy name it. A header that a view has set itself is left alone.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.embed_hosts = set()
        response = self.get_response(request)
        is_admin = is_editors_page(request)
        policy = admin_policy() if is_admin else public_policy(request.embed_hosts)
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if is_admin:
            # The editor shows the preview of a page in a frame.
            response.headers["X-Frame-Options"] = "SAMEORIGIN"
        return response


def is_editors_page(request):
    """Tell whether `request` is for Wagtail's admin or for the preview of a page.

    A preview runs all middleware a second time on the page's own path, hence the attribute.
    The sign-in pages need nothing wider than a reader's page.
    """
    if getattr(request, "is_preview", False):
        # Whoever holds a link to a draft reads it as readers do.
        return not hasattr(request, "shared_preview")
    signing_in = ("/admin/login/", "/admin/password_reset/")
    return request.path.startswith("/admin/") and not request.path.startswith(signing_in)


def public_policy(embed_hosts=()):
    """Return the policy of a page for readers: nothing inline, nothing from other hosts.

    embed_hosts: names of the hosts whose players stand in this page.
    """
    frames = [f"https://{host}" for host in sorted(embed_hosts) if HOST.fullmatch(host)]
    return joined_policy(
        {
            "default-src": "'none'",
            "script-src": "'self'",
            "style-src": "'self'",
            "img-src": f"'self' data:{media_source()}",
            "font-src": "'self'",
            "media-src": f"'self'{media_source()}",
            "connect-src": "'self'",
            "manifest-src": "'self'",
            "frame-src": " ".join(frames),
            "form-action": "'self'",
            "base-uri": "'none'",
            "frame-ancestors": "'none'",
        }
    )


def admin_policy():
    """Return the policy of Wagtail's admin, whose widgets still write inline scripts and styles."""
    return joined_policy(
        {
            "default-src": "'none'",
            "script-src": "'self' 'unsafe-inline'",
            "style-src": "'self' 'unsafe-inline'",
            "img-src": f"'self' data: blob:{media_source()}",
            "font-src": "'self'",
            "media-src": f"'self'{media_source()}",
            "connect-src": "'self'",
            "manifest-src": "'self'",
            "worker-src": "'self'",
            "frame-src": "'self'",
            "form-action": "'self'",
            "base-uri": "'self'",
            "frame-ancestors": "'self'",
        }
    )


def joined_policy(rules):
    """Return `rules` as one header value, without the rules that name no source."""
    parts = [f"{name} {sources}" for name, sources in rules.items() if sources]
    if settings.SITE_URL.startswith("https:"):
        parts.append("upgrade-insecure-requests")
    return "; ".join(parts)


def media_source():
    """Return " " and the origin of media where that is another host, else ""."""
    parts = urlsplit(settings.MEDIA_URL)
    return f" {parts.scheme}://{parts.netloc}" if parts.netloc else ""
