from django.test import SimpleTestCase

from blog.lib.html_text import html_text


class HtmlTextTests(SimpleTestCase):
    def check(self, html, text):
        self.assertEqual(html_text(html), text)

    def test_nothing_is_nothing(self):
        for html in ("", "   ", "<p></p>", "<ul><li></li></ul>"):
            with self.subTest(html=html):
                self.check(html, "")

    def test_a_blank_line_parts_paragraphs_and_headings(self):
        self.check("<h2>A</h2><p>b\n  c</p><p>d<br>e</p>", "A\n\nb c\n\nd\ne")

    def test_inline_tags_part_no_words(self):
        self.check("<p>un<i>bro</i>ken, <b>two</b> words</p>", "unbroken, two words")

    def test_lists_keep_their_marks_and_numbers(self):
        html = "<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul><ol start='3'><li>d</li></ol>"
        self.check(html, "- a\n- b\n  1. c\n3. d")

    def test_a_quotation_is_marked_on_every_line(self):
        self.check("<blockquote><p>a<br>b</p><p>c</p></blockquote><p>d</p>", "> a\n> b\n\n> c\n\nd")

    def test_an_address_follows_its_words_unless_it_is_them(self):
        self.check('<p><a href="https://a.example/">here</a>.</p>', "here <https://a.example/>.")
        self.check(
            '<p><a href="https://a.example/">https://a.example/</a></p>', "https://a.example/"
        )

    def test_a_picture_is_its_words(self):
        self.check('<p><img src="a" alt="Two men"><img src="b" alt=""></p>', "[Two men]")

    def test_a_raised_number_stands_in_brackets(self):
        self.check("<p>leg.<sup>1</sup> On.</p>", "leg.[1] On.")

    def test_signs_are_signs_again(self):
        self.check("<p>&lt;b&gt; &amp; &#233; 🎬 שלום</p>", "<b> & é 🎬 שלום")

    def test_a_bad_number_of_a_list_is_forgiven(self):
        self.check('<ol start="many"><li>a</li></ol>', "1. a")
