"""Readers of the environment values that name a service: database, cache, mail, object storage."""

from importlib.util import find_spec
from urllib.parse import parse_qs, unquote, urlsplit

import dj_database_url

from .readers import StartRefused, masked

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous}; PRAGMA cache_size=-20000; "
    "PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=67108864"
)
S3_NAMES = ("S3_BUCKET", "S3_ENDPOINT", "S3_REGION", "S3_ACCESS_KEY", "S3_SECRET_KEY")


def sqlite(path, synchronous):
    """Return the settings of an SQLite database that several processes may write to.

    IMMEDIATE takes the write lock at the start of a transaction, where waiting helps; without it
    a reader that turns writer fails at once.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        # Opening the file and setting it up anew for each request is dear.
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": SQLITE_PRAGMAS.format(synchronous=synchronous),
        },
    }


def database(name, value, *, data_dir, synchronous):
    """Return the database that `value` names: SQLite in `data_dir` when it names none."""
    if not value:
        return sqlite(data_dir / "journal.sqlite3", synchronous)
    allowed = (
        'write "sqlite:///FILE" or "postgres://USER:PASSWORD@HOST:5432/NAME", '
        "or nothing for SQLite in DATA_DIR."
    )
    scheme = value.partition(":")[0]
    if scheme not in ("sqlite", "postgres", "postgresql"):
        raise StartRefused(name, masked(value), allowed)
    try:
        config = dj_database_url.parse(value)
    except (ValueError, KeyError):
        raise StartRefused(name, masked(value), allowed) from None
    if not config["NAME"] or config["NAME"] == ":memory:":
        raise StartRefused(name, masked(value), allowed)
    if scheme == "sqlite":
        return sqlite(data_dir / config["NAME"], synchronous)
    config.update(CONN_MAX_AGE=600, CONN_HEALTH_CHECKS=True)
    # A lost server is an error within seconds, not a request that hangs.
    config.setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)
    return config


def cache(name, value, *, data_dir):
    """Return the cache that `value` names, or one in files that all processes here share."""
    if not value:
        return {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": data_dir / "cache",
            "OPTIONS": {"MAX_ENTRIES": 2000},
        }
    try:
        parts = urlsplit(value)
        parts.port  # noqa: B018 - reading it is what refuses a wrong one
        is_right = parts.scheme in ("redis", "rediss") and parts.hostname
        is_right = is_right or (parts.scheme == "unix" and parts.path)
    except ValueError:
        is_right = False
    if not is_right:
        raise StartRefused(
            name, masked(value), 'write "redis://HOST:6379/0", "rediss://…" or "unix://PATH".'
        )
    return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": value}


def email(name, value):
    """Return the EMAIL_* settings that `value` names: printed on the console when it names none.

    Schemes: console, smtp (plain), smtp+tls (STARTTLS), smtp+ssl (TLS from the first byte).
    `?from=` sets the sender of the journal's mails. HAS_MAIL_SERVER is False where nothing is
    named: nothing is queued then, and nothing is offered that needs a mail.
    """
    backends = "django.core.mail.backends."
    if value in ("", "console:", "console://"):
        return {"EMAIL_BACKEND": backends + "console.EmailBackend", "HAS_MAIL_SERVER": bool(value)}
    ports = {"smtp": 25, "smtp+tls": 587, "smtp+ssl": 465}
    try:
        parts = urlsplit(value)
        port = parts.port
        query = parse_qs(parts.query, strict_parsing=bool(parts.query))
        is_right = parts.scheme in ports and parts.hostname and set(query) <= {"from"}
    except ValueError:
        is_right = False
    if not is_right:
        raise StartRefused(
            name,
            masked(value),
            'write "smtp+tls://USER:PASSWORD@HOST:587?from=journal@example.org" '
            '(or smtp, smtp+ssl), or "console:".',
        )
    settings = {
        "HAS_MAIL_SERVER": True,
        "EMAIL_BACKEND": backends + "smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port or ports[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtp+ssl",
    }
    if query:
        settings["DEFAULT_FROM_EMAIL"] = settings["SERVER_EMAIL"] = query["from"][0]
    return settings


def object_storage(values):
    """Return the storage of media that the S3_* `values` describe, or None for files in DATA_DIR.

    values: dict of the S3_* names that are set.
    """
    for name in values:
        if name not in S3_NAMES:
            raise StartRefused(name, "***", f"only these S3 names are read: {', '.join(S3_NAMES)}.")
    if not values:
        return None
    missing = [
        name for name in ("S3_BUCKET", "S3_ACCESS_KEY", "S3_SECRET_KEY") if name not in values
    ]
    if missing:
        raise StartRefused(missing[0], "", "object storage needs it beside the other S3 names.")
    if find_spec("storages") is None or find_spec("boto3") is None:
        raise StartRefused(
            "S3_BUCKET",
            values["S3_BUCKET"],
            "object storage needs the extra packages of \"pip install '.[s3]'\".",
        )
    options = {
        "bucket_name": values["S3_BUCKET"],
        "endpoint_url": values.get("S3_ENDPOINT"),
        "region_name": values.get("S3_REGION"),
        "access_key": values["S3_ACCESS_KEY"],
        "secret_key": values["S3_SECRET_KEY"],
        # Two pictures of one name are two pictures.
        "file_overwrite": False,
    }
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
