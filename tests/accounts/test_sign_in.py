"""Signing in by e-mail, and how few guesses a network has."""

from unittest import mock

import time_machine
from axes.models import AccessAttempt
from django.contrib.auth import authenticate
from django.contrib.auth.backends import ModelBackend
from django.test import RequestFactory, SimpleTestCase, TestCase, override_settings
from django.urls import reverse

from blog.accounts.limits import FAILURES_PER_NETWORK, client_network, sign_in_name
from tests.factories.accounts import PASSWORD, UserFactory

WRONG = "a chair drawn in ink"
HERE, ELSEWHERE = "203.0.113.5", "198.51.100.7"
TOO_MANY = "Too many failed attempts to sign in from here. Wait 15 minutes and try again."


class SignInTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.url = reverse("wagtailadmin_login")
        cls.user = UserFactory(email="Ines.Vale@Example.org", groups=["Author"])
        cls.other = UserFactory(email="mina@example.org", groups=["Author"])

    def try_sign_in(self, email="ines.vale@example.org", password=WRONG, network=HERE, **extra):
        return self.client.post(
            self.url, {"username": email, "password": password}, REMOTE_ADDR=network, **extra
        )

    def fail(self, times, **fields):
        for _number in range(times):
            response = self.try_sign_in(**fields)
        return response


class LimitTests(SignInTestCase):
    def test_of_a_thousand_guesses_five_are_tried(self):
        with mock.patch.object(ModelBackend, "authenticate", return_value=None) as tried:
            for number in range(1000):
                request = RequestFactory().post(self.url, REMOTE_ADDR=HERE)
                authenticate(request, username="ines.vale@example.org", password=f"guess {number}")
        self.assertEqual(tried.call_count, 5)

    def test_the_fifth_failure_says_wait(self):
        statuses = [self.try_sign_in().status_code for _number in range(6)]
        self.assertEqual(statuses, [200, 200, 200, 200, 429, 429])

    def test_the_refusal_is_a_sentence_and_keeps_the_email(self):
        response = self.fail(6)
        self.assertContains(response, TOO_MANY, status_code=429)
        self.assertContains(response, 'value="ines.vale@example.org"', status_code=429)
        self.assertNotContains(response, "didn&#x27;t match", status_code=429)
        self.assertEqual(response["Retry-After"], "900")

    def test_the_right_password_does_not_help_while_locked_out(self):
        self.fail(5)
        self.assertEqual(self.try_sign_in(password=PASSWORD).status_code, 429)
        self.assertNotIn("_auth_user_id", self.client.session)

    def test_the_same_account_signs_in_from_another_network(self):
        self.fail(20)
        self.assertEqual(self.try_sign_in(password=PASSWORD, network=ELSEWHERE).status_code, 302)

    def test_another_account_signs_in_from_the_same_network(self):
        self.fail(20)
        response = self.try_sign_in("mina@example.org", PASSWORD)
        self.assertEqual(response.status_code, 302)

    def test_a_network_that_tries_many_accounts_is_stopped_for_all_of_them(self):
        for number in range(FAILURES_PER_NETWORK):
            self.try_sign_in(f"someone{number}@example.org")
        self.assertEqual(self.try_sign_in("mina@example.org", PASSWORD).status_code, 429)
        self.assertEqual(
            self.try_sign_in("mina@example.org", PASSWORD, network=ELSEWHERE).status_code, 302
        )

    def test_signing_in_to_an_own_account_does_not_clear_the_network(self):
        for number in range(FAILURES_PER_NETWORK - 1):
            self.try_sign_in(f"someone{number}@example.org")
        self.try_sign_in("mina@example.org", PASSWORD)
        self.client.logout()
        self.try_sign_in("someone@example.org")
        self.assertEqual(self.try_sign_in("mina@example.org", PASSWORD).status_code, 429)

    def test_writing_the_email_in_another_case_is_no_new_account(self):
        for email in ("INES.VALE@example.org", " ines.vale@EXAMPLE.org ", "Ines.Vale@example.org"):
            self.fail(2, email=email)
        self.assertEqual(self.try_sign_in(password=PASSWORD).status_code, 429)

    def test_another_browser_is_no_new_visitor(self):
        for number in range(5):
            self.try_sign_in(headers={"User-Agent": f"Browser {number}"})
        self.assertEqual(self.try_sign_in(password=PASSWORD).status_code, 429)

    def test_an_unknown_account_is_refused_in_the_same_words(self):
        known, unknown = self.fail(6), self.fail(6, email="nobody@example.org")
        self.assertContains(known, TOO_MANY, status_code=429)
        self.assertContains(unknown, TOO_MANY, status_code=429)

    def test_four_failures_are_forgotten_once_one_signs_in(self):
        self.fail(4)
        self.try_sign_in(password=PASSWORD)
        self.client.logout()
        self.assertEqual(self.fail(4).status_code, 200)

    def test_the_wait_is_over_after_a_quarter_of_an_hour_however_often_one_tries(self):
        with time_machine.travel("2026-11-01T10:00:00Z", tick=False) as clock:
            self.fail(5)
            clock.shift(14 * 60)
            self.assertEqual(self.try_sign_in(password=PASSWORD).status_code, 429)
            clock.shift(2 * 60)
            self.assertEqual(self.try_sign_in(password=PASSWORD).status_code, 302)

    def test_the_counters_stand_in_the_database_without_any_password(self):
        self.fail(1, password="not this one")
        attempt = AccessAttempt.objects.get()
        self.assertEqual((attempt.ip_address, attempt.username), (HERE, "ines.vale@example.org"))
        self.assertNotIn("not this one", attempt.post_data)

    @override_settings(TRUSTED_PROXIES=0)
    def test_a_made_up_forwarded_address_is_not_believed(self):
        for number in range(5):
            self.try_sign_in(headers={"X-Forwarded-For": f"192.0.2.{number}"})
        self.assertEqual(self.try_sign_in(password=PASSWORD).status_code, 429)

    @override_settings(TRUSTED_PROXIES=1)
    def test_behind_a_proxy_the_reader_that_it_names_counts(self):
        for number in range(6):
            self.try_sign_in(headers={"X-Forwarded-For": f"10.9.9.{number}, {HERE}"})
        told = {"headers": {"X-Forwarded-For": ELSEWHERE}}
        self.assertEqual(self.try_sign_in(password=PASSWORD, **told).status_code, 302)
        self.client.logout()
        told = {"headers": {"X-Forwarded-For": HERE}}
        self.assertEqual(self.try_sign_in(password=PASSWORD, **told).status_code, 429)

    def test_a_nul_byte_in_the_email_is_a_form_error(self):
        response = self.try_sign_in("ines\0@example.org")
        self.assertContains(response, "Null characters are not allowed.")


