"""What `make run` serves: safe on plain 127.0.0.1, and behind HTTPS by SITE_URL alone."""

from .base import *  # noqa: F403
