"""Every door by which an editor uploads a picture, tried with files that mean harm."""

import json
from io import BytesIO
from pathlib import Path
from unittest import mock

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.test import TestCase
from django.urls import reverse
from PIL import Image as Drawing
from wagtail.models import UploadedFile

from blog.accounts.actions import make_owner
from blog.images.files import PictureFormField
from blog.images.models import Image
from tests.factories.accounts import PASSWORD
from tests.factories.images import ImageFactory, draw

from .hostile import (
    FEW_ANIMATION_PIXELS,
    hostile_files,
    odd_but_sound_files,
    one_of_each_kind,
)


def upload(name, content):
    return SimpleUploadedFile(name, content, content_type="image/jpeg")


class UploadTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.owner = make_owner("owner@example.org", PASSWORD)

    def setUp(self):
        self.client.force_login(self.owner)

    def add(self, name, content, **fields):
        data = {"title": "Chairs", "file": upload(name, content)}
        return self.client.post(reverse("wagtailimages:add"), data | fields)

    def add_multiple(self, name, content, **fields):
        data = {"title": name, "files[]": upload(name, content)}
        response = self.client.post(reverse("wagtailimages:add_multiple"), data | fields)
        return json.loads(response.content)

    def add_in_chooser(self, name, content):
        prefix = "image-chooser-upload"
        data = {f"{prefix}-title": "Chairs", f"{prefix}-file": upload(name, content)}
        return self.client.post(reverse("wagtailimages_chooser:create"), data)


@mock.patch("blog.lib.pictures.MAX_ANIMATION_PIXELS", FEW_ANIMATION_PIXELS)
class HostileUploadTests(UploadTestCase):
    def test_the_field_answers_each_with_a_sentence(self):
        for name, (content, sentence) in hostile_files().items():
            with self.subTest(name), self.assertRaisesMessage(ValidationError, sentence):
                PictureFormField().clean(upload(name, content))

    def test_the_form_shows_the_sentence(self):
        for name, content, sentence in one_of_each_kind():
            with self.subTest(name):
                self.assertContains(self.add(name, content), sentence)
        self.assertFalse(Image.objects.exists())

    def test_the_form_for_many_shows_the_sentence_and_keeps_nothing(self):
        for name, content, sentence in one_of_each_kind():
            with self.subTest(name):
                answer = self.add_multiple(name, content)
                self.assertFalse(answer["success"])
                self.assertIn(sentence, answer["error_message"])
        self.assertFalse(Image.objects.exists() or UploadedFile.objects.exists())

    def test_the_chooser_shows_the_sentence(self):
        for name, content, sentence in one_of_each_kind():
            with self.subTest(name):
                answer = json.loads(self.add_in_chooser(name, content).content)
                self.assertEqual(answer["step"], "reshow_creation_form")
                self.assertIn(sentence, answer["htmlFragment"])
        self.assertFalse(Image.objects.exists())

    def test_a_file_that_is_too_large_is_refused_before_it_is_read(self):
        large = upload("a.jpg", draw())
        large.size = 15 * 1024 * 1024 + 1
        with (
            mock.patch("blog.images.files.clean_picture") as read,
            self.assertRaisesMessage(ValidationError, "This file is too big"),
        ):
            PictureFormField().clean(large)
        read.assert_not_called()

    def test_more_than_fifteen_megabytes_are_refused(self):
        response = self.add("large.jpg", draw() + bytes(15 * 1024 * 1024))
        self.assertIn("This file is too big", str(response.context["form"].errors["file"]))

    def test_a_replacement_that_is_broken_keeps_the_picture(self):
        image = ImageFactory()
        before = image.file.name
        url = reverse("wagtailimages:edit", args=[image.pk])
        data = {"title": "Chairs", "file": upload("new.jpg", draw((300, 200))[:150])}
        response = self.client.post(url, data)
        self.assertIn("broken or cut short", str(response.context["form"].errors["file"]))
        image.refresh_from_db()
        self.assertEqual(image.file.name, before)
        self.assertTrue(image.file.storage.exists(before))


