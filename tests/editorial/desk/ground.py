"""A journal with the four kinds of people who look at a desk, and what stands on it."""

from datetime import timedelta

from django.test import TestCase
from django.utils import timezone
from wagtail.models import Page

from blog.accounts.models import User
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.posts import make_post
from tests.factories.site_body import as_stream

ROLES = ("author", "editor", "moderator", "owner")


class DeskTestCase(TestCase):
    """Signs in by role; `self.see(role)` is the first page of the admin."""

    @classmethod
    def setUpTestData(cls):
        cls.site = lay_out_journal()
        cls.people = {
            role: UserFactory(email=f"{role}@example.org", groups=[role.title()])
            for role in ROLES
            if role != "owner"
        }
        cls.people["owner"] = User.objects.create_superuser("owner@example.org", "p")

    def enter(self, role):
        self.client.force_login(self.people[role])

    def see(self, role, path="/admin/"):
        self.enter(role)
        response = self.client.get(path)
        self.assertEqual(response.status_code, 200, path)
        return response.content.decode()

    def draft(self, role, title="A draft", *, days_ago=0, words="", **fields):
        """Return a draft that somebody in this role began and saved so many days ago."""
        body = as_stream([("prose", f"<p>{words}</p>")]) if words else ""
        return make_draft(
            self.site.journal, self.people[role], title, days_ago, body=body, **fields
        )


def make_draft(journal, user, title, days_ago=0, **fields):
    post = make_post(journal, title, live=False, owner=user, **fields)
    post.save_revision(user=user)
    touched = timezone.now() - timedelta(days=days_ago)
    Page.objects.filter(pk=post.pk).update(latest_revision_created_at=touched)
    post.refresh_from_db()
    return post


def panels_in(html):
    """Return the ids of the panels of a desk, in the order in which they are read."""
    marks = html.split('class="w-panel w-panel--dashboard')[1:]
    return [mark.split('id="', 1)[1].split('-section"')[0] for mark in marks]
