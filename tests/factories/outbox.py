"""Mails as rows, which no task knows of."""

from django.utils import timezone

from blog.outbox.models import Mail


def values(number=1, **changes):
    """Return the arguments of `queue_mail` for one mail; the number stands in all of them."""
    return {
        "dedupe_key": f"test:{number}",
        "recipient": f"reader{number}@mail.example",
        "subject": f"Mail {number}",
        "text": f"The words of mail {number}.",
        "kind": "test",
    } | changes


def make_mail(number=1, **changes):
    """Return a row as it stands; `values` says what is in it."""
    state = changes.get("state", "waiting")
    if state == "sending":
        changes = {"claimed_at": timezone.now(), "claimed_by": "elsewhere:1:x"} | changes
    if state == "sent":
        changes = {"sent_at": timezone.now()} | changes
    if state == "failed":
        changes = {"last_error": "No server."} | changes
    return Mail.objects.create(**values(number) | changes)
