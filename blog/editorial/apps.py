from django.apps import AppConfig

from blog.lib import timed


class EditorialConfig(AppConfig):
    name = "blog.editorial"

    def ready(self):
        from django.core.management import call_command

        from blog.lib import task_worker

        from .corrections import receivers as _corrections  # noqa: F401
        from .models import Heartbeat
        from .notices import receivers, review_receivers  # noqa: F401
        from .notices.shown import delete_old_notices
        from .notices.soon import tell_of_coming
        from .previews.actions import forget_ended_links
        from .running import receivers as _running  # noqa: F401
        from .running.due import get_next_due
        from .running.run import run_due
        from .trash.actions import empty_trash

        review_receivers.connect()
        # In the loop that publishes, of which it is the sign of life.
        timed.register("sign of life", Heartbeat.objects.beat, every_seconds=15, is_urgent=True)
        # At the very moment; the pace is for what is approved when its time has come already.
        timed.register(
            "due publications and expiries",
            run_due,
            every_seconds=3,
            next_at=get_next_due,
            is_urgent=True,
        )
        timed.register("what comes within the hour", tell_of_coming, every_seconds=60)
        timed.register("old notices of pages", delete_old_notices, every_seconds=86400)
        timed.register("old trash", empty_trash, every_seconds=3600)
        timed.register("abandoned tasks", task_worker.put_back_abandoned, every_seconds=60)
        timed.register("old task results", task_worker.forget_old_results, every_seconds=3600)
        timed.register("old sessions", lambda: call_command("clearsessions"), every_seconds=86400)
        timed.register("ended preview links", forget_ended_links, every_seconds=86400)
