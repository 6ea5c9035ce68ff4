"""Posts and reads over HTTP while the server's workers are killed, and counts what is missing.

python scripts/write_load.py [--seconds 60] [--writers 8] [--readers 32] [--kill-every 2]

Serves a journal of its own on SQLite that is thrown away. Ends with 1 when a comment that was
answered with a 303 is not stored, or twice, or when the server spoke of a 5xx or of a lock.
"""

import argparse
import contextlib
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from http.client import HTTPException
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SEED = """
from home.setup import lay_out_journal
from tests.factories.posts import make_post
make_post(lay_out_journal().journal, "On chairs", standfirst="Who sits in them.")
"""
STORED = """
from django.db import connection
from blog.comments.models import Comment
cursor = connection.cursor()
cursor.execute("PRAGMA integrity_check")
print("INTEGRITY", cursor.fetchone()[0])
for body in Comment.objects.values_list("body", flat=True): print("STORED", body)
"""
WORKERS = "4"
THINK_WRITING, THINK_READING = 0.02, 0.2  # seconds between one request and the next


class StayHere(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


class Load:
    """What writers and readers saw. acknowledged: words that were answered with a 303."""

    def __init__(self, address):
        self.address = address
        self.essay = f"{address}/journal/on-chairs/"
        self.opener = urllib.request.build_opener(StayHere)
        self.stop = threading.Event()
        self.statuses, self.broken = Counter(), 0
        self.acknowledged, self.seconds = [], []
        with urllib.request.urlopen(self.essay) as answer:  # noqa: S310
            page = answer.read().decode()
        self.action = address + re.search(r'data-comment-form[^>]* action="([^"]+)"', page)[1]

    def ask(self, url, fields=None):
        """Return status and page, or (0, "") when the connection broke."""
        data = urllib.parse.urlencode(fields).encode() if fields else None
        headers = {"Sec-Fetch-Site": "same-origin"}
        try:
            request = urllib.request.Request(url, data, headers)  # noqa: S310
            with self.opener.open(request, timeout=60) as answer:
                status, page = answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            status, page = error.code, ""
        except (OSError, HTTPException):  # refused, or cut off in the middle
            self.broken += 1
            time.sleep(THINK_READING)
            return 0, ""
        self.statuses[status] += 1
        return status, page

    def write(self, number):
        count = 0
        while not self.stop.is_set():
            count += 1
            words = f"The chair {number} {count} of {random.getrandbits(64):x}."
            fields = {"name": f"Reader {number}", "email": f"r{number}@mail.example"}
            fields |= {"body": words, "action": "preview"}
            _status, page = self.ask(self.action, fields)
            ticket = re.search(r'name="ticket" value="([^"]+)"', page)
            if not ticket:
                continue
            fields |= {"action": "post", "ticket": ticket[1]}
            start = time.monotonic()
            status, _page = self.ask(self.action, fields)
            if not status:
                # A reader presses the button again: the same form, so the same comment.
                status, _page = self.ask(self.action, fields)
            if status == 303:
                self.acknowledged.append(words)
                self.seconds.append(time.monotonic() - start)
            time.sleep(THINK_WRITING)

    def read(self):
        while not self.stop.is_set():
            self.ask(self.essay)
            time.sleep(THINK_READING)


def main():
    options = read_options()
    with tempfile.TemporaryDirectory(prefix="wellspring-load-") as folder:
        sys.exit(run(options, folder))


def read_options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--readers", type=int, default=32)
    parser.add_argument("--kill-every", type=float, default=2, help="seconds; 0 kills nobody")
    parser.add_argument("--port", type=int, default=8000)
    return parser.parse_args()


def run(options, folder):
    address = f"http://127.0.0.1:{options.port}"
    environment = make_environment(folder, address)
    manage(environment, "setup", "--no-demo")
    manage(environment, "shell", "--no-imports", "-c", SEED)
    said = Path(folder) / "said.txt"
    with serving(environment, options.port, said) as server:
        load = Load(address)
        threads = [threading.Thread(target=load.write, args=[n]) for n in range(options.writers)]
        threads += [threading.Thread(target=load.read) for _ in range(options.readers)]
        for thread in threads:
            thread.start()
        kills = wait_and_kill(server, options)
        load.stop.set()
        for thread in threads:
            thread.join()
    printed = manage(environment, "shell", "--no-imports", "-c", STORED)
    return show(load, kills, printed, said.read_text(errors="replace"))


def make_environment(folder, address):
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DATABASE_URL", "REDIS_URL", "ALLOWED_HOSTS", "EMAIL_URL", "SECRET_KEY"}
    }
    settings = {"DJANGO_SETTINGS_MODULE": "blog.settings.production", "SITE_URL": address}
    return kept | settings | {"DATA_DIR": str(folder), "PYTHONPATH": str(ROOT)}