class UploadTests(UploadTestCase):
    def test_odd_pictures_are_taken_and_come_out_plain(self):
        for name, content in odd_but_sound_files().items():
            with self.subTest(name):
                self.assertRedirects(self.add(name, content), reverse("wagtailimages:index"))
                stored = Image.objects.latest("pk")
                body = stored.file.read()
                with Drawing.open(BytesIO(body)) as picture:
                    self.assertIn((picture.format, picture.mode), PLAIN)
                    self.assertEqual(getattr(picture, "n_frames", 1), 1)
                    self.assertEqual(picture.size, (stored.width, stored.height))
                self.assertEqual(stored.file_size, len(body))
                for hidden in (b"script", b"evil", b"Exif"):
                    self.assertNotIn(hidden, body)

    def test_each_door_takes_a_sound_picture(self):
        self.add("chairs.jpg", draw())
        self.assertTrue(self.add_multiple("room.png", draw(file_format="PNG"))["success"])
        answer = json.loads(self.add_in_chooser("window.webp", draw((70, 50))).content)
        self.assertEqual(answer["step"], "reshow_creation_form")  # a JPEG by the wrong name
        answer = json.loads(self.add_in_chooser("window.jpg", draw((70, 50))).content)
        self.assertEqual(answer["step"], "chosen")
        self.assertEqual(Image.objects.count(), 3)

    def test_a_large_upload_on_disk_is_taken_like_one_in_memory(self):
        file = TemporaryUploadedFile("chairs.jpg", "image/jpeg", 0, None)
        file.write(draw((80, 60)) + b"trailing words")
        file.seek(0)
        file.size = len(draw((80, 60))) + 14
        clean = PictureFormField().to_python(file)
        body = Path(clean.temporary_file_path()).read_bytes()
        self.assertEqual(len(body), clean.size)
        self.assertNotIn(b"trailing", body)

    def test_the_form_asks_what_the_picture_shows_and_who_made_it(self):
        response = self.client.get(reverse("wagtailimages:add"))
        self.assertContains(response, "Alternative text")
        self.assertContains(response, "What the picture shows, for people who cannot see it.")
        self.assertContains(response, "Who made it, and where it is from.")

    def test_words_about_a_picture_are_kept(self):
        self.add("chairs.jpg", draw(), description="Two chairs", credit="Ines Vale")
        image = Image.objects.get()
        self.assertEqual((image.description, image.credit), ("Two chairs", "Ines Vale"))
        self.assertEqual(image.uploaded_by_user, self.owner)

    def test_an_upload_that_waits_for_a_shorter_title_is_clean_too(self):
        answer = self.add_multiple("chairs.jpg", draw(comment=b"Telltale"), title="long " * 60)
        self.assertIn("uploaded_file_id", answer)
        waiting = UploadedFile.objects.get()
        self.assertNotIn(b"Telltale", waiting.file.read())
        url = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk])
        data = {f"uploaded-image-{waiting.pk}-title": "Chairs"}
        self.assertTrue(json.loads(self.client.post(url, data).content)["success"])
        self.assertNotIn(b"Telltale", Image.objects.get().file.read())

    def test_a_replaced_file_replaces_its_renditions(self):
        image = ImageFactory(size=(300, 100))
        url = reverse("wagtailimages:edit", args=[image.pk])
        self.client.post(url, {"title": "Chairs", "file": upload("new.jpg", draw((40, 20)))})
        image.refresh_from_db()
        self.assertEqual((image.width, image.height), (40, 20))
        self.assertTrue(image.renditions.exists())
        self.assertLessEqual(max(image.renditions.values_list("width", flat=True)), 40)


PLAIN = {("JPEG", "RGB"), ("JPEG", "L"), ("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "L")}
