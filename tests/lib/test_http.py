"""Who may post to a form that carries no token, and other matters of HTTP."""

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory, override_settings

from blog.lib import http

OWN = {"https://blog.example"}

TABLE = [
    # Sec-Fetch-Site decides where there is one.
    ({"Sec-Fetch-Site": "same-origin", "Origin": "https://blog.example"}, "allow"),
    ({"Sec-Fetch-Site": "same-origin"}, "allow"),
    ({"Sec-Fetch-Site": "none"}, "allow"),
    ({"Sec-Fetch-Site": "none", "Origin": "https://blog.example"}, "allow"),
    ({"Sec-Fetch-Site": "none", "Origin": "https://evil.example"}, "refuse"),
    ({"Sec-Fetch-Site": "same-site", "Origin": "https://other.blog.example"}, "refuse"),
    ({"Sec-Fetch-Site": "same-site", "Origin": "https://blog.example"}, "refuse"),
    ({"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}, "refuse"),
    ({"Sec-Fetch-Site": "cross-site"}, "refuse"),
    ({"Sec-Fetch-Site": "bogus"}, "refuse"),
    ({"Sec-Fetch-Site": ""}, "refuse"),
    ({"Sec-Fetch-Site": "same-origin,cross-site"}, "refuse"),
    # Else the Origin, whole and exact.
    ({"Origin": "https://blog.example"}, "allow"),
    ({"Origin": "HTTPS://BLOG.example"}, "allow"),
    ({"Origin": "http://blog.example"}, "refuse"),
    ({"Origin": "https://blog.example:8443"}, "refuse"),
    ({"Origin": "https://blog.example.evil.example"}, "refuse"),
    ({"Origin": "https://evil.example/https://blog.example"}, "refuse"),
    ({"Origin": "null"}, "refuse"),
    ({"Origin": ""}, "refuse"),
    ({"Origin": "https://evil.example", "Referer": "https://blog.example/"}, "refuse"),
    # Else the Referer.
    ({"Referer": "https://blog.example/journal/held-down/"}, "allow"),
    ({"Referer": "https://blog.example"}, "allow"),
    ({"Referer": "https://blog.example.evil.example/"}, "refuse"),
    ({"Referer": "https://blog.example@evil.example/"}, "refuse"),
    ({"Referer": "https://evil.example/https://blog.example/"}, "refuse"),
    ({"Referer": "http://blog.example/"}, "refuse"),
    # Nothing at all: no browser.
    ({}, "hold"),
    ({"Referer": ""}, "hold"),
]


@pytest.mark.parametrize(("headers", "judgement"), TABLE)
def test_origin_table(headers, judgement):
    assert http.judge_origin(headers, OWN) == judgement


@http.same_origin_post
def view(request):
    return HttpResponse(getattr(request, "origin_judgement", "not asked"))


@pytest.mark.django_db
def test_a_post_from_elsewhere_never_reaches_the_view():
    request = RequestFactory().post("/", headers={"origin": "https://evil.example"})
    response = view(request)
    assert response.status_code == 403
    assert b"sent from another site" in response.content


def test_a_get_is_not_judged():
    request = RequestFactory().get("/", headers={"origin": "https://evil.example"})
    assert view(request).content == b"not asked"


@pytest.mark.parametrize("origin", ["http://testserver", "https://journal.example"])
@override_settings(SITE_URL="https://journal.example")
def test_both_the_asked_host_and_the_sites_own_address_are_ours(origin):
    assert view(RequestFactory().post("/", headers={"origin": origin})).content == b"allow"


@override_settings(ALLOWED_HOSTS=["blog.example"])
def test_a_default_port_in_the_host_does_not_count():
    request = RequestFactory().post(
        "/", secure=True, headers={"host": "blog.example:443", "origin": "https://blog.example"}
    )
    assert view(request).content == b"allow"


def test_see_other_is_a_303():
    response = http.see_other("/there/")
    assert (response.status_code, response.url) == (303, "/there/")


@override_settings(TRUSTED_PROXIES=1)
def test_who_asks_is_settled_by_the_middleware_before_anything_else():
    assert settings.MIDDLEWARE[0] == "home.middleware.TrustedProxies"
    request = RequestFactory().get(
        "/", REMOTE_ADDR="203.0.113.9", headers={"x-forwarded-for": "198.51.100.7"}
    )
    assert http.get_visitor_trait(request) == "203.0.113.0/24 other"


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.9", "203.0.113.0/24"),
        ("2001:db8:1:2::3", "2001:db8:1::/48"),
        ("::ffff:203.0.113.9", "203.0.113.0/24"),
        ("not an address", "unknown"),
        ("", "unknown"),
    ],
)
def test_a_visitors_trait_names_a_network_and_a_kind_of_browser(address, network):
    agent = "Mozilla/5.0 (X11) Chrome/120 Safari/537 Edg/120"
    request = RequestFactory().get("/", REMOTE_ADDR=address, headers={"user-agent": agent})
    assert http.get_visitor_trait(request) == f"{network} Edg"
