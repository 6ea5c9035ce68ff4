"""What is nearly the same, and what a link is."""

import itertools

from django.test import SimpleTestCase

from blog.comments.models import Comment
from blog.comments.spam.likeness import fill_prints, get_distance, is_near
from blog.comments.spam.links import find_links

SPAM = (
    "Win big at the best casino of the year with free spins for every reader of this site, "
    "and take your bonus today!"
)
OTHERS = [
    "The chairs in the corridor are the whole film for me, and I watched them twice.",
    "My grandmother had the same lamp on her table, and nobody was allowed to touch it.",
    "I disagree about the score, which drowns the silence that the first reel had built.",
    "最後の場面の階段がいつまでも心に残りました。祖母の家のランプを思い出します。",
    "Die Szene im Treppenhaus hat mich sehr an meine Kindheit in Leipzig erinnert.",
    "Сцена на лестнице осталась со мной надолго, хотя я смотрел её в школе.",
]


def print_of(body):
    comment = Comment(body=body)
    fill_prints(comment)
    return comment


class LikenessTests(SimpleTestCase):
    def test_case_signs_links_and_curtains_make_no_difference(self):
        for body in (
            SPAM.upper(),
            f"{SPAM} https://x.example/{'y' * 9}",
            f"||{SPAM}||",
            f"*{SPAM}*",
        ):
            with self.subTest(body):
                self.assertEqual(print_of(body).words_hash, print_of(SPAM).words_hash)

    def test_a_word_or_two_changed_is_near(self):
        for other in (
            SPAM.replace("every", "each"), SPAM.replace("year", "month"), f"Hello! {SPAM}",
            SPAM.replace("best", "greatest").replace("today", "now"),
            SPAM.replace("casino", "саsinо"),
        ):  # fmt: skip
            with self.subTest(other):
                self.assertTrue(is_near(print_of(SPAM).simhash, print_of(other).simhash))

    def test_what_has_nothing_to_do_with_each_other_is_far(self):
        for one, other in itertools.combinations([SPAM, *OTHERS], 2):
            with self.subTest(other):
                self.assertGreater(get_distance(print_of(one).simhash, print_of(other).simhash), 15)

    def test_few_words_are_near_nothing(self):
        for body in (
            "Thank you!",
            "Thank you, I loved this!",
            "ありがとう",
            "",
            "❤️❤️❤️",
            "https://a.example/",
        ):
            with self.subTest(body):
                self.assertIsNone(print_of(body).simhash)
                self.assertFalse(is_near(print_of(body).simhash, print_of(body).simhash))

    def test_prints_fit_their_columns(self):
        for number in range(50):
            self.assertLess(abs(print_of(f"{SPAM} {number}").simhash), 2**63 + 1)
        many = print_of(" ".join(f"https://h{number}.example" for number in range(99)))
        self.assertEqual(len(many.link_hosts), 20)


class LinkTests(SimpleTestCase):
    def test_what_is_a_link_and_what_is_not(self):
        cases = {
            "https://www.A.example/x, and http://b.example:8000.": ["a.example", "b.example"],
            "www.a.example": ["a.example"],
            "a-site.com, b [.] net and c dot org": ["a-site.com", "b.net", "c.org"],
            "https://user:secret@a.example/": ["a.example"],
            "https://[bad/": ["?"],
            "the end.It was fine. Com on, ready.set.go": [],
            "orla@mail.com and wren@mail.example": [],
            "3.5 of 5, v2.0, U.S.A., e.g. this": [],
        }
        for text, hosts in cases.items():
            with self.subTest(text):
                self.assertEqual(find_links(text)[0], hosts)
