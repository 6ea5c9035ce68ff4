"""What the server shows beside pages: its health, and the pictures in them."""

import errno
from pathlib import PurePosixPath

from django.conf import settings
from django.http import Http404, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from django.views.static import serve

from .health import find_problems

# Only pictures are given out, under the type that their name says: no server's own table is asked.
MEDIA_TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
MEDIA_FOLDERS = {"images", "original_images"}
MEDIA_HEADERS = {
    # A file that was made to be read as a page can do nothing.
    "Content-Security-Policy": "default-src 'none'; sandbox",
    # Feed readers on the web show our pictures in their own pages.
    "Cross-Origin-Resource-Policy": "cross-origin",
    # A changed picture gets another name.
    "Cache-Control": "public, max-age=31536000, immutable",
}


@never_cache
@csrf_exempt  # what does not read is told 405, not asked for a token
@require_safe
def health(request):
    """Answer 200 while the journal can serve and its timed work is alive, else 503 with reasons."""
    problems = find_problems()
    return JsonResponse(
        {"status": "failing" if problems else "ok", "problems": problems},
        status=503 if problems else 200,
    )


@csrf_exempt
@require_safe
def media(request, path):
    """Give out a picture; documents have a view of Wagtail's own that asks for permission."""
    name = PurePosixPath(path)
    # "." has no parts at all.
    is_picture = MEDIA_FOLDERS.intersection(name.parts[:1]) and name.suffix.lower() in MEDIA_TYPES
    # serve() would resolve "images/../documents/x.png" to what lies there.
    if not is_picture or ".." in name.parts:
        raise Http404(f"No picture lies at {path}.")
    try:
        response = serve(request, path, document_root=settings.MEDIA_ROOT)
    except OSError as error:
        if error.errno != errno.ENAMETOOLONG:
            raise
        raise Http404("No picture has so long a name.") from None
    if response.status_code == 200:
        response["Content-Type"] = MEDIA_TYPES[name.suffix.lower()]
    for header, value in MEDIA_HEADERS.items():
        response[header] = value
    return response
