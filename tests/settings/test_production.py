"""Everything that needs HTTPS follows SITE_URL, and `check --deploy` has nothing to say."""

import json

import pytest

from .test_environment import start

pytestmark = pytest.mark.once
SHOW = """
import json
from blog.settings import production as p
names = '''SESSION_COOKIE_SECURE SESSION_COOKIE_NAME CSRF_COOKIE_SECURE CSRF_COOKIE_NAME
SECURE_SSL_REDIRECT SECURE_HSTS_SECONDS ALLOWED_HOSTS CSRF_TRUSTED_ORIGINS DEBUG
TRUSTED_PROXIES'''.split()
print(json.dumps({name: getattr(p, name) for name in names}))
"""


def settings_with(folder, **environment):
    result = start(["-c", SHOW], folder, **environment)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def test_plain_http_needs_nothing_that_it_cannot_keep(tmp_path):
    found = settings_with(tmp_path)
    assert found["SESSION_COOKIE_NAME"] == "sessionid"
    assert not found["SESSION_COOKIE_SECURE"]
    assert not found["SECURE_SSL_REDIRECT"]
    assert found["SECURE_HSTS_SECONDS"] == 0
    assert found["ALLOWED_HOSTS"] == ["127.0.0.1", "localhost", "[::1]"]
    assert not found["DEBUG"]


def test_https_address_turns_all_of_it_on(tmp_path):
    found = settings_with(tmp_path, SITE_URL="https://journal.example.org")
    assert found["SESSION_COOKIE_NAME"] == "__Host-sessionid"
    assert found["CSRF_COOKIE_NAME"] == "__Host-csrftoken"
    assert found["SESSION_COOKIE_SECURE"]
    assert found["CSRF_COOKIE_SECURE"]
    assert found["SECURE_SSL_REDIRECT"]
    assert found["SECURE_HSTS_SECONDS"] > 15_768_000
    assert found["TRUSTED_PROXIES"] == 1
    assert found["ALLOWED_HOSTS"][0] == "journal.example.org"
    assert found["CSRF_TRUSTED_ORIGINS"] == ["https://journal.example.org"]


def test_https_without_a_proxy_never_redirects_for_ever(tmp_path):
    found = settings_with(tmp_path, SITE_URL="https://journal.example.org", TRUSTED_PROXIES="0")
    assert not found["SECURE_SSL_REDIRECT"]


@pytest.mark.parametrize("address", ["http://127.0.0.1:8000", "https://journal.example.org"])
def test_deploy_check_is_clean_but_for_an_old_sqlite(address, tmp_path):
    result = start(["manage.py", "check", "--deploy"], tmp_path, SITE_URL=address)
    assert result.returncode == 0, result.stderr
    warnings = [line for line in result.stderr.splitlines() if line.startswith("?:")]
    assert all("(wellspring.W001)" in line for line in warnings), result.stderr


def test_public_address_without_https_is_warned_of(tmp_path):
    result = start(
        ["manage.py", "check", "--deploy"], tmp_path, SITE_URL="http://journal.example.org"
    )
    assert "(wellspring.W004)" in result.stderr
