"""What `make run` serves: safe on plain 127.0.0.1, and behind HTTPS by SITE_URL alone."""

from . import env
from .base import *  # noqa: F403

# Everything that only HTTPS can keep follows the scheme of SITE_URL.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.IS_HTTPS
# The browser itself refuses a __Host- cookie that another host or plain HTTP set.
SESSION_COOKIE_NAME = "__Host-sessionid" if env.IS_HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if env.IS_HTTPS else "csrftoken"
CSRF_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 63_072_000 if env.IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.IS_HTTPS
# Without a proxy that says so, no request is known to be HTTPS: a redirect would never end.
SECURE_SSL_REDIRECT = env.IS_HTTPS and env.TRUSTED_PROXIES > 0
# A container asks for its health from inside, over plain HTTP.
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
if env.TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Preloading cannot be undone in months: never without the owner's own decision.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
if not env.IS_HTTPS:
    # These four ask for HTTPS; on http our own check speaks where the host is not this machine.
    SILENCED_SYSTEM_CHECKS += ["security.W004", "security.W008", "security.W012", "security.W016"]
