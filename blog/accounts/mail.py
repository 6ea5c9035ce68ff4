"""The one mail that accounts send."""

from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

SUBJECT = "wagtailadmin/account/password_reset/email_subject.txt"
BODY = "wagtailadmin/account/password_reset/email.txt"


def mail_password_reset(user, host, scheme):
    """Send `user` a link that sets a new password; the token is made here and stored nowhere.

    host, scheme: those of the journal, for the link where no base address is set.
    """
    context = {
        "user": user,
        "email": user.email,
        "domain": host,
        "site_name": host,
        "protocol": scheme,
        "uid": urlsafe_base64_encode(force_bytes(user.pk)),
        "token": default_token_generator.make_token(user),
    }
    subject = " ".join(render_to_string(SUBJECT, context).split())
    send_mail(subject, render_to_string(BODY, context), None, [user.email])
