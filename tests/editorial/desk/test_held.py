"""What came too late waits for a yes: who may say it, and that it is said once."""

from datetime import timedelta
from unittest import mock

import time_machine
from django.test import Client
from django.utils import timezone

from blog.editorial.desk.held import get_held
from blog.editorial.models import Publication
from blog.editorial.signals import page_announced
from tests.factories.posts import make_post

from .ground import DeskTestCase

NOW = "2026-11-23T12:00:00Z"


@time_machine.travel(NOW, tick=False)
class HeldTests(DeskTestCase):
    def setUp(self):
        self.held = self.hold("Two days late")
        receiver = mock.Mock()
        page_announced.connect(receiver)
        self.addCleanup(page_announced.disconnect, receiver)
        self.announced = receiver

    def hold(self, title, **fields):
        post = make_post(self.site.journal, title, owner=self.people["author"], **fields)
        publication = Publication.objects.filter(page=post).last() or Publication(page_id=post.pk)
        publication.intended_at = timezone.now() - timedelta(days=2)
        publication.published_at = timezone.now()
        publication.is_first = True
        publication.announcement = Publication.Announcement.HELD
        publication.save()
        return publication

    def answer(self, word, publication=None, **data):
        pk = publication.pk if publication else self.held.pk
        with self.captureOnCommitCallbacks(execute=True):
            return self.client.post(f"/admin/desk/held/{pk}/{word}/", data)

    def state(self):
        self.held.refresh_from_db()
        return self.held.announcement

    def test_who_may_not_publish_is_not_asked_and_decides_nothing(self):
        for role in ("author", "moderator"):
            self.assertNotIn("Announce it all the same?", self.see(role))
            for word in ("yes", "no"):
                response = self.answer(word)
                self.assertRedirects(response, "/admin/", fetch_redirect_response=False)
        self.assertEqual(self.state(), "held")
        self.announced.assert_not_called()

    def test_neither_a_link_nor_a_strange_form_decides(self):
        self.enter("owner")
        for word in ("yes", "no"):
            address = f"/admin/desk/held/{self.held.pk}/{word}/"
            self.assertEqual(self.client.get(address).status_code, 405)
            strict = Client(enforce_csrf_checks=True)
            strict.force_login(self.people["owner"])
            self.assertEqual(strict.post(address).status_code, 403)
        self.assertEqual(self.client.post("/admin/desk/held/99999/yes/").status_code, 404)
        self.assertEqual(self.state(), "held")

    def test_a_yes_announces_once(self):
        html = self.see("editor")
        self.assertIn("was planned for Sat 21 Nov 2026, 12:00 and appeared on Mon 23 Nov", html)
        response = self.answer("yes")
        self.assertEqual(response.status_code, 303)
        self.assertEqual(response.headers["Location"], "/admin/")
        self.assertEqual(self.state(), "done")
        self.assertIn("“Two days late” is announced now.", self.see("editor"))
        self.answer("yes")
        self.answer("no")
        self.assertEqual(self.state(), "done")
        self.assertEqual(self.announced.call_count, 1)
        html = self.see("editor")
        self.assertEqual(html.count("That was decided before"), 2)
        self.assertNotIn("Announce it all the same?", html)

    def test_a_no_announces_nothing(self):
        self.enter("owner")
        self.answer("no")
        self.assertEqual(self.state(), "declined")
        self.announced.assert_not_called()
        self.assertIn("stays without announcement", self.see("owner"))

    def test_back_to_where_the_form_stood_and_nowhere_else(self):
        self.enter("owner")
        for target, expected in (
            ("/admin/reports/", "/admin/reports/"),
            ("//evil.example", "/admin/"),
        ):
            response = self.answer("no", self.hold(target), next=target)
            self.assertEqual(response.headers["Location"], expected)

    def test_what_was_taken_down_since_waits_for_nothing(self):
        self.held.page.unpublish()
        self.assertEqual(get_held(self.people["owner"]), [])
        self.enter("owner")
        self.answer("yes")
        self.assertEqual(self.state(), "held")
        self.assertIn("not published any more", self.see("owner"))

    def test_one_query_however_many(self):
        owner = self.people["owner"]
        for more in (2, 10):
            for number in range(more):
                self.hold(f"Late {more} {number}")
            with self.subTest(more), self.assertNumQueries(1):
                get_held(owner)
