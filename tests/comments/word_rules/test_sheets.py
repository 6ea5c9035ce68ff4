"""Word rules out into a file and in again."""

import csv
import io

from django.test import TestCase

from blog.comments.models import WordRule
from blog.comments.word_rules.sheets import SheetError, read_rules, store_rules, write_rules


class ReadingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        WordRule.objects.create(kind="word", words="casino")

    def outcomes(self, text):
        return [(line.number, line.outcome) for line in read_rules(text)]

    def test_each_line_says_what_it_would_do_and_nothing_is_stored(self):
        text = (
            "kind,words,action,in use,note\n"
            "word,casino,hold,yes,\n"
            "word,CASINO,reject,yes,\n"
            "host,spam.example,reject,no,from last week\n"
            "\n"
            "pattern,(a+)+$,hold,yes,\n"
            "sentence,hello,hold,yes,\n"
            "word,poker,delete,yes,\n"
            "host,Spam.example/x,hold,yes,\n"
        )
        self.assertEqual(
            self.outcomes(text),
            [(2, "same"), (3, "added"), (4, "added"), (6, "refused"), (7, "refused"),
             (8, "refused"), (9, "refused")],
        )  # fmt: skip
        self.assertEqual(WordRule.objects.count(), 1)

    def test_refusals_say_why(self):
        whys = [line.why for line in read_rules("sentence,hello\nhost,a.example\nhost,a.example\n")]
        self.assertIn("“sentence” is none of: word, host, pattern", whys[0])
        self.assertIn("The same stands in line 2.", whys[2])

    def test_a_change_is_told_from_the_same(self):
        self.assertEqual(self.outcomes("word,casino,reject\n"), [(1, "changed")])

    def test_words_alone_other_orders_and_other_delimiters_are_read(self):
        self.assertEqual(self.outcomes("poker\nonline gambling\n"), [(1, "added"), (2, "added")])
        for text in ("words;kind\nspam.example;host\n", "\ufeffwords\tkind\nspam.example\thost\n"):
            with self.subTest(text):
                self.assertEqual([line.rule.kind for line in read_rules(text)], ["host"])

    def test_too_many_lines_and_broken_quotes_are_refused_with_a_sentence(self):
        with self.assertRaisesRegex(SheetError, "more than 1000 lines"):
            read_rules("\n".join(f"word{number}" for number in range(1001)))
        with self.assertRaisesRegex(SheetError, "Line 1 cannot be read"):
            read_rules('word,"' + "x" * 200_000)

    def test_storing_adds_and_changes_and_twice_changes_nothing(self):
        text = "word,casino,reject\nword,poker\nnonsense,x\n"
        self.assertEqual(store_rules(read_rules(text)), 2)
        self.assertEqual(store_rules(read_rules(text)), 0)
        self.assertEqual(WordRule.objects.get(words="casino").action, "reject")


class WritingTests(TestCase):
    def test_what_goes_out_comes_in_the_same(self):
        for kind, words, note in (
            ("word", "=1+2", "-dangerous"), ("pattern", r"@\w+, \"x\"", "+"),
            ("word", "'quoted", ""), ("host", "spam.example", "a note, with a comma"),
        ):  # fmt: skip
            WordRule.objects.create(
                kind=kind, words=words, action="reject", is_active=False, note=note
            )
        text = write_rules(WordRule.objects.all())
        self.assertEqual({line.outcome for line in read_rules(text)}, {"same"})
        WordRule.objects.all().delete()
        self.assertEqual(store_rules(read_rules(text)), 4)

    def test_no_cell_begins_like_a_formula(self):
        for start in "=+-@":
            WordRule.objects.create(words=f"{start}cmd|x", note=f"{start}1")
        for cells in csv.reader(io.StringIO(write_rules(WordRule.objects.all()))):
            for cell in cells:
                self.assertNotIn(cell[:1], ["=", "+", "-", "@"])
