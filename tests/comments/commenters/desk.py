"""A moderator at the pages about readers."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from blog.comments.models import Commenter
from tests.comments.admin import AdminTestCase
from tests.factories.comments import make_comment, make_in_every_state

from .readers import make_reader

LIST = "/admin/comments/people/"


class CommenterTestCase(AdminTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.reader = make_reader("zoe@mail.example", name="Zoë <b>Quell</b>")
        cls.comments = make_in_every_state(
            cls.post, name=cls.reader.name, email="Zoe@mail.example", is_proved=True
        )
        cls.other = make_reader("other@mail.example", name="Other", is_proved=False)
        cls.others = make_comment(cls.post, "Of the other.", name="Other", email=cls.other.email)
        cls.url = reverse("comments_commenter", args=[cls.reader.pk])

    def setUp(self):
        self.enter("moderator")

    def press(self, name, person=None, **fields):
        url = reverse("comments_commenter_act", args=[(person or self.reader).pk])
        return self.client.post(url, {"act": name} | fields, follow=True)

    def row(self, person=None):
        return Commenter.objects.get(pk=(person or self.reader).pk)

    def count_queries(self, url):
        """Return how many queries a page costs that was opened before."""
        self.client.get(url)
        with CaptureQueriesContext(connection) as captured:
            self.client.get(url)
        return len(captured)

    def logged(self):
        return list(ModelLogEntry.objects.order_by("timestamp").values_list("action", flat=True))
