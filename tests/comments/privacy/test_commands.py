"""What the owner does at the command line for a reader who asks."""

import json
import stat
import tempfile
from io import StringIO
from pathlib import Path
from unittest.mock import patch

from django.core.management import CommandError, call_command
from django.test import TestCase

from blog.comments.commenters.merging import merge
from blog.comments.models import Comment, Commenter
from home.setup import lay_out_journal
from tests.comments.commenters.readers import make_reader
from tests.factories.comments import make_comment
from tests.factories.posts import make_post

from .dump import find_everywhere

ADDRESS = "zephyrine@mail.example"


class CommandTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.post = make_post(lay_out_journal().journal, "Held down")
        cls.row = make_reader(ADDRESS, name="Zephyrine", note="Polite.")
        cls.comment = make_comment(cls.post, "The chäirs.", name="Zephyrine", email=ADDRESS)
        make_comment(cls.post, "Waiting.", name="Zephyrine", email=ADDRESS, status="pending")

    def run_command(self, *args):
        out = StringIO()
        call_command(*args, stdout=out)
        return out.getvalue()

    def refuse(self, sentence, *args):
        with self.assertRaisesMessage(CommandError, sentence):
            self.run_command(*args)

    def test_an_unknown_address_is_a_sentence(self):
        for address in ("nobody@mail.example", "", "x\0y", "‮😀"):
            self.refuse("Nothing was ever written here", "export_reader", address)
            self.refuse(
                "Nothing was ever written here", "erase_reader", address, "--text=keep", "--yes"
            )

    def test_what_becomes_of_the_words_must_be_said(self):
        self.refuse("--text", "erase_reader", ADDRESS, "--yes")
        self.refuse("invalid choice", "erase_reader", ADDRESS, "--text=all", "--yes")
        self.assertTrue(Commenter.objects.filter(email=ADDRESS).exists())

    def test_without_a_yes_nothing_is_erased(self):
        for answer in ("", "no", "y"):
            with patch("builtins.input", return_value=answer):
                self.refuse("Nothing was erased.", "erase_reader", ADDRESS, "--text=remove")
        with patch("builtins.input", side_effect=EOFError):
            self.refuse("Nothing was erased.", "erase_reader", ADDRESS, "--text=remove")
        self.assertEqual(Comment.objects.count(), 2)

    def test_a_file_that_is_there_is_not_written_over(self):
        with tempfile.TemporaryDirectory() as folder:
            there = Path(folder, "there.json")
            there.write_text("Mine.")
            for target in (there, Path(folder), Path(folder, "no", "such.json")):
                self.refuse("cannot be written", "export_reader", ADDRESS, str(target))
            self.refuse("cannot be written", "export_reader", ADDRESS, "a\0b")
            self.assertEqual(there.read_text(), "Mine.")

    def test_the_export_is_printed_or_written_for_the_owner_alone(self):
        printed = json.loads(self.run_command("export_reader", ADDRESS.upper()))
        self.assertEqual(printed["person"]["note"], "Polite.")
        self.assertEqual([one["words"] for one in printed["comments"]], ["The chäirs.", "Waiting."])
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder, "reader.json")
            said = self.run_command("export_reader", ADDRESS, str(target))
            self.assertIn("2 comments", said)
            self.assertEqual(json.loads(target.read_text(encoding="utf-8")), printed)
            self.assertEqual(stat.S_IMODE(target.stat().st_mode), 0o600)

    def test_erasing_keeps_or_removes_the_words(self):
        said = self.run_command("erase_reader", ADDRESS, "--text=keep", "--yes")
        self.assertIn("1 comments removed, 1 kept without a name", said)
        self.assertEqual(Comment.objects.get().body, "The chäirs.")
        self.assertEqual(find_everywhere("zephyrine"), [])

    def test_a_yes_can_be_typed(self):
        with patch("builtins.input", return_value="Yes"):
            self.run_command("erase_reader", ADDRESS, "--text=remove")
        self.assertEqual(find_everywhere("zephyrine"), [])

    def test_other_addresses_of_the_person_are_named(self):
        merge(make_reader("other@mail.example"), self.row)
        said = self.run_command("erase_reader", ADDRESS, "--text=remove", "--yes")
        self.assertIn("other@mail.example, which stays", said)
