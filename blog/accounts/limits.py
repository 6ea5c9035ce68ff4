"""How often a network may try to sign in: wired to django-axes by AXES_* in the settings.

Failures are counted in the database, for a network and account together and for a network alone.
Nobody is locked out by what somebody else does from another network.
"""

from ipaddress import IPv6Address, ip_address, ip_network

from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_cool_off, get_failure_limit
from axes.models import AccessAttempt
from django.http import HttpResponse
from django.utils.translation import gettext as _

# Several people may sit behind one address, and some of them mistype.
FAILURES_PER_NETWORK = 30
# A house or a server is given a whole /64 of IPv6: its single addresses are as many as it likes.
IPV6_PREFIX = 64


class SignInHandler(AxesDatabaseHandler):
    """Counts as axes does, with one limit for an account from here and one for all accounts."""

    def get_failures(self, request, credentials=None):
        """Return the failures as the limit for one account counts them, whichever is nearer."""
        recent = {"attempt_time__gte": request.axes_attempt_time - get_cool_off(request)}
        rows = AccessAttempt.objects.filter(ip_address=request.axes_ip_address, **recent)
        name = sign_in_name(request, credentials)
        here = for_name = 0
        for username, failures in rows.values_list("username", "failures_since_start"):
            here += failures
            for_name += failures if username == name else 0
        spare = FAILURES_PER_NETWORK - get_failure_limit(request, credentials)
        return max(for_name, here - spare)

    def reset_user_attempts(self, request, credentials=None):
        """Forget the failures of this account from here, never those of the whole network."""
        deleted, _by_model = AccessAttempt.objects.filter(
            ip_address=request.axes_ip_address, username=sign_in_name(request, credentials)
        ).delete()
        return deleted


def client_network(request):
    """Return the network that a request comes from, as str: an IPv4 address or an IPv6 /64.

    The address is REMOTE_ADDR, which our middleware sets from the trusted proxies; None without.
    """
    try:
        address = ip_address(request.META.get("REMOTE_ADDR") or "")
    except ValueError:
        return None
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ip_network((address, IPV6_PREFIX), strict=False).network_address)


def sign_in_name(request, credentials=None):
    """Return the e-mail address that was typed, in the one form in which failures are counted."""
    typed = (credentials or {}).get("username")
    if typed is None:
        typed = request.POST.get("username", "")
    # A NUL byte is an error in PostgreSQL, and the column holds 255 characters.
    return str(typed).replace("\0", "").strip().lower()[:255]


def too_many_attempts():
    """Return the sentence that a visitor over the limit reads."""
    minutes = int(get_cool_off().total_seconds() // 60)
    return _(
        "Too many failed attempts to sign in from here. Wait %(minutes)d minutes and try again."
    ) % {"minutes": minutes}


def refuse_sign_in(request, response=None, credentials=None):
    """Answer 429 with the form as it stands: our sign-in form says why and keeps the e-mail."""
    if response is None:
        response = HttpResponse(too_many_attempts(), content_type="text/plain; charset=utf-8")
    response.status_code = 429
    response.headers["Retry-After"] = str(int(get_cool_off(request).total_seconds()))
    return response
