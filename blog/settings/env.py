"""The environment, read once and here alone: every name that may be set stands below.

An empty value counts as none. A value that cannot be read ends the start with one sentence.
"""

import os
from pathlib import Path
from urllib.parse import urlsplit

from . import readers, services

BASE_DIR = Path(__file__).resolve().parents[2]


def given(name, default=""):
    """Return the value of the variable `name` without the spaces around it."""
    return os.environ.get(name, "").strip() or default


DATA_DIR = readers.folder("DATA_DIR", given("DATA_DIR", str(BASE_DIR / "var")))
SECRET_KEY = given("SECRET_KEY") or readers.kept_secret("SECRET_KEY", DATA_DIR / "secret_key")

SITE_URL = readers.web_address("SITE_URL", given("SITE_URL", "http://127.0.0.1:8000"))
# Without it, `serve` takes the address that it listens on.
SITE_URL_IS_GIVEN = bool(given("SITE_URL"))
SITE_HOST = urlsplit(SITE_URL).hostname
IS_HTTPS = SITE_URL.startswith("https:")
ALLOWED_HOSTS_ARE_GIVEN = bool(given("ALLOWED_HOSTS"))
ALLOWED_HOSTS = readers.host_names(
    "ALLOWED_HOSTS",
    given(
        "ALLOWED_HOSTS",
        ",".join(
            dict.fromkeys(
                [
                    f"[{SITE_HOST}]" if ":" in SITE_HOST else SITE_HOST,
                    "127.0.0.1",
                    "localhost",
                    "[::1]",
                ]
            )
        ),
    ),
)
# `serve` speaks plain HTTP, so an https address means that one proxy stands in front.
TRUSTED_PROXIES = readers.whole_number(
    "TRUSTED_PROXIES", given("TRUSTED_PROXIES", "1" if IS_HTTPS else "0"), lowest=0, highest=9
)

SQLITE_SYNCHRONOUS = readers.one_of(
    "SQLITE_SYNCHRONOUS", given("SQLITE_SYNCHRONOUS", "NORMAL"), ("NORMAL", "FULL")
)
DATABASE = services.database(
    "DATABASE_URL", given("DATABASE_URL"), data_dir=DATA_DIR, synchronous=SQLITE_SYNCHRONOUS
)
CACHE = services.cache("REDIS_URL", given("REDIS_URL"), data_dir=DATA_DIR)
EMAIL = services.email("EMAIL_URL", given("EMAIL_URL"))

OBJECT_STORAGE = services.object_storage(
    {name: given(name) for name in os.environ if name.startswith("S3_") and given(name)}
)
# The address under which readers fetch media, when it is not ours.
MEDIA_URL_BASE = (
    readers.web_address("MEDIA_URL_BASE", given("MEDIA_URL_BASE"), path_allowed=True)
    if given("MEDIA_URL_BASE")
    else None
)
if OBJECT_STORAGE and not MEDIA_URL_BASE:
    raise readers.StartRefused(
        "MEDIA_URL_BASE", "", "with S3 names set, write the address that readers fetch media from."
    )

TMDB_TOKEN = readers.plain_token("TMDB_TOKEN", given("TMDB_TOKEN")) or None
DEMO_PASSWORD = given("DEMO_PASSWORD") or None
