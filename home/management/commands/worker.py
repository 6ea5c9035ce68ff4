"""The timed work alone, for machines that serve nothing."""

from django.core.management.base import BaseCommand, CommandError

from blog.lib import task_worker, timed
from blog.lib.database import refuse_unmigrated
from home.supervisor import TimedWork, stop_on_signals


class Command(BaseCommand):
    help = "Publishes what is due and runs tasks, until Ctrl-C or SIGTERM; any number may run."
    # They import every form of the admin, which takes as long as the rest of a start.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--once", action="store_true", help="Do what is due now and end, as from cron."
        )

    def handle(self, *args, once, **options):
        refuse_unmigrated()
        if once:
            failed = timed.run_once()
            task_worker.run_ready_tasks()
            if failed:
                raise CommandError(f"Failed: {', '.join(failed)}; the log says why.")
            return
        stop = stop_on_signals()
        work = TimedWork()
        while not stop.wait(1):
            work.keep_alive()
        work.stop()
