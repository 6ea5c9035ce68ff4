"""Whether mails go anywhere."""

from django.conf import settings


def has_mail_server():
    """Tell whether EMAIL_URL names where mails go: a server, or the console by name.

    Without one the parts that ask this queue nothing, and offer nothing that needs a mail.
    """
    return settings.HAS_MAIL_SERVER
