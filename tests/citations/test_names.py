from django.test import SimpleTestCase

from blog.citations.names import name_parts, sorted_name_parts, split_lines, spoken_name


class NameTests(SimpleTestCase):
    def test_a_directors_name_is_taken_apart(self):
        for name, expected in {
            "Jairus McLeary": {"family": "McLeary", "given": "Jairus"},
            "McLeary, Jairus": {"family": "McLeary", "given": "Jairus"},
            "Lars von Trier": {"family": "von Trier", "given": "Lars"},
            "Paul Thomas Anderson": {"family": "Anderson", "given": "Paul Thomas"},
            "Robert Downey, Jr.": {"family": "Downey", "given": "Robert", "suffix": "Jr."},
            "Madonna": {"literal": "Madonna"},
            "小津安二郎": {"literal": "小津安二郎"},
            "": {"literal": ""},
            "von": {"literal": "von"},
        }.items():
            with self.subTest(name=name):
                self.assertEqual(name_parts(name), expected)

    def test_a_listed_name_without_a_comma_stays_whole(self):
        self.assertEqual(sorted_name_parts("One  Two"), {"literal": "One Two"})
        self.assertEqual(sorted_name_parts("Two, One"), {"family": "Two", "given": "One"})
        self.assertEqual(sorted_name_parts("hooks, bell"), {"literal": "hooks, bell"})

    def test_names_stand_one_a_line_or_between_semicolons(self):
        self.assertEqual(
            split_lines("One, A.; Two, B.\n\n ; , \nThree"), ["One, A.", "Two, B.", "Three"]
        )
        self.assertEqual(split_lines(None), [])

    def test_a_name_as_one_says_it(self):
        self.assertEqual(spoken_name("Tuckman, Bruce W."), "Bruce W. Tuckman")
        self.assertEqual(spoken_name("World Health Organization"), "World Health Organization")
