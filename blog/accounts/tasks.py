from django.contrib.auth import get_user_model
from django_tasks import task

from .mail import mail_password_reset


@task()
def send_password_reset(user_ids, host, scheme):
    for user in get_user_model().objects.filter(pk__in=user_ids, is_active=True):
        mail_password_reset(user, host=host, scheme=scheme)
