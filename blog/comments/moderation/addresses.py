"""Where the queue and its parts stand in the admin."""

from django.urls import reverse
from wagtail.admin.utils import get_valid_next_url_from_request

LIST_URL = "wagtailsnippets_comments_comment:list"
INSPECT_URL = "wagtailsnippets_comments_comment:inspect"


def get_next_url(request):
    """Return where a decision leads: back to where it was made, else to the queue."""
    return get_valid_next_url_from_request(request) or reverse(LIST_URL)


def wants_json(request):
    """Return whether the queue's script asks, which takes a row out in place."""
    return "application/json" in request.headers.get("Accept", "")
