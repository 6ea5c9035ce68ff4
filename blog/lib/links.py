"""Addresses that an author typed, made fit to print in a link."""

from urllib.parse import urlsplit


def web_address(url):
    """Return `url` when it is http or https, else "": no other scheme belongs in a link."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return ""
    return parts.geturl() if parts.scheme in ("http", "https") and parts.netloc else ""
