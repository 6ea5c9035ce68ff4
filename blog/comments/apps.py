from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

HOUR_SECONDS = 3600


class CommentsConfig(AppConfig):
    name = "blog.comments"
    verbose_name = _("Reader comments")

    def ready(self):
        from blog.lib import timed

        from .notices.mailing import delete_old_notices, mail_due_notices
        from .privacy.purging import forget_silent_readers
        from .spam.retention import tidy_up
        from .visitors import forget_old_salts

        timed.register("forget visitors", forget_old_salts, every_seconds=HOUR_SECONDS)
        timed.register("old spam and waiting comments", tidy_up, every_seconds=HOUR_SECONDS)
        timed.register("mails about comments", mail_due_notices, every_seconds=5)
        timed.register("old notices of comments", delete_old_notices, every_seconds=HOUR_SECONDS)
        timed.register("silent readers", forget_silent_readers, every_seconds=HOUR_SECONDS)
