"""What `manage.py check --deploy` says about the machine, in words."""

import sqlite3
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Tags, Warning, register
from django.db import DatabaseError, connection

NETWORK_DISKS = ("9p", "afs", "ceph", "cifs", "fuse.sshfs", "glusterfs", "nfs", "nfs4", "smb3")


def has_wal_reset_bug(version):
    """Tell whether SQLite of this version, as a tuple, may lose pages when its log is reset.

    Fixed in 3.51.3, and in 3.50.7 and 3.44.6 for the older lines: sqlite.org/wal.html#walresetbug
    """
    return not (
        version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)
    )


def disk_type(path, mounts):
    """Return the type of the file system that holds `path`.

    mounts: the text of /proc/mounts; without one the answer is "".
    """
    found = {}
    for line in mounts.splitlines():
        _device, folder, kind, *_rest = line.split()
        folder = folder.replace("\\040", " ")
        if Path(path).is_relative_to(folder):
            found[folder] = kind
    return found[max(found, key=len)] if found else ""


@register(Tags.security, deploy=True)
def check_sqlite(app_configs=None, **kwargs):
    """Warn of what can damage an SQLite database: its library, its disk, its mode."""
    if connection.vendor != "sqlite":
        return []
    warnings = []
    if has_wal_reset_bug(sqlite3.sqlite_version_info):
        warnings.append(
            Warning(
                f"SQLite {sqlite3.sqlite_version} can, very rarely, damage a database that "
                "several processes write to.",
                hint="Take a system whose SQLite is 3.51.3 or newer, or PostgreSQL; "
                "your distribution may have repaired its own.",
                id="wellspring.W001",
            )
        )
    mounts = Path("/proc/mounts")
    kind = disk_type(settings.DATA_DIR.resolve(), mounts.read_text() if mounts.exists() else "")
    if kind in NETWORK_DISKS:
        warnings.append(
            Warning(
                f"DATA_DIR lies on a network disk ({kind}), where SQLite's locks do not hold.",
                hint="Move DATA_DIR to a local disk, or take PostgreSQL.",
                id="wellspring.W002",
            )
        )
    try:
        with connection.cursor() as cursor:
            mode = cursor.execute("PRAGMA journal_mode").fetchone()[0]
    except DatabaseError as error:
        mode = f"unknown: {error}"
    if mode != "wal":
        warnings.append(
            Warning(
                f"SQLite does not write ahead (journal mode {mode}): readers and writers wait.",
                hint="The folder must be on a local disk and writable.",
                id="wellspring.W003",
            )
        )
    return warnings


@register(Tags.security, deploy=True)
def check_address(app_configs=None, **kwargs):
    """Warn when readers elsewhere would be sent over plain HTTP."""
    address = urlsplit(settings.SITE_URL)
    if address.scheme == "https" or is_this_machine(address.hostname):
        return []
    return [
        Warning(
            f"SITE_URL is {settings.SITE_URL}: passwords and cookies travel unprotected.",
            hint="Put a proxy with a certificate in front and write https:// in SITE_URL.",
            id="wellspring.W004",
        )
    ]


def is_this_machine(host):
    """Tell whether `host` can only be reached from the machine itself."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
