"""Answers and questions of HTTP that Django leaves to us."""

import ipaddress
from functools import wraps
from http import HTTPStatus
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpResponseRedirect, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.utils.translation import gettext as _


class HttpResponseSeeOther(HttpResponseRedirect):
    status_code = HTTPStatus.SEE_OTHER


def see_other(url):
    """Return a 303: what was posted is done, and `url` shows it."""
    return HttpResponseSeeOther(url)


def judge_origin(headers, own_origins):
    """Return "allow", "refuse" or "hold" for a post whose form carries no token.

    headers: a mapping. own_origins: str like "https://blog.example", lower case, no slash.
    "hold" means that no browser spoke: keep it for a person, never for a signed-in action.
    """
    site = headers.get("Sec-Fetch-Site")
    origin = headers.get("Origin")
    referer = headers.get("Referer")
    is_own = origin is not None and origin.lower() in own_origins
    if site is not None:
        # "none" is a person's own doing, as a reload; a neighbour's "same-site" is not us.
        allowed = site == "same-origin" or (site == "none" and (origin is None or is_own))
    elif origin is not None:
        allowed = is_own  # "null" is a sandboxed frame or a data: address
    elif referer:
        referer = referer.lower()
        allowed = any(referer == own or referer.startswith(f"{own}/") for own in own_origins)
    else:
        return "hold"
    return "allow" if allowed else "refuse"


def get_own_origins(request):
    """Return the origins that are this site for `request`: the one asked, and SITE_URL's."""
    asked = f"{request.scheme}://{request.get_host()}".lower()
    default_port = ":443" if request.is_secure() else ":80"
    site = urlsplit(settings.SITE_URL)
    return {asked.removesuffix(default_port), f"{site.scheme}://{site.netloc}".lower()}


def same_origin_post(view):
    """Refuse posts that another site's page sent; stands in for the CSRF token of cached forms.

    The refusal shows the words of the field "body" again, so that a person can copy them.
    The view finds the judgement, "allow" or "hold", in `request.origin_judgement`.
    """

    @wraps(view)
    def checked(request, *args, **kwargs):
        if request.method == "POST":
            request.origin_judgement = judge_origin(request.headers, get_own_origins(request))
            if request.origin_judgement == "refuse":
                return _show_refusal(request)
        return view(request, *args, **kwargs)

    return checked


def _show_refusal(request):
    reason = _("This form was sent from another site. Open the page here and send it again.")
    context = {"exception": reason, "body": request.POST.get("body", "").replace("\0", "")}
    return render(request, "403.html", context, status=HTTPStatus.FORBIDDEN)


def limit_body(largest_bytes, template_name):
    """Refuse what is larger, or cannot be read as a form, with a page made of `template_name`.

    By the announced length, so that nothing of a large body is read: 413, as for too many fields.
    422 with `is_unreadable` in the context: half a form, or one in letters of another encoding.
    """

    def decorate(view):
        @wraps(view)
        def limited(request, *args, **kwargs):
            status = _find_fault(request, largest_bytes)
            if status:
                is_unreadable = status == HTTPStatus.UNPROCESSABLE_ENTITY
                context = {"is_unreadable": is_unreadable}
                return render(request, template_name, context, status=status)
            return view(request, *args, **kwargs)

        return limited

    return decorate


def _find_fault(request, largest_bytes):
    """Return the status with which a body is refused, or None."""
    announced = request.META.get("CONTENT_LENGTH") or "0"
    if announced.isdecimal() and (len(announced) > 18 or int(announced) > largest_bytes):
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    try:
        request.POST  # noqa: B018  read here, so that no view meets what cannot be read
    except SuspiciousOperation:  # too many fields or files
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    except (BadRequest, MultiPartParserError, UnreadablePostError):
        return HTTPStatus.UNPROCESSABLE_ENTITY
    return None


def get_visitor_trait(request):
    """Return what tells visitors roughly apart: their network and kind of browser.

    Never store it: hash it with a salt that is thrown away.
    """
    return f"{get_network(request)} {_browser_family(request.headers.get('User-Agent', ''))}"


def get_network(request):
    """Return the network of a visitor as str: a /24, a /48, or "unknown". Never store it either.

    REMOTE_ADDR is the visitor's own address also behind proxies: a middleware sees to that.
    """
    try:
        address = ipaddress.ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return "unknown"
    address = getattr(address, "ipv4_mapped", None) or address
    prefix = 24 if address.version == 4 else 48
    return str(ipaddress.ip_network((address, prefix), strict=False))


def _browser_family(user_agent):
    """Return the first name in the order in which browsers pretend to be one another."""
    families = ("Firefox", "Edg", "OPR", "Chrome", "Safari")
    return next((family for family in families if family in user_agent), "other")