def manage(environment, *arguments):
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{arguments[0]} failed:\n{done.stderr}")
    return done.stdout


@contextlib.contextmanager
def serving(environment, port, said):
    command = [sys.executable, "manage.py", "serve", "--port", str(port), "--workers", WORKERS]
    with said.open("w") as output:
        server = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            wait_for(environment["SITE_URL"], server, said)
            yield server
        finally:
            server.terminate()
            server.wait(30)


def wait_for(address, server, said):
    """Return once the journal answers."""
    while server.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/journal/on-chairs/", timeout=30).close()  # noqa: S310
            return
        except OSError:
            time.sleep(0.5)
    sys.exit(f"serve ended: {said.read_text()}")


def wait_and_kill(server, options):
    """Kill one worker of the web server every few seconds; return how many were killed."""
    end, kills = time.monotonic() + options.seconds, 0
    while (left := end - time.monotonic()) > 0:
        time.sleep(min(left, options.kill_every or left))
        workers = [pid for web in children(server.pid) for pid in children(web)]
        if options.kill_every and workers and time.monotonic() < end:
            with contextlib.suppress(ProcessLookupError):
                # The oldest: granian takes one that dies twice within 6 seconds for hopeless.
                os.kill(min(workers), signal.SIGKILL)
                kills += 1
    return kills


def children(parent):
    """Return the ids of the Python processes that `parent` started and that do its work."""
    found = []
    for folder in Path("/proc").iterdir():
        with contextlib.suppress(OSError, ValueError):
            stat = (folder / "stat").read_text()
            command = (folder / "cmdline").read_bytes()
            if int(stat.rpartition(")")[2].split()[1]) == parent and b"tracker" not in command:
                found.append(int(folder.name))
    return found


def show(load, kills, printed, said):
    stored = Counter(re.findall(r"^STORED (.*)$", printed, re.MULTILINE))
    integrity = re.search(r"^INTEGRITY (.*)$", printed, re.MULTILINE)[1]
    lost = [words for words in load.acknowledged if not stored[words]]
    twice = [words for words, count in stored.items() if count > 1]
    failures = sum(count for status, count in load.statuses.items() if status >= 500)
    locked = said.count("database is locked")
    seconds = sorted(load.seconds) or [0]
    print(f"answers {dict(load.statuses)}, broken connections {load.broken}, killed {kills}")
    print(
        f"acknowledged {len(load.acknowledged)}, stored {sum(stored.values())}, "
        f"lost {len(lost)}, twice {len(twice)}, 5xx {failures}, locked {locked}, "
        f"integrity {integrity}"
    )
    middle, late = seconds[len(seconds) // 2], seconds[int(len(seconds) * 0.99)]
    print(f"a post took {middle:.3f} s at the median, {late:.3f} s at the 99th percentile")
    return bool(lost or twice or failures or locked or integrity != "ok" or not load.acknowledged)


if __name__ == "__main__":
    main()
