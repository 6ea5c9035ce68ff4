"""People who work here and what they find in the admin, for the tests of it."""

from django.contrib.auth.models import Group
from django.test import TestCase
from django.urls import reverse

from blog.accounts.models import User
from blog.comments.models import Comment
from home.setup import lay_out_journal
from tests.factories.comments import make_comment
from tests.factories.posts import make_post

LIST = "wagtailsnippets_comments_comment:list"
ROLES = ["author", "editor", "moderator", "owner"]


def make_person(role):
    """Return someone who works here: an owner, or a member of the group of that name."""
    email = f"{role}@mail.example"
    if role == "owner":
        return User.objects.create_superuser(email, "secret", display_name="Olive Owner")
    user = User.objects.create_user(email, "secret", display_name=f"{role.title()} Person")
    user.groups.add(Group.objects.get(name=role.title()))
    return user


class AdminTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.journal = lay_out_journal().journal
        cls.people = {role: make_person(role) for role in ROLES}
        cls.post = make_post(cls.journal, "By nobody")
        cls.own = make_post(cls.journal, "By the author", owner=cls.people["author"])
        cls.waiting = make_comment(cls.post, "Waiting elsewhere.", status="pending")
        cls.own_waiting = make_comment(cls.own, "Waiting at home.", status="pending")
        cls.own_published = make_comment(cls.own, "Seen at home.")

    def enter(self, role):
        self.client.force_login(self.people[role])

    def decide(self, comment, decision):
        url = reverse("wagtailsnippets_comments_comment:decide", args=[comment.pk])
        return self.client.post(url, {"decision": decision})

    def answer(self, comment, body="Thank you."):
        url = reverse("wagtailsnippets_comments_comment:answer", args=[comment.pk])
        return self.client.post(url, {"body": body})

    def status_of(self, comment):
        return Comment.objects.values_list("status", flat=True).get(pk=comment.pk)
