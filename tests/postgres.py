"""A PostgreSQL server of our own for the length of a test run, made from the system's binaries."""

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

# Speed over safety: the data is thrown away with the folder.
OPTIONS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "autovacuum": "off",
}


def find_binaries():
    """Return the folder of the newest PostgreSQL here as a Path, or None."""
    versions = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda path: int(path.parts[-3]) if path.parts[-3].isdigit() else 0,
    )
    if versions:
        return versions[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


def free_port():
    """Return the number of a port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def unprivileged():
    """Return what makes subprocess run a program as `nobody` when we are root, which it refuses."""
    if os.geteuid() != 0:
        return {}
    account = pwd.getpwnam("nobody")
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


@contextlib.contextmanager
def server():
    """Run a PostgreSQL server and give the address of its database, for DATABASE_URL."""
    binaries = find_binaries()
    home = Path(tempfile.mkdtemp(prefix="wellspring-postgres-"))
    who = unprivileged()
    if who:
        os.chown(home, who["user"], who["group"])
    run = {"cwd": home, "env": {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}, **who}
    port = free_port()
    options = " ".join(f"-c {name}={value or chr(39) * 2}" for name, value in OPTIONS.items())
    control = [binaries / "pg_ctl", "-D", home / "data", "-w", "-t", "60"]
    try:
        subprocess.run(
            [binaries / "initdb", "-D", home / "data", "-U", "wellspring", "-A", "trust"]
            + ["-E", "UTF8", "--no-sync"],
            check=True,
            stdout=subprocess.DEVNULL,
            **run,
        )
        subprocess.run(
            [*control, "-l", home / "log", "-o", f"-p {port} {options}", "start"],
            check=True,
            stdout=subprocess.DEVNULL,
            **run,
        )
        yield f"postgres://wellspring@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run(
            [*control, "-m", "immediate", "stop"],
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **run,
        )
        shutil.rmtree(home, ignore_errors=True)
