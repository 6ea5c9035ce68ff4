"""The demo journal, loaded once for the tests of it, with small pictures."""

import shutil
import tempfile
from io import BytesIO, StringIO
from pathlib import Path
from unittest import mock

import PIL.Image
from django.core.management import call_command
from django.test import TestCase, override_settings

from blog.posts.models import PostIndexPage
from home.demo.shelf import ARTWORK

# Renditions are made when a page shows them; all of them at once would take minutes.
NO_TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


def load():
    out = StringIO()
    call_command("demo", stdout=out)
    return out.getvalue()


def small_artwork():
    """Return a folder with a small picture for every drawing: sizes are made of each."""
    picture = BytesIO()
    PIL.Image.new("RGB", (60, 90)).save(picture, "WEBP")
    folder = Path(tempfile.mkdtemp())
    for drawing in ARTWORK.glob("*.webp"):
        (folder / drawing.name).write_bytes(picture.getvalue())
    return folder


@override_settings(TASKS=NO_TASKS)
class DemoTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        folder = small_artwork()
        cls.addClassCleanup(shutil.rmtree, folder)
        patch = mock.patch("home.demo.shelf.ARTWORK", folder)
        patch.start()
        cls.addClassCleanup(patch.stop)
        cls.output = load()
        cls.journal = PostIndexPage.objects.get()
