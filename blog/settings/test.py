"""Fast and closed: nothing of the caller's environment or data, no stretching of passwords."""

import atexit
import os
import shutil
import tempfile

# Another journal's address, mail server or data must never reach a test.
for name in {*os.environ} & {
    *("DATA_DIR", "SECRET_KEY", "SITE_URL", "ALLOWED_HOSTS", "TRUSTED_PROXIES", "TMDB_TOKEN"),
    *("SQLITE_SYNCHRONOUS", "DATABASE_URL", "REDIS_URL", "EMAIL_URL", "MEDIA_URL_BASE"),
    "DEMO_PASSWORD",
}:
    del os.environ[name]
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="wellspring-test-")
atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)
# Set by `python -m tests`, which starts a PostgreSQL of its own.
if os.environ.get("TEST_DATABASE_URL"):
    os.environ["DATABASE_URL"] = os.environ["TEST_DATABASE_URL"]

from .base import *  # noqa: E402, F403
from .base import CACHES, DATA_DIR, DATABASES, STATIC_ROOT, STORAGES  # noqa: E402

# WhiteNoise warns of a folder that is not there.
STATIC_ROOT.mkdir(exist_ok=True)

SECRET_KEY = "only-for-tests-and-long-enough-to-be-taken-for-a-key"  # noqa: S105
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
CACHES = CACHES | {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
# No test asks another host: the fetcher refuses this one before it connects.
WIKIDATA_URL = WIKIMEDIA_COMMONS_URL = TMDB_URL = TMDB_PICTURES_URL = "http://127.0.0.1:9"
# Counted queries stay the same whenever a test runs; the tests of it switch it on.
READING_THROUGH_SECONDS = None
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
HAS_MAIL_SERVER = True

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, as in production: several connections and processes see one database.
    DATABASES["default"]["TEST"] = {"NAME": DATA_DIR / "test.sqlite3"}
    DATABASES["default"]["OPTIONS"]["init_command"] += "; PRAGMA synchronous=OFF"
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = False
