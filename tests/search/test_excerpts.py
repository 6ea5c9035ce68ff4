from django.test import SimpleTestCase

from blog.search.excerpts import excerpt, fold_in_place, mark_words, query_words


class ExcerptTests(SimpleTestCase):
    def test_markup_in_a_text_is_escaped(self):
        self.assertEqual(
            mark_words("<b>held</b> & kept", ["held"]),
            "&lt;b&gt;<mark>held</mark>&lt;/b&gt; &amp; kept",
        )

    def test_quotes_and_operators_are_no_words(self):
        self.assertEqual(query_words('"held down" OR -up ('), ["down", "held", "up"])
        self.assertEqual(query_words('"'), [])

    def test_folding_keeps_every_place(self):
        for text in ("Amélie", "İstanbul", "ß ﬁ ½", "日本語", "🎬 é"):
            with self.subTest(text=text):
                self.assertEqual(len(fold_in_place(text)), len(text))

    def test_a_word_is_marked_whatever_its_case_and_accents(self):
        self.assertEqual(
            mark_words("Amélie, AMELIE", ["amelie"]), "<mark>Amélie</mark>, <mark>AMELIE</mark>"
        )

    def test_an_excerpt_stands_around_the_found_word(self):
        text = "one " * 100 + "medicine " + "two " * 100
        found = excerpt(text, ["medicine"])
        self.assertIn("<mark>medicine</mark>", found)
        self.assertTrue(found.startswith("… "))
        self.assertTrue(found.endswith(" …"))
        self.assertLess(len(found), 230)

    def test_a_text_without_the_word_begins_at_its_beginning(self):
        self.assertEqual(excerpt("A short text.", ["none"]), "A short text.")
