"""Looks and remarks of several readers in one moment, in processes of their own."""

from django.test import Client
from wagtail.models import Comment

from blog.editorial.models import EditorialNotice, PreviewLink
from blog.editorial.previews.actions import make_link
from home.setup import lay_out_journal
from tests.editorial.processes import in_children
from tests.factories.accounts import UserFactory
from tests.factories.posts import make_post
from tests.ground import CommittingTestCase

from .links import SAME_ORIGIN


class AtOnceTests(CommittingTestCase):
    def setUp(self):
        post = make_post(lay_out_journal().journal, "Held down", live=False)
        post.save_revision()
        editor = UserFactory(groups=["Editor"])
        _link, token = make_link(post, editor, takes_remarks=True)
        EditorialNotice.objects.all().delete()
        self.address = f"/editorial/preview/{token}/"

    def look(self):
        for _time in range(3):
            assert Client().get(self.address, headers=SAME_ORIGIN).status_code == 200

    def send(self):
        fields = {"name": "Orla", "body": "The third scene drags."}
        response = Client().post(f"{self.address}remark/", fields, headers=SAME_ORIGIN)
        assert response.status_code == 303, response.status_code

    def test_no_look_is_lost(self):
        self.assertEqual(in_children(4, self.look), [0] * 4)
        self.assertEqual(PreviewLink.objects.get().views, 12)

    def test_one_remark_sent_four_times_is_one(self):
        self.assertEqual(in_children(4, self.send), [0] * 4)
        self.assertEqual(Comment.objects.count(), 1)
        self.assertEqual(EditorialNotice.objects.count(), 1)
