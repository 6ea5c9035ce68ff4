from django.apps import AppConfig

from blog.lib import timed


class EditorialConfig(AppConfig):
    name = "blog.editorial"

    def ready(self):
        from django.core.management import call_command

        from blog.lib import task_worker

        from .models import Heartbeat
        from .notices import receivers  # noqa: F401
        from .running import receivers as _running  # noqa: F401
        from .running.run import run_due

        timed.register("sign of life", Heartbeat.objects.beat, every_seconds=15)
        # A due essay is to be live within 5 seconds.
        timed.register("due publications and expiries", run_due, every_seconds=2)
        timed.register("abandoned tasks", task_worker.put_back_abandoned, every_seconds=60)
        timed.register("old task results", task_worker.forget_old_results, every_seconds=3600)
        timed.register("old sessions", lambda: call_command("clearsessions"), every_seconds=86400)
