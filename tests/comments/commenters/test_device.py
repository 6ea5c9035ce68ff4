"""One cookie, only for who ticked the box, and only where comments are."""

from django.http import HttpResponse
from django.test import RequestFactory

from blog.comments.commenters.device import COOKIE, forget_devices, read_device, remember_device
from blog.comments.models import Commenter

from .proving import ProofTestCase


class DeviceTests(ProofTestCase):
    def setUp(self):
        self.url = self.get_link(self.make())

    def read(self, value=None):
        request = RequestFactory().post("/comments/1/")
        request.COOKIES[COOKIE] = value or self.client.cookies[COOKIE].value
        return read_device(request)

    def test_no_cookie_without_the_tick(self):
        self.assertEqual(list(self.press(self.url).cookies), [])
        self.assertEqual(list(self.client.get(self.url).cookies), [])

    def test_no_cookie_for_who_says_it_was_not_them(self):
        self.assertEqual(list(self.press(self.url, "deny", remember="1").cookies), [])

    def test_the_cookie_is_for_comments_alone(self):
        for is_secure in (False, True):
            client = self.client_class()
            data = {"action": "prove", "until": "1", "remember": "1"}
            answer = client.post(
                self.url, data, headers={"sec-fetch-site": "same-origin"}, secure=is_secure
            )
            cookie = answer.cookies[COOKIE]
            self.assertEqual(
                (cookie["path"], cookie["samesite"], cookie["max-age"]),
                ("/comments/", "Lax", 180 * 86400),
            )
            self.assertTrue(cookie["httponly"])
            self.assertEqual(bool(cookie["secure"]), is_secure)
            self.assertNotIn(b"zephyrine", cookie.value.lower().encode())
            self.assertEqual(len(answer.cookies), 1)

    def test_it_says_whose_device_this_is(self):
        self.press(self.url, remember="1")
        self.assertEqual(self.read(), self.row())
        self.assertContains(self.client.get(self.url), "This device is remembered")

    def test_what_we_did_not_sign_says_nothing(self):
        self.press(self.url, remember="1")
        value = self.client.cookies[COOKIE].value
        for wrong in ("x", value + "x", value[:-2], "é", "{}", " ", self.url.split("/")[-2]):
            self.assertIsNone(self.read(wrong), wrong)

    def test_a_request_without_it_is_a_strangers(self):
        with self.assertNumQueries(0):
            self.assertIsNone(read_device(RequestFactory().get("/comments/1/")))

    def test_forgotten_devices_are_strangers_and_old_links_dead(self):
        self.press(self.url, remember="1")
        forget_devices(self.row())
        self.assertIsNone(self.read())
        self.assertEqual(self.client.get(self.url).status_code, 410)

    def test_an_unproved_or_erased_address_has_no_devices(self):
        self.press(self.url, remember="1")
        Commenter.objects.update(proved_at=None)
        self.assertIsNone(self.read())
        Commenter.objects.all().delete()
        self.assertIsNone(self.read())

    def test_a_merged_address_stays_itself_on_its_device(self):
        self.press(self.url, remember="1")
        other = Commenter.objects.create(email="other@mail.example")
        Commenter.objects.exclude(pk=other.pk).update(merged_into=other)
        self.assertEqual(self.read(), self.row())

    def test_the_cookie_counts_for_180_days(self):
        response = HttpResponse()
        remember_device(response, self.row(), is_secure=True)
        Commenter.objects.update(proved_at=self.row().created_at)
        value = response.cookies[COOKIE].value
        self.assertEqual(self.read(value), self.row())
        with self.at(days=181):
            self.assertIsNone(self.read(value))
