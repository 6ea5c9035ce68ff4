"""The accounts and the drawings that the demo journal brings."""

import PIL.Image
from django.test import SimpleTestCase, TestCase, override_settings

from blog.accounts.models import User
from home.demo.accounts import make_demo_accounts
from home.demo.content import read
from home.demo.shelf import ARTWORK


class DemoAccountsTests(TestCase):
    @override_settings(DEMO_PASSWORD="open sesame")
    def test_a_given_password_is_used_and_not_told_again(self):
        self.assertIsNone(make_demo_accounts())
        self.assertTrue(User.objects.get(email="owner@example.org").check_password("open sesame"))

    def test_an_account_that_is_there_keeps_its_password(self):
        owner = User.objects.create_user("Owner@example.org", "mine", display_name="Me")
        password = make_demo_accounts()
        owner.refresh_from_db()
        self.assertTrue(owner.check_password("mine"))
        self.assertFalse(owner.is_superuser)
        self.assertTrue(User.objects.get(email="editor@example.org").check_password(password))


class ArtworkTests(SimpleTestCase):
    def test_every_drawing_is_whole_and_described_and_light(self):
        drawings = {path.stem: path for path in ARTWORK.glob("*.webp")}
        self.assertEqual(set(drawings), set(read("images.toml")["alt"]))
        self.assertLess(sum(path.stat().st_size for path in drawings.values()), 3_000_000)
        for name, path in drawings.items():
            with self.subTest(drawing=name), PIL.Image.open(path) as picture:
                picture.load()
                self.assertGreaterEqual(picture.width, 800)
