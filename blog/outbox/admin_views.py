"""Sending a mail again, and lifting a stop, in the admin. Django's CSRF token guards both."""

import re

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.permissions import policy_registry

from blog.lib.http import see_other

from .actions import lift_stop, retry_mail
from .models import Mail, MailStop

LIST_URL = "wagtailsnippets_outbox_mail:list"
STOPS_URL = "wagtailsnippets_outbox_mailstop:list"

ADDRESS = re.compile(r"(https?://[^\s/?#]+)[^\s]*")


@require_POST
def retry(request, pk):
    """Send one mail again now."""
    mail = _find(request, Mail, pk, "retry")
    if retry_mail(mail, by=request.user):
        messages.success(request, _("The mail is sent again now: %(subject)s") % _words_of(mail))
    else:
        messages.error(request, _("There is nothing to send again: it was sent, or never failed."))
    return see_other(get_valid_next_url_from_request(request) or reverse(LIST_URL))


@require_POST
def lift(request, pk):
    """Have mails queued again to an address that servers refused."""
    stop = _find(request, MailStop, pk, "lift")
    lift_stop(stop, by=request.user)
    messages.success(request, _("Mails are written to %(address)s again.") % {"address": stop})
    return see_other(reverse(STOPS_URL))


def without_secrets(text):
    """Return the words of a mail with its links cut after the host.

    They sign their reader in, or decide on something; they are for the recipient alone.
    """
    return ADDRESS.sub(r"\1/…", text)


def _find(request, model, pk, action):
    """Return a row with which this person may do `action`."""
    row = get_object_or_404(model, pk=pk)
    if not policy_registry.get_by_type(model).user_has_permission(request.user, action):
        raise PermissionDenied
    return row


def _words_of(mail):
    return {"subject": mail.subject}
