"""Addresses that no page can have."""

from django.http import Http404


class CleanPathMiddleware:
    """Answers 404 to a path with a NUL character, which PostgreSQL would not even compare."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "\x00" in request.path_info:
            raise Http404("No address holds a NUL character.")
        return self.get_response(request)
