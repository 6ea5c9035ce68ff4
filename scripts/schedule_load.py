"""Has many timers publish many due essays, and measures how soon an essay is live.

python scripts/schedule_load.py [--db sqlite|postgres] [--processes 4] [--essays 200]
                                [--samples 40] [--overdue 50]

Works on a journal of its own that is thrown away. Ends with 1 when an essay was published or
announced not exactly once, came later than 5 seconds at the 99th percentile, or when what was due
in an hour of downtime is not live, in order, 15 seconds after the worker's start.
"""

import argparse
import contextlib
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MOST_SECONDS_LATE, MOST_SECONDS_AFTER_START = 5, 15
LONGEST_WAIT = 120
INSIDE = "SCHEDULE_LOAD_INSIDE"


def main():
    options = read_options()
    if os.environ.get(INSIDE):
        sys.exit(measure(options))
    with (
        tempfile.TemporaryDirectory(prefix="wellspring-load-") as folder,
        database(options.db) as address,
    ):
        environment = make_environment(folder, address)
        command = [sys.executable, "manage.py", "setup", "--no-demo"]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
        command = [sys.executable, __file__, *sys.argv[1:]]
        done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    sys.exit(done.returncode)


def read_options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--db", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--processes", type=int, default=4)
    parser.add_argument("--essays", type=int, default=200)
    parser.add_argument("--samples", type=int, default=40, help="essays whose delay is measured")
    parser.add_argument("--overdue", type=int, default=50, help="essays due in the hour before")
    return parser.parse_args()


@contextlib.contextmanager
def database(name):
    """Give the address of a new database; "" is SQLite in the data folder."""
    if name == "sqlite":
        yield ""
        return
    sys.path.insert(0, str(ROOT))
    from tests import postgres

    with postgres.server() as address:
        yield address


def make_environment(folder, address):
    """Return what a journal in `folder` is started with, and nothing of the caller's own one."""
    others = {"REDIS_URL", "ALLOWED_HOSTS", "EMAIL_URL", "SECRET_KEY", "DATABASE_URL"}
    kept = {name: value for name, value in os.environ.items() if name not in others}
    chosen = {"DATABASE_URL": address} if address else {}
    return kept | chosen | {
        "DJANGO_SETTINGS_MODULE": "blog.settings.production",
        "SITE_URL": "http://127.0.0.1:8000",
        "DATA_DIR": str(folder),
        "PYTHONPATH": str(ROOT),
        INSIDE: "1",
    }  # fmt: skip


def measure(options):
    """Run all three parts in this journal; return whether something was not as it has to be."""
    import django

    django.setup()
    bad = False
    if options.essays:
        bad |= race(options.processes, options.essays)
    if options.overdue:
        bad |= restart(options.overdue)
    if options.samples:
        bad |= delays(options.samples)
    return int(bad)


def race(processes, count):
    """Let processes run at once on the same due essays, and count what came of each."""
    from django.db import connection
    from wagtail.models import PageLogEntry

    from blog.editorial.models import EditorialNotice, Publication
    from blog.editorial.running.run import run_due
    from blog.posts.models import PostPage
    from tests.editorial.processes import in_children

    keys = [post.pk for post in make_essays("Race", [timedelta(minutes=-5)] * count)]
    start = time.monotonic()
    codes = in_children(processes, run_due)
    seconds = time.monotonic() - start
    entries = PageLogEntry.objects.filter(action="wagtail.publish.scheduled")
    rows = {
        "publications in the log": entries.values_list("page_id", flat=True),
        "rows of publications": Publication.objects.values_list("page_id", flat=True),
        "notices": EditorialNotice.objects.filter(kind="live").values_list("page_id", flat=True),
    }
    live = PostPage.objects.filter(pk__in=keys, live=True).count()
    print(f"{connection.vendor}: {processes} processes × {count} due essays in {seconds:.1f} s")
    print(f"  ended with {codes}, live {live} of {count}")
    bad = any(codes) or live != count
    for name, found in rows.items():
        times = Counter(pk for pk in found if pk in set(keys))
        wrong = [pk for pk in keys if times[pk] != 1]
        print(f"  {name}: {sum(times.values())}, not exactly once: {len(wrong)}")
        bad |= bool(wrong)
    return bad


