"""The signed words in links that are mailed to a reader: what they allow, and for how long."""

from dataclasses import dataclass

from django.core import signing

from ..models import Commenter

DAY_SECONDS = 86_400


class LinkError(Exception):
    """Why a mailed link leads nowhere: `code` is forged, old or gone."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class MailedLink:
    """One kind of link. salt: keeps the kinds apart. days: how long it holds."""

    salt: str
    days: int

    def sign(self, commenter, about=0):
        """Return the token for a reader's row; about: the id of a comment, where it is of one."""
        content = [commenter.pk, commenter.device_version, about]
        return signing.dumps(content, salt=self.salt)

    def read(self, token):
        """Return the row of the address and the id that the token is about.

        Raises LinkError: what we did not sign, what is too old, and what was erased meanwhile
        or made worthless, because its reader had all their devices forgotten.
        """
        try:
            pk, version, about = signing.loads(
                token, salt=self.salt, max_age=self.days * DAY_SECONDS
            )
        except signing.SignatureExpired:
            raise LinkError("old") from None
        except signing.BadSignature:
            raise LinkError("forged") from None
        row = Commenter.objects.filter(pk=pk, device_version=version).first()
        if row is None:
            raise LinkError("gone")
        return row, about


PROOF = MailedLink("blog.comments.proof", days=7)
READER = MailedLink("blog.comments.reader", days=1)
