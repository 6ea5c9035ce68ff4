"""The demo's accounts and drawings, and the demo on a journal that lacks a section."""

import PIL.Image
from django.test import SimpleTestCase, TestCase, override_settings

from blog.accounts.models import User
from home.demo.accounts import make_demo_accounts
from home.demo.content import read
from home.demo.shelf import ARTWORK, Shelf
from home.demo.shell import dress
from home.models import FooterMenuItem
from home.setup import lay_out_journal

from .demo_ground import NO_TASKS


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


@override_settings(TASKS=NO_TASKS)
class DemoOnASmallerJournalTests(TestCase):
    def test_a_section_that_was_deleted_is_in_no_menu(self):
        laid_out = lay_out_journal()
        laid_out.diary.delete()
        make_demo_accounts()
        laid_out = lay_out_journal()
        dress(laid_out, Shelf())
        labels = FooterMenuItem.objects.values_list("label", flat=True)
        self.assertNotIn("Diary", labels)
        self.assertIn("Privacy", labels)
