from django.contrib.auth import get_user_model

from blog.lib.retrying import retrying_task

from .mail import mail_password_reset


@retrying_task()
def send_password_reset(user_ids, host, scheme):
    if len(user_ids) > 1:
        # A task each, so that a failure does not send the others' mails again.
        for user_id in user_ids:
            send_password_reset.enqueue([user_id], host=host, scheme=scheme)
        return
    for user in get_user_model().objects.filter(pk__in=user_ids, is_active=True):
        mail_password_reset(user, host=host, scheme=scheme)
