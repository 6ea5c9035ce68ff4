from unittest.mock import patch

from django.test import RequestFactory

from blog.editorial.previews import finding
from blog.editorial.previews.actions import revoke_link

from .links import PreviewTestCase


class LookTests(PreviewTestCase):
    def setUp(self):
        self.link, self.token = self.make_link()

    def count(self):
        self.link.refresh_from_db()
        return self.link.views

    def test_each_look_of_a_person_is_counted_with_its_time(self):
        self.assertIsNone(self.link.last_viewed_at)
        for number in (1, 2):
            self.open(self.token)
            self.assertEqual(self.count(), number)
        self.assertIsNotNone(self.link.last_viewed_at)

    def test_looks_of_nobody_are_not_counted(self):
        programs = ("", "Twitterbot/1.0", "facebookexternalhit/1.1", "WhatsApp/2.23", "curl/8.5",
                    "Slackbot-LinkExpanding 1.0", "python-requests/2.32")  # fmt: skip
        for agent in programs:
            with self.subTest(agent=agent):
                self.assertEqual(self.open(self.token, **{"user-agent": agent}).status_code, 200)
        for headers in (
            {"sec-purpose": "prefetch;prerender"}, {"purpose": "prefetch"}, {"x-moz": "prefetch"}
        ):  # fmt: skip
            with self.subTest(headers=headers):
                self.assertEqual(self.open(self.token, **headers).status_code, 200)
        self.open(self.token, "head")
        self.assertEqual(self.count(), 0)

    def test_looks_of_the_journals_own_people_are_not_counted(self):
        self.client.force_login(self.writer)
        self.assertEqual(self.open(self.token).status_code, 200)
        self.assertEqual(self.count(), 0)

    def test_a_link_that_ends_in_this_moment_shows_nothing(self):
        def end(link):
            revoke_link(self.link, self.editor)
            return count(link)

        count = finding.count_look
        with patch("blog.editorial.previews.views.count_look", end):
            response = self.open(self.token)
        self.assertEqual(response.status_code, 404)
        self.assertNotContains(response, "Held down", status_code=404)
        self.assertEqual(self.count(), 0)

    def test_browsers_are_people(self):
        agents = (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 "
            "(KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/140.0.0.0 Safari/537.36",
            "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0; Cubot_P40) Gecko/20100101 Firefox/140.0",
        )
        for agent in agents:
            with self.subTest(agent=agent):
                request = RequestFactory().get("/", headers={"user-agent": agent})
                request.user = type("Nobody", (), {"is_authenticated": False})
                self.assertTrue(finding.is_look_of_a_person(request))
