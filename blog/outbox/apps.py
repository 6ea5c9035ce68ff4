from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

HOUR_SECONDS = 3600


class OutboxConfig(AppConfig):
    name = "blog.outbox"
    verbose_name = _("Outbox")

    def ready(self):
        from blog.lib import timed

        from . import rescue

        timed.register("unfinished mails", rescue.put_back_unfinished, every_seconds=60)
        timed.register("mails without a task", rescue.take_up_lost, every_seconds=60)
        timed.register("old mails", rescue.delete_old_mails, every_seconds=HOUR_SECONDS)
