"""Addresses of films on video hosts: where to watch, and what a click may load."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

YOUTUBE_HOSTS = {"youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com"}
VIMEO_HOSTS = {"vimeo.com", "player.vimeo.com"}

_YOUTUBE_ID = re.compile(r"[A-Za-z0-9_-]{11}")
_VIMEO_PATH = re.compile(r"/(?:[a-z]+/)*(?P<id>\d{1,12})(?:/(?P<key>[0-9a-f]{6,16}))?/?")
# PeerTube's short ids are 22 letters of base 58; its long ones are UUIDs.
_PEERTUBE_PATH = re.compile(
    r"/(?:w|videos/watch|videos/embed)/"
    r"(?P<id>[1-9A-HJ-NP-Za-km-z]{22}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/?"
)
_PUBLIC_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}")
_START = re.compile(r"(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?")


@dataclass(frozen=True)
class Embed:
    """A video: `watch_url` is a page for people, `embed_url` a player for a frame."""

    host: str
    watch_url: str
    embed_url: str

    @property
    def frame_host(self):
        """The host that a content security policy's frame-src has to allow."""
        return urlsplit(self.embed_url).hostname


def find_embed(url):
    """Return the Embed for a video's address, or None when its host is not one we know.

    url: what an author pasted, from YouTube, Vimeo or a PeerTube site. Nothing is fetched.
    """
    try:
        parts = urlsplit((url or "").strip())
        port = parts.port
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.")
    if parts.scheme not in ("http", "https") or port or parts.username or not host:
        return None
    if host == "youtu.be" or host in YOUTUBE_HOSTS:
        return _youtube(host, parts)
    if host in VIMEO_HOSTS:
        return _vimeo(parts)
    return _peertube(parts)


def _youtube(host, parts):
    query = parse_qs(parts.query)
    segments = [segment for segment in parts.path.split("/") if segment]
    if host == "youtu.be":
        video = segments[0] if segments else ""
    elif segments[:1] == ["watch"]:
        video = query.get("v", [""])[0]
    elif len(segments) > 1 and segments[0] in ("embed", "shorts", "live", "v"):
        video = segments[1]
    else:
        video = ""
    if not _YOUTUBE_ID.fullmatch(video):
        return None
    start = _seconds((query.get("t") or query.get("start") or [""])[0])
    return _embed(
        f"https://www.youtube.com/watch?v={video}" + (f"&t={start}" if start else ""),
        f"https://www.youtube-nocookie.com/embed/{video}" + (f"?start={start}" if start else ""),
    )


def _vimeo(parts):
    match = _VIMEO_PATH.fullmatch(parts.path)
    if not match:
        return None
    # An unlisted film opens only with the key that stands in its address.
    key = match["key"] or parse_qs(parts.query).get("h", [""])[0]
    if key and not re.fullmatch(r"[0-9a-f]{6,16}", key):
        return None
    return _embed(
        f"https://vimeo.com/{match['id']}" + (f"/{key}" if key else ""),
        f"https://player.vimeo.com/video/{match['id']}?dnt=1" + (f"&h={key}" if key else ""),
    )


def _peertube(parts):
    match = _PEERTUBE_PATH.fullmatch(parts.path)
    if parts.scheme != "https" or not match or not _PUBLIC_HOST.fullmatch(parts.hostname):
        return None
    site = f"https://{parts.hostname}"
    return _embed(f"{site}/videos/watch/{match['id']}", f"{site}/videos/embed/{match['id']}")


def _embed(watch_url, embed_url):
    host = urlsplit(embed_url).hostname.removeprefix("www.")
    return Embed(host=host, watch_url=watch_url, embed_url=embed_url)


def _seconds(text):
    """Return the seconds in "90", "90s", "1m30s" or "1h2m3s", else 0."""
    match = _START.fullmatch(text)
    if not match:
        return 0
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds
