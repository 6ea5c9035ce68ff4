"""Where an author stopped."""

import json

from django.test import SimpleTestCase

from blog.editorial.desk.last_line import LONGEST, last_line


def prose(*paragraphs):
    return {"type": "prose", "value": "".join(f"<p>{words}</p>" for words in paragraphs), "id": "1"}


class LastLineTests(SimpleTestCase):
    def test_nothing_was_written(self):
        for stored in ("", None, "[]", [], [prose("")], [prose("  ")], [{"type": "x", "value": 3}]):
            with self.subTest(stored):
                self.assertEqual(last_line(stored), "")

    def test_the_last_sentence(self):
        cases = {
            "He sat down in the chair. And then I stood, and stayed where I was.": (
                "And then I stood, and stayed where I was."
            ),
            "Only a beginning": "Only a beginning",
            "“Is it over, do you think?” I asked him. “It is over for all of us now.”": (
                "“It is over for all of us now.”"
            ),
            # Too short to say where it was: the sentence before comes along.
            "There was one room and a chair in it. He left.": (
                "There was one room and a chair in it. He left."
            ),
            "Tom &amp; <b>Jerry</b> walk on, and <i>nobody</i> follows.": (
                "Tom & Jerry walk on, and nobody follows."
            ),
            "ישבתי שם גם כן, ליד החלון. זה היה קר מאוד בחדר הזה כל הלילה.": (
                "זה היה קר מאוד בחדר הזה כל הלילה."
            ),
        }
        for words, line in cases.items():
            with self.subTest(words):
                self.assertEqual(last_line([prose(words)]), line)

    def test_the_last_block_with_words_of_the_authors_own(self):
        stored = [
            prose("The first paragraph stands here."),
            {"type": "aside", "value": {"title": "", "text": "<p>A thought in the margin.</p>"}},
            {"type": "quotation", "value": {"text": "<p>Somebody else said this to me.</p>"}},
            {"type": "film_card", "value": {"film": 3, "note": ""}},
            {"type": "scene_break", "value": None},
            {"type": "aside", "value": None},
        ]
        self.assertEqual(last_line(json.dumps(stored)), "A thought in the margin.")

    def test_of_a_long_sentence_the_end(self):
        line = last_line([prose("word " * 200 + "and the end")])
        self.assertLessEqual(len(line), LONGEST + 1)
        self.assertTrue(line.startswith("…word "), line)
        self.assertTrue(line.endswith("and the end"), line)
        self.assertEqual(last_line([prose("😀" * 400)]), "…" + "😀" * LONGEST)
