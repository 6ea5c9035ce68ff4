"""Every route of the URLconf, and the one that an address takes."""

from django.urls import URLPattern, get_resolver, resolve


def all_routes():
    """Return the set of all routes as `resolve()` names them."""
    return set(walk(get_resolver()))


def walk(resolver, prefix=""):
    for pattern in resolver.url_patterns:
        # As Django joins them: an anchor inside an address means nothing.
        route = prefix + str(pattern.pattern).removeprefix("^" if prefix else "")
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from walk(pattern, route)


def route_of(address):
    """Return the route that `address`, a path with or without a query, takes."""
    return resolve(address.partition("?")[0]).route
