"""What a paste brings along, and what it may never take away."""

import re

from django.test import SimpleTestCase
from django.utils.html import strip_tags
from wagtail.rich_text import get_text_for_indexing

from blog.blocks.richtext.tidy import readable, tidy
from blog.blocks.text import ProseBlock

NOTE = '<a linktype="footnote" data-note="n"></a>'
CITE = '<a linktype="citation" kind="film" id="1"></a>'


class TidyTests(SimpleTestCase):
    def test_blank_runs_go(self):
        for blank in ('<p data-block-key="x"></p>', "<p><br/></p>" * 3, "<p> &nbsp;\u00a0</p>"):
            with self.subTest(blank=blank):
                self.assertEqual(tidy(f"<p>A</p>{blank}<p>B</p>"), "<p>A</p><p>B</p>")

    def test_a_paragraph_that_holds_a_note_alone_stays(self):
        self.assertIn(NOTE, tidy(f"<p>A</p><p>{NOTE}</p>"))

    def test_doubled_marks_become_one(self):
        for words, tidied in {
            "““The room””": "“The room”",
            '""The room.""': '"The room."',
            "«»": "«»",
            'He said "so" and “so”': 'He said "so" and “so”',
            '5\' 10""': "5' 10\"",
            "“‘So,’ he said”": "“‘So,’ he said”",
        }.items():
            with self.subTest(words=words):
                self.assertEqual(tidy(f"<li>{words}</li>"), f"<li>{tidied}</li>")

    def test_marks_within_a_quotation_go(self):
        self.assertEqual(tidy('<p><q cite="u">“So,”</q></p>'), '<p><q cite="u">So,</q></p>')
        self.assertEqual(tidy("<p><q>So</q></p>"), "<p><q>So</q></p>")

    def test_attributes_are_left_alone(self):
        html = '<p><a linktype="footnote" data-note="a &quot;&quot;b&quot;&quot;"></a></p>'
        self.assertEqual(tidy(html), html)

    def test_no_word_is_lost(self):
        html = (
            f"<p>““A”” {NOTE}b</p><p></p><ul><li>“”c</li></ul><p>d<br/><br/>e &lt;f&gt; 🎬 نص</p>"
        )
        before, after = (re.findall(r"\w", strip_tags(text)) for text in (html, tidy(html)))
        self.assertEqual(before, after)

    def test_nothing_stays_nothing(self):
        for html in ("", None, "<p></p>", '<p data-block-key="a"><br/></p>'):
            with self.subTest(html=html):
                self.assertEqual(tidy(html), html)

    def test_it_happens_when_the_block_is_saved(self):
        block = ProseBlock()
        value = block.clean(block.to_python("<p>““A””</p><p></p><p>B</p>"))
        self.assertIn("“A”", value.source)
        self.assertEqual(value.source.count("<p"), 2)


class ReadableTests(SimpleTestCase):
    def read(self, html):
        return get_text_for_indexing(readable(html))

    def test_a_citation_leaves_no_space_before_a_stop(self):
        self.assertEqual(
            self.read(f"<p>Held {CITE}. And{NOTE} more {CITE}, so.</p>"), "Held. And more, so."
        )
        self.assertEqual(self.read(f"<p>Held {CITE} there.</p>"), "Held  there.")

    def test_a_quotation_has_marks(self):
        self.assertEqual(self.read('<p>He said <q cite="u">so</q>.</p>'), "He said “so”.")
        self.assertEqual(self.read("<p>a <quark>b</quark></p>"), "a b")

    def test_search_and_excerpts_read_it_so(self):
        block = ProseBlock()
        value = block.to_python(f"<p><q>Held</q> {CITE}.</p>")
        self.assertEqual(block.get_searchable_content(value), ["“Held”."])
