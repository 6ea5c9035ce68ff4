"""Fast and closed: no password stretching, no manifest, tasks at once."""

from .base import *  # noqa: F403
from .base import STORAGES

SECRET_KEY = "only-for-tests-and-long-enough-to-be-taken-for-a-key"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
