"""Posters of sources: shown small through the journal, and taken into its pictures."""

from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from blog.images.actions import add_image
from blog.lib.fetch import FetchError, fetch
from blog.lib.pictures import PictureError, clean_picture

SALT = "blog.films.lookup.posters"
SMALL_SIDE = 240
SMALL_BYTES = 1 << 20
SMALL_SECONDS = 4
REMEMBER_SECONDS = 86_400
EXTENSIONS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}


class PosterError(Exception):
    """The poster could not be taken. The message is a sentence for the author."""


def thumbnail_url(poster):
    """Return an address of ours that shows a PosterRecord small; signed, so that it shows no other.

    The admin's own policy lets a browser ask no other host.
    """
    token = signing.dumps(poster.small_url, salt=SALT)
    return f"{reverse('film_lookup:poster')}?of={token}"


def read_thumbnail(token):
    """Return the JPEG or PNG bytes of a thumbnail and its extension.

    Raises signing.BadSignature for a token that is not ours, PosterError without a picture.
    """
    url = signing.loads(token, salt=SALT)
    key = f"film-poster:{signing.Signer(salt=SALT).signature(url)}"
    found = cache.get(key)
    if found is None:
        found = _clean(url, SMALL_BYTES, SMALL_SECONDS, SMALL_SIDE)
        cache.set(key, found, REMEMBER_SECONDS)
    return found


def take_poster(record, *, user):
    """Return a new image of ours with the poster of a FilmRecord and its credit.

    Raises PosterError, with a sentence.
    """
    poster = record.poster
    most_bytes = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
    body, extension = _fetch(poster.url, most_bytes, 8)
    file = ContentFile(body, name=f"{slugify(record.title) or 'poster'}-poster.{extension}")
    title = _("Poster of %(film)s") % {"film": record.title}
    try:
        return add_image(
            file=file,
            title=title[:255],
            description=title[:255],
            credit=poster.credit[:255],
            uploaded_by_user=user,
        )
    except PictureError as error:
        raise PosterError(
            _("The poster was not taken over: %(reason)s") % {"reason": error}
        ) from error


def _fetch(url, most_bytes, seconds):
    try:
        answer = fetch(url, types=tuple(EXTENSIONS), most_bytes=most_bytes, seconds=seconds)
    except FetchError as error:
        raise PosterError(
            _("The poster was not taken over: %(reason)s") % {"reason": error}
        ) from error
    if not answer.is_success:
        raise PosterError(_("The poster was not taken over: it is not there any more."))
    return answer.body, EXTENSIONS[answer.media_type]


def _clean(url, most_bytes, seconds, side):
    """Return (bytes, extension) of the picture at `url`, made anew."""
    body, extension = _fetch(url, most_bytes, seconds)
    try:
        return clean_picture(ContentFile(body), extension, max_side=side)
    except PictureError as error:
        raise PosterError(str(error)) from error
