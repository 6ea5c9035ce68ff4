"""What telling costs: as many queries for thirteen subscribers as for three."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.comments.actions import approve_comment
from blog.comments.models import Commenter, Notice
from blog.comments.notices.mailing import mail_reader
from blog.comments.notices.writing import note_submitted
from tests.factories.comments import make_comment

from .ground import NoticesTestCase, later, make_waiting, make_wish


class QueryTests(NoticesTestCase):
    def count(self, work):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            work()
        return len(queries)

    def subscribe(self, numbers):
        for number in numbers:
            make_wish(self.post, f"reader{number}@mail.example")

    def approve(self):
        comment = self.reload(make_waiting(self.post))
        Notice.objects.all().delete()
        return self.count(lambda: approve_comment(comment, by=self.moderator))

    def test_approving_with_three_and_thirteen_subscribers(self):
        self.subscribe(range(3))
        self.approve()  # what is asked once a process is asked
        few = self.approve()
        self.assertEqual(Notice.objects.filter(kind="new").count(), 3)
        self.subscribe(range(3, 13))
        self.assertEqual(self.approve(), few)
        self.assertEqual(Notice.objects.filter(kind="new").count(), 13)

    def test_a_mail_of_three_and_of_thirteen_comments(self):
        self.subscribe([1])
        person = Commenter.objects.get(email="reader1@mail.example")
        counts = []
        for number in (1, 3, 13):
            for _comment in range(number):
                note_submitted(make_comment(self.post))
            with later():
                counts.append(self.count(lambda: self.assertEqual(mail_reader(person.pk), 1)))
            Commenter.objects.update(noticed_at=None)
        self.assertEqual(counts[1], counts[2])
