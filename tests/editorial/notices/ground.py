"""A journal with people of each kind, and what they were told."""

from blog.accounts.models import User
from blog.editorial.models import EditorialNotice
from blog.outbox.models import Mail
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory


def lay_out_people(case):
    """Give `case` a journal, an author, an editor, a moderator and an owner."""
    case.site = lay_out_journal()
    case.author = UserFactory(email="ana@example.org", display_name="Ana", groups=["Author"])
    case.editor = UserFactory(email="edda@example.org", display_name="Edda", groups=["Editor"])
    case.moderator = UserFactory(email="mo@example.org", groups=["Moderator"])
    case.owner = User.objects.create_superuser("owner@example.org", "p", display_name="Owner")


def told(user, kind=None):
    """Return the notices on somebody's desk, the newest first."""
    notices = EditorialNotice.objects.filter(recipient=user)
    return list(notices.filter(kind=kind) if kind else notices)


def mailed(user, kind=None):
    """Return the mails of notices to somebody."""
    mails = Mail.objects.filter(recipient=user.email)
    if kind:
        return list(mails.filter(kind=f"editorial-{kind}"))
    return list(mails.filter(kind__startswith="editorial-"))