def restart(count):
    """Start a worker after an hour's downtime; see when all is live, and in which order."""
    from blog.editorial.models import Heartbeat, Publication
    from blog.posts.models import PostPage

    Heartbeat.objects.all().delete()
    gap = timedelta(hours=1) / count
    # The latest was written first, so that the order is that of the dates and not of the rows.
    keys = [post.pk for post in make_essays("Overdue", [-gap * (n + 1) for n in range(count)])]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    before = before.ru_utime + before.ru_stime
    start = time.monotonic()
    with working():
        up = wait_for_life()
        while PostPage.objects.filter(pk__in=keys, live=True).count() < count:
            if time.monotonic() - start > LONGEST_WAIT:
                break
            time.sleep(0.1)
        seconds = time.monotonic() - start
    rows = Publication.objects.filter(page__in=keys).order_by("pk")
    intended = list(rows.values_list("intended_at", flat=True))
    in_order = intended == sorted(intended) and len(intended) == count
    print(f"  {len(intended)} of {count} overdue essays live {seconds:.1f} s after the start,")
    print(f"  of which the worker needed {up - start:.1f} s to be up")
    print(f"  in the order of their dates: {'yes' if in_order else 'NO'}")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = used.ru_utime + used.ru_stime - before
    print(f"  (the worker took {used:.1f} s of a processor; a busy machine makes more of that)")
    return not in_order or seconds > MOST_SECONDS_AFTER_START


def delays(count):
    """Measure the seconds from the moment an essay is due to the moment that readers see it."""
    from django.utils import timezone

    from blog.editorial.models import Heartbeat
    from blog.posts.models import PostPage

    drafts = make_essays("Sample", [timedelta(days=1)] * count)
    Heartbeat.objects.all().delete()
    with working():
        wait_for_life()
        # After all of them are scheduled, which takes a while too.
        begin = timezone.now() + timedelta(seconds=5 + count / 4)
        waiting = {}
        for number, post in enumerate(drafts):
            waiting[post.pk] = begin + timedelta(seconds=1.5 * number)
            schedule_for(post, waiting[post.pk])
        late = []
        while waiting and timezone.now() < max(waiting.values()) + timedelta(seconds=LONGEST_WAIT):
            live = PostPage.objects.filter(pk__in=list(waiting), live=True)
            for pk in live.values_list("pk", flat=True):
                late.append((timezone.now() - waiting.pop(pk)).total_seconds())
            time.sleep(0.02)
    late = sorted(late) or [float("inf")]
    middle, last = late[len(late) // 2], late[int(len(late) * 0.99)]
    print(f"  {len(late)} of {count} essays live {middle:.2f} s after their moment at the median,")
    print(f"  {last:.2f} s at the 99th percentile, {late[0]:.2f} s at the least")
    return len(waiting) > 0 or late[0] < 0 or last > MOST_SECONDS_LATE


@contextlib.contextmanager
def working():
    """Run `manage.py worker` meanwhile."""
    worker = subprocess.Popen([sys.executable, "manage.py", "worker"], cwd=ROOT)
    try:
        yield
    finally:
        worker.terminate()
        worker.wait(30)


def wait_for_life():
    """Return the monotonic time at which a worker that was just started shows itself."""
    from blog.editorial.models import Heartbeat

    end = time.monotonic() + LONGEST_WAIT
    while not Heartbeat.objects.exists():
        if time.monotonic() > end:
            sys.exit("The worker did not start.")
        time.sleep(0.05)
    return time.monotonic()


def make_essays(title, when):
    """Return new PostPages, each approved for now plus one of `when`, a list of timedeltas."""
    from django.utils import timezone

    from blog.accounts.models import User
    from home.setup import lay_out_journal
    from tests.factories.posts import make_post

    journal = lay_out_journal().journal
    owner, _ = User.objects.get_or_create(
        email="owner@example.org", defaults={"display_name": "Owner", "is_superuser": True}
    )
    now = timezone.now().replace(microsecond=0)
    posts = []
    for number, delta in enumerate(when):
        post = make_post(journal, f"{title} {number}", live=False, owner=owner)
        schedule_for(post, now + delta)
        posts.append(post)
    return posts


def schedule_for(post, moment):
    """Approve an essay for a moment that may have passed, as Wagtail's own code writes it."""
    from tests.editorial.schedules import schedule

    post.revisions.update(approved_go_live_at=None)
    schedule(post, moment)


if __name__ == "__main__":
    main()
