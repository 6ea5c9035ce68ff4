"""Sending somebody the link to their own page, without telling anybody whether they ever wrote."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from blog.outbox.actions import MailRefused, queue_mail
from blog.outbox.server import has_mail_server

from ..commenters.rows import get_commenter, normalise_email
from ..commenters.tokens import READER
from ..models import Commenter
from ..notices.letters import make_letter
from ..notices.tokens import absolute
from .limits import may_mail
from .owned import is_known


def mail_link(address):
    """Queue the mail with the link to all that an address wrote; return whether there is one.

    Nobody may learn what it returns: it says whether the address was ever used here.
    """
    address = normalise_email(address)
    is_due = may_mail(address)
    if not (has_mail_server() and is_due and is_known(address)):
        return False
    with transaction.atomic():
        get_commenter(address)  # comments that came before there were rows
        row = Commenter.objects.get(email=address)
        path = reverse("comments:reader", args=[READER.sign(row)])
        letter = make_letter(
            "emails/comments_reader_link.html",
            {"link": absolute(path)},
            _("What you wrote here"),
        )
        try:
            queue_mail(
                dedupe_key=f"comment-reader:{row.pk}:{int(timezone.now().timestamp())}",
                recipient=address,
                subject=letter.subject,
                text=letter.text,
                html=letter.html,
                kind="comment-reader",
            )
        except MailRefused:
            return False
    return True
