"""A device that its reader asked us to remember: one signed cookie that only comments see."""

from django.core import signing
from django.db.models import F

from ..models import Commenter

COOKIE = "reader_device"
PATH = "/comments/"  # never a page that thousands share from a cache
SALT = "blog.comments.device"
KEEP_SECONDS = 180 * 86_400


def read_device(request):
    """Return the Commenter of the address that was proved on this device, or None.

    It is the row of the address itself, also when a moderator merged it into another. Devices
    that were forgotten, in the admin or by their reader, are strangers again.
    """
    try:
        content = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=KEEP_SECONDS)
        pk, version = content
    except (signing.BadSignature, TypeError, ValueError):
        return None
    rows = Commenter.objects.proved().select_related("merged_into")
    return rows.filter(pk=pk, device_version=version).first()


def remember_device(response, commenter, *, is_secure):
    """Set the cookie for a reader who ticked the box. is_secure: whether they came by HTTPS."""
    response.set_cookie(
        COOKIE,
        signing.dumps([commenter.pk, commenter.device_version], salt=SALT),
        max_age=KEEP_SECONDS,
        path=PATH,
        secure=is_secure,
        httponly=True,
        samesite="Lax",
    )


def forget_device(response):
    """Take the cookie away from this device."""
    response.delete_cookie(COOKIE, path=PATH, samesite="Lax")


def forget_devices(row):
    """Let no cookie and no mailed link of an address count any more, on whatever device."""
    Commenter.objects.filter(pk=row.pk).update(device_version=F("device_version") + 1)
    row.refresh_from_db(fields=["device_version"])
