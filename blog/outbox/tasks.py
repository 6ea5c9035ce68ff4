from blog.lib.retrying import enqueue_at, retrying_task
from blog.lib.task_worker import enqueue_many

from .delivery import deliver_mail

# Below every other task: a mail server that hangs holds up one of them for seconds, not all
# of them for as long as there are mails.
MAIL_PRIORITY = -10


@retrying_task(priority=MAIL_PRIORITY)
def send_queued_mail(mail_id):
    deliver_mail(mail_id, try_again=enqueue_mail)


def enqueue_mail(mail_id, when):
    """Have a mail sent at `when`, in the caller's transaction."""
    enqueue_at(send_queued_mail, when, mail_id)


def enqueue_mails(mails):
    """Have many mails sent, each when it is due, in the caller's transaction."""
    enqueue_many(send_queued_mail, [([mail.pk], mail.not_before) for mail in mails])