class SignInTests(SignInTestCase):
    def test_any_case_of_the_email_signs_in(self):
        for email in ("ines.vale@example.org", "INES.VALE@EXAMPLE.ORG", "Ines.Vale@Example.org"):
            response = self.try_sign_in(email, PASSWORD)
            self.assertRedirects(response, "/admin/", fetch_redirect_response=False)
            self.client.logout()

    def test_an_account_that_was_switched_off_does_not_sign_in(self):
        self.user.is_active = False
        self.user.save()
        self.assertEqual(self.try_sign_in(password=PASSWORD).status_code, 200)
        self.assertNotIn("_auth_user_id", self.client.session)

    def test_the_form_asks_for_an_email_address(self):
        response = self.client.get(self.url)
        self.assertContains(response, 'type="email"')
        self.assertContains(response, 'autocomplete="current-password"')

    def test_a_wrong_password_and_an_unknown_account_read_alike(self):
        known, unknown = self.try_sign_in(), self.try_sign_in("nobody@example.org")
        sentence = "Your e-mail address and password didn&#x27;t match. Please try again."
        self.assertContains(known, sentence)
        self.assertContains(unknown, sentence)


class NetworkTests(SimpleTestCase):
    def network(self, address):
        return client_network(RequestFactory().get("/", REMOTE_ADDR=address))

    def test_an_ipv4_address_is_its_own_network(self):
        self.assertEqual(self.network("203.0.113.5"), "203.0.113.5")
        self.assertEqual(self.network("::ffff:203.0.113.5"), "203.0.113.5")

    def test_all_addresses_of_an_ipv6_64_are_one_network(self):
        self.assertEqual(self.network("2001:db8:1:2:aaaa::1"), "2001:db8:1:2::")
        self.assertEqual(self.network("2001:db8:1:2:ffff::2"), "2001:db8:1:2::")
        self.assertNotEqual(self.network("2001:db8:1:3::1"), "2001:db8:1:2::")

    def test_no_address_is_no_network(self):
        self.assertIsNone(self.network(""))
        self.assertIsNone(self.network("unix:"))

    def test_a_typed_name_fits_the_column(self):
        name = sign_in_name(RequestFactory().post("/"), {"username": " A\0" + "b" * 400})
        self.assertEqual(name, "a" + "b" * 254)
