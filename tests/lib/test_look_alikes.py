"""Words that look the same have the same form, and words that do not have not."""

from django.test import SimpleTestCase

from blog.lib.look_alikes import fold_look_alikes


class LookAlikeTests(SimpleTestCase):
    def test_case_accents_forms_and_what_cannot_be_seen_make_no_difference(self):
        for word in (
            "casino", "CASINO", "Cásínö", "саѕіno", "ｃａｓｉｎｏ", "𝓬𝓪𝓼𝓲𝓷𝓸", "ca\u200bsi\u00adno",
            "c\u0336a\u0336sino", "\u202ecasino", "ca\u034fsino\ufe0f", "c\u20ddasino",
        ):  # fmt: skip
            with self.subTest(ascii(word)):
                self.assertEqual(fold_look_alikes(word), "casino")

    def test_a_word_in_capitals_is_the_same_word_in_any_script(self):
        for word in ("казино", "νύχτα", "вечность", "straße", "ñandú"):
            with self.subTest(word):
                self.assertEqual(fold_look_alikes(word.upper()), fold_look_alikes(word))

    def test_marks_that_are_letters_of_their_script_stay(self):
        for one, other in (("कुल", "कल"), ("が", "か"), ("กี่", "กา"), ("한", "하")):
            with self.subTest(one):
                self.assertNotEqual(fold_look_alikes(one), fold_look_alikes(other))

    def test_voiced_kana_and_hangul_come_out_as_they_are_written(self):
        self.assertEqual(fold_look_alikes("が한"), "が한")

    def test_nothing_and_only_unseen_characters_become_nothing(self):
        self.assertEqual(fold_look_alikes(""), "")
        self.assertEqual(fold_look_alikes("\u200b\u2060\ufeff"), "")
