"""Bulk actions answer everyone alike, so what counts is what they changed."""

from django.test import Client, TestCase

from blog.comments.models import Comment
from blog.editorial.models import TrashedPage
from blog.posts.models import PostPage

from .people import make_people, make_things


class BulkActionTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.people = make_people()
        cls.things = make_things(cls.people)

    def post(self, role, address):
        client = Client(headers={"host": "127.0.0.1:8000"})
        client.force_login(self.people[role])
        response = client.post(f"/admin/bulk/{address}".format_map(self.things))
        self.assertEqual(response.status_code, 302)

    def test_only_who_may_publish_publishes(self):
        for role in ("author", "moderator"):
            self.post(role, "wagtailcore/page/publish/?id={own}")
            self.assertFalse(PostPage.objects.get(pk=self.things["own"]).live, role)
        self.post("editor", "wagtailcore/page/publish/?id={own}")
        self.assertTrue(PostPage.objects.get(pk=self.things["own"]).live)

    def test_only_who_may_delete_deletes(self):
        for role in ("author", "moderator"):
            self.post(role, "wagtailcore/page/delete/?id={post}")
            self.assertFalse(TrashedPage.objects.filter(page=self.things["post"]).exists(), role)
        self.post("owner", "wagtailcore/page/delete/?id={post}")
        self.assertTrue(TrashedPage.objects.filter(page=self.things["post"]).exists())

    def test_only_who_may_moderate_approves(self):
        self.post("author", "comments/comment/approve/?id={pending}")
        self.assertNotEqual(self.get_status(), Comment.Status.PUBLISHED)
        self.post("moderator", "comments/comment/approve/?id={pending}")
        self.assertEqual(self.get_status(), Comment.Status.PUBLISHED)

    def get_status(self):
        return Comment.objects.get(pk=self.things["pending"]).status
