"""Measuring on labelled comments: what a file must be, and what is said of it."""

from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management import CommandError, call_command
from django.test import SimpleTestCase, TestCase

from blog.comments.models import Comment, RateCount, SpamToken, WordRule
from blog.comments.spam.measuring.reading import CsvError, read_labelled
from blog.comments.spam.measuring.running import split_by_time

LABELLED = Path(__file__).with_name("labelled.csv")


class FileTestCase(SimpleTestCase):
    def write(self, content):
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        path = Path(folder.name) / "some.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


class ReadingTests(FileTestCase):
    def test_what_cannot_be_read_is_refused_with_a_sentence(self):
        cases = [
            ("", "no column looks like the text.*nothing"),
            ("a,b\n1,2\n", 'no column looks like the text. Name it with --text.*"a", "b"'),
            ("content,b\nx,2\n", "no column looks like the label"),
            ("content,class\nx,maybe\n", 'line 2: the label "maybe" is neither'),
            ("content,class,date\nx,1,tomorrow\n", 'line 2: the date "tomorrow"'),
            (b"content,class\n\xff\xfe,1\n", "byte 14: this is no text in UTF-8"),
        ]
        for content, sentence in cases:
            with self.subTest(sentence), self.assertRaisesRegex(CsvError, sentence):
                read_labelled(self.write(content))
        with self.assertRaisesRegex(CsvError, "No such file"):
            read_labelled("/nowhere/some.csv")
        with self.assertRaisesRegex(CsvError, 'no column "words", only "content", "class"'):
            read_labelled(self.write("content,class\nx,1\n"), text="words")

    def test_columns_are_guessed_or_named_in_any_order_and_with_any_delimiter(self):
        for content, columns in (
            ("class,content\nspam,Buy\n", {}),
            ("\ufeffLabel;Text;Author\n1;Buy;Bo\n", {}),
            ("a\tb\nyes\tBuy\n", {"text": "B", "label": "a"}),
        ):
            with self.subTest(content):
                row = read_labelled(self.write(content), **columns)[0]
                self.assertEqual((row.text, row.is_spam), ("Buy", True))

    def test_html_is_undone_and_empty_rows_are_passed_over(self):
        rows = read_labelled(self.write('content,class\n"a&amp;b<br />c",0\n,0\n\n"\0x",ham\n'))
        self.assertEqual([row.text for row in rows], ["a&b\nc", "x"])

    def test_time_decides_what_is_learned_from(self):
        content = "content,class,date\nthird,0,2026-03-03\nfirst,0,2026-03-01\nafter it,1,\n"
        training, test = split_by_time(read_labelled(self.write(content)), 0.67)
        self.assertEqual([row.text for row in training], ["first", "after it"])
        self.assertEqual([row.text for row in test], ["third"])


class CommandTests(FileTestCase, TestCase):
    def run_on(self, *paths, **options):
        out = StringIO()
        call_command("measure_spam", *map(str, paths), stdout=out, **options)
        return out.getvalue()

    def test_spam_is_held_and_trusted_readers_are_not(self):
        report = self.run_on(LABELLED)
        self.assertIn("Learned from 80 comments", report)
        self.assertIn("met     at most 1 % of spam published: 0.0%", report)
        self.assertIn("met     no ham discarded: 0.0%", report)
        self.assertRegex(report, r"met     at most 5 % of trusted ham held: [0-4]\.\d%")

    def test_nothing_is_stored_and_only_the_rules_are_asked_for(self):
        with self.assertNumQueries(1):
            self.run_on(LABELLED)
        for model in (Comment, SpamToken, RateCount):
            self.assertFalse(model.objects.exists())

    def test_a_rule_that_rejects_shows_in_what_is_discarded(self):
        WordRule.objects.create(words="staircase", action="reject")
        self.assertIn("MISSED  no ham discarded", self.run_on(LABELLED))

    def test_too_little_and_nonsense_are_refused_with_a_sentence(self):
        path = self.write("content,class\nx,1\n")
        with self.assertRaisesRegex(CommandError, "1 comments are too few"):
            self.run_on(path)
        for share in ("0", "1", "half", "nan"):
            with self.subTest(share), self.assertRaisesRegex(CommandError, "is no share"):
                self.run_on(LABELLED, train=share)
        with self.assertRaisesRegex(CommandError, "neither spam nor ham"):
            self.run_on(self.write("content,class\nx,2\n"))

    def test_a_filter_that_learned_too_little_is_said_to_be_silent(self):
        report = self.run_on(LABELLED, train="0.1")
        self.assertIn("too little for the filter", report)
        self.assertIn("needs --topic", report)
