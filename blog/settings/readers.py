"""Readers of one environment value each: the value, or a stopped start with one sentence."""

import os
import re
import secrets
import stat
import tempfile
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

HOST_NAME = re.compile(r"\.?([a-z0-9_-]+\.)*[a-z0-9_-]+|\[[0-9a-f:.]+\]|\*", re.IGNORECASE)
WEB_ADDRESS = re.compile(
    r"https?://(?P<host>([a-z0-9_-]+\.)*[a-z0-9_-]+|\[[0-9a-f:.]+\])"
    r"(:(?P<port>[0-9]{1,5}))?(?P<path>(/[a-z0-9._~-]*)*)",
    re.IGNORECASE,
)


class StartRefused(SystemExit):
    """Ends the start with its one sentence on standard error and exit code 1."""

    def __init__(self, name, value, allowed):
        """name, value: as given, secrets masked. allowed: what to write instead."""
        super().__init__(f'{name} is "{value}"; {allowed}')


def masked(url):
    """Return `url` with the password in it hidden, for messages."""
    try:
        parts = urlsplit(url)
        password = parts.password
    except ValueError:
        return re.sub(r"(//[^:@/]*):[^@]*@", r"\1:***@", url)
    if not password:
        return url
    location = f"{parts.username or ''}:***@{parts.netloc.rpartition('@')[2]}"
    return urlunsplit(parts._replace(netloc=location))


def whole_number(name, value, *, lowest, highest):
    """Return `value` as an int from `lowest` to `highest`."""
    if not re.fullmatch(r"[0-9]{1,9}", value) or not lowest <= int(value) <= highest:
        raise StartRefused(name, value, f"write a whole number from {lowest} to {highest}.")
    return int(value)


def one_of(name, value, choices):
    """Return `value` in capitals, which must stand in `choices`."""
    if value.upper() not in choices:
        raise StartRefused(name, value, f"write one of {', '.join(choices)}.")
    return value.upper()


def web_address(name, value, *, path_allowed=False):
    """Return `value`, an http(s) address without user or query, without its last slash."""
    example = "https://journal.example.org" + ("/media" if path_allowed else "")
    match = WEB_ADDRESS.fullmatch(value)
    if (
        not match
        or not 0 < int(match["port"] or 443) < 65536
        or (match["path"].strip("/") and not path_allowed)
    ):
        raise StartRefused(name, masked(value), f'write an address such as "{example}".')
    return value.rstrip("/")


def host_names(name, value):
    """Return the list of host names that `value` names, separated by commas."""
    names = [part.strip() for part in value.split(",") if part.strip()]
    for host in names:
        if not HOST_NAME.fullmatch(host):
            raise StartRefused(
                name,
                value,
                f'write host names separated by commas, without scheme or port; "{host}" is none.',
            )
    if not names:
        raise StartRefused(name, value, "write at least one host name.")
    return names


def plain_token(name, value):
    """Return `value`, a secret of printable characters without spaces; it is never printed."""
    if not value.isascii() or not value.isprintable() or " " in value:
        raise StartRefused(name, "***", "write it in one line of printable ASCII without spaces.")
    return value


def folder(name, value):
    """Return `value` as the Path of a folder that exists now and can be written to."""
    path = Path(value).expanduser().absolute()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Asking os.access() would say yes to root on a read-only disk.
        with tempfile.TemporaryFile(dir=path):
            pass
    except OSError as error:
        reason = error.strerror or error
        raise StartRefused(
            name, value, f"it must be a folder that can be made and written to ({reason})."
        ) from None
    return path


def kept_secret(name, path):
    """Return the secret in the file `path`, made the first time and closed to other accounts."""
    try:
        if not path.exists():
            handle, made = tempfile.mkstemp(dir=path.parent)  # born with mode 0600
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(secrets.token_urlsafe(64))
            try:
                # A link appears whole or not at all, and the first of two processes wins.
                os.link(made, path)
            except FileExistsError:
                pass
            finally:
                Path(made).unlink()
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            path.chmod(0o600)
        secret = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not a text file"
        raise StartRefused(
            name, "", f"none is given, and the one kept in {path} cannot be used ({reason})."
        ) from None
    if len(secret) < 50:
        raise StartRefused(
            name, "***", f"the one kept in {path} is too short: delete the file or give another."
        )
    return secret
