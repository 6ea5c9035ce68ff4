"""Readers who asked for mail, and the minutes that pass until it is written."""

from contextlib import contextmanager
from datetime import timedelta

import time_machine
from django.core import mail
from django.test import TestCase
from django.utils import timezone

from blog.comments.models import Comment, Commenter, Notice
from blog.comments.notices.mailing import mail_due_notices
from home.setup import lay_out_journal
from tests.comments.admin import make_person
from tests.factories.comments import make_comment
from tests.factories.posts import make_post

SAME_ORIGIN = {"sec-fetch-site": "same-origin"}


def make_wish(page, email="orla@mail.example", notify="all", body="Seen twice.", **fields):
    """Return a published comment whose writer proved the address and asked for mail."""
    name = {"name": email.partition("@")[0].title(), "email": email}
    wish = make_comment(page, body, is_proved=True, notify=notify, **name | fields)
    Commenter.objects.filter(pk=wish.commenter_id).update(proved_at=timezone.now())
    return wish


def make_waiting(page, **fields):
    return make_comment(page, fields.pop("body", "A new thought."), status="pending", **fields)


@contextmanager
def later(minutes=0, seconds=40):
    """Go on a while later: as it is set, when a decision can no longer be taken back."""
    then = timezone.now() + timedelta(minutes=minutes, seconds=seconds)
    with time_machine.travel(then, tick=False):
        yield


def mail_later(minutes=0, seconds=40):
    """Let the mailers run a while later; return the mails that were sent then."""
    before = len(mail.outbox)
    with later(minutes, seconds):
        mail_due_notices()
    return mail.outbox[before:]


def recipients(mails):
    return sorted(address for one in mails for address in one.to)


class NoticesTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.journal = lay_out_journal().journal
        cls.post = make_post(cls.journal, "Held down")
        cls.other_post = make_post(cls.journal, "Let go")
        make_post(cls.journal, "A draft", live=False)
        cls.moderator = make_person("moderator")

    def kinds(self, **filters):
        return sorted(Notice.objects.filter(**filters).values_list("kind", flat=True))

    def reload(self, comment):
        return Comment.objects.get(pk=comment.pk)
