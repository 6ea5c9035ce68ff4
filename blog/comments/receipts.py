"""The signed address at which a writer finds their own comment."""

from django.core import signing
from django.urls import reverse

SALT = "blog.comments.receipts"


def get_receipt_url(comment):
    """Return the address that shows a comment to its writer and to whoever they give it."""
    return reverse("comments:receipt", args=[signing.dumps(comment.pk, salt=SALT)])


def read_receipt(token):
    """Return the id in a receipt's token, or None when we did not sign it."""
    try:
        return signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
