"""Which headers each kind of address answers with: strict for readers, wider for editors."""

from types import SimpleNamespace
from unittest import mock

from django.http import HttpResponse
from django.test import Client, RequestFactory, SimpleTestCase, TestCase, override_settings
from django.urls import reverse

from home.middleware import SecurityHeaders, TrustedProxies
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory

READERS = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
EDITORS = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self'; media-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; frame-src 'self'; form-action 'self'; "
    "base-uri 'self'; frame-ancestors 'self'"
)
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"
    ),
}
TO_READERS = EVERYWHERE | {"Content-Security-Policy": READERS, "X-Frame-Options": "DENY"}
TO_EDITORS = EVERYWHERE | {"Content-Security-Policy": EDITORS, "X-Frame-Options": "SAMEORIGIN"}


class HeadersTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.journal = lay_out_journal()
        cls.owner = UserFactory(is_superuser=True)

    def assert_headers(self, response, wanted):
        found = {name: response.headers.get(name) for name in wanted}
        self.assertEqual(found, wanted)
        self.assertNotIn("Strict-Transport-Security", response.headers)

    def test_pages_and_errors_for_readers(self):
        for path, status in {"/": 200, "/nowhere/": 404, "/health/": 503}.items():
            with self.subTest(path):
                response = self.client.get(path)
                self.assertEqual(response.status_code, status)
                self.assert_headers(response, TO_READERS)

    def test_server_error(self):
        with mock.patch("home.views.find_problems", side_effect=RuntimeError):
            response = Client(raise_request_exception=False).get("/health/")
        self.assertEqual(response.status_code, 500)
        self.assert_headers(response, TO_READERS)

    def test_sign_in_is_as_strict_as_a_readers_page(self):
        for path in ("/admin/login/", "/admin/password_reset/"):
            with self.subTest(path):
                response = self.client.get(path)
                self.assertEqual(response.status_code, 200)
                self.assert_headers(response, TO_READERS)
                self.assertNotRegex(response.text, r"<script(?![^>]*src=)(?![^>]*json)")
                self.assertNotRegex(response.text, r"<[^>]*\sstyle=")

    def test_admin(self):
        self.client.force_login(self.owner)
        self.assert_headers(self.client.get("/admin/"), TO_EDITORS)

    def test_preview_may_stand_in_the_editors_frame(self):
        self.client.force_login(self.owner)
        page = self.journal.about
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        preview = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
        from wagtail.test.utils.form_data import nested_form_data, streamfield

        data = nested_form_data({"title": "About", "slug": "about", "body": streamfield([])})
        data |= {"comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0}
        self.client.get(edit)
        self.assertTrue(self.client.post(preview, data).json()["is_valid"])
        response = self.client.get(preview)
        self.assertContains(response, "About")
        self.assert_headers(response, TO_EDITORS)

    @override_settings(SITE_URL="https://journal.example.org", MEDIA_URL="https://m.example/j/")
    def test_https_and_media_elsewhere_stand_in_the_policy(self):
        policy = self.client.get("/nowhere/").headers["Content-Security-Policy"]
        self.assertIn("img-src 'self' data: https://m.example;", policy)
        self.assertTrue(policy.endswith("; upgrade-insecure-requests"))


class EmbedHostTests(SimpleTestCase):
    def policy_with(self, *hosts):
        def embed(request):
            request.embed_hosts.update(hosts)
            return HttpResponse()

        return SecurityHeaders(embed)(RequestFactory().get("/")).headers["Content-Security-Policy"]

    def test_page_without_a_video_allows_no_frame(self):
        self.assertNotIn("frame-src", self.policy_with())

    def test_page_with_a_video_allows_its_host_alone(self):
        policy = self.policy_with("www.youtube-nocookie.com")
        self.assertIn("; frame-src https://www.youtube-nocookie.com; ", policy)

    def test_what_is_no_host_name_cannot_change_the_policy(self):
        policy = self.policy_with("a.example; script-src *", "*", "https://a.example")
        self.assertNotIn("frame-src", policy)
        self.assertNotIn("*", policy)

    def test_header_of_a_view_stands(self):
        own = HttpResponse(headers={"Content-Security-Policy": "sandbox"})
        response = SecurityHeaders(lambda request: own)(RequestFactory().get("/"))
        self.assertEqual(response.headers["Content-Security-Policy"], "sandbox")


class TrustedProxiesTests(SimpleTestCase):
    def address(self, proxies, forwarded):
        request = RequestFactory().get(
            "/", REMOTE_ADDR="10.0.0.1", headers={"X-Forwarded-For": forwarded}
        )
        with override_settings(TRUSTED_PROXIES=proxies):
            TrustedProxies(lambda request: SimpleNamespace())(request)
        return request.META["REMOTE_ADDR"], request.META.get("HTTP_X_FORWARDED_FOR")

    def test_without_a_proxy_the_header_is_the_readers_own_word(self):
        self.assertEqual(self.address(0, "1.2.3.4"), ("10.0.0.1", None))

    def test_each_proxy_counts_from_the_right(self):
        forged = "6.6.6.6, 1.2.3.4, 10.0.0.2"
        self.assertEqual(self.address(1, forged)[0], "10.0.0.2")
        self.assertEqual(self.address(2, forged)[0], "1.2.3.4")
        self.assertEqual(self.address(2, "1.2.3.4")[0], "1.2.3.4")

    def test_what_is_no_address_changes_nothing(self):
        for forwarded in ("unknown", "", "1.2.3.4:80, x"):
            self.assertEqual(self.address(1, forwarded)[0], "10.0.0.1")
