"""The signs in which the demo's essays are written."""

from unittest import mock

from django.test import SimpleTestCase

from home.demo.markup import to_rich_text

QUOTE = """
[[quote]]
key = "a"
text = "a"
provenance = "heard"
saved = 2024-01-01T00:00:00Z
"""


class MarkupTests(SimpleTestCase):
    def test_prose_becomes_the_editors_rich_text(self):
        page = mock.Mock(pk=7)
        self.assertEqual(
            to_rich_text("## A\n\nb *c* **d** [e](film:f)", lambda name: page),
            '<h2>A</h2><p>b <i>c</i> <b>d</b> <a linktype="page" id="7">e</a></p>',
        )

    def test_verses_keep_their_lines(self):
        self.assertEqual(to_rich_text("one\ntwo", None), "<p>one<br/>two</p>")

    def test_a_list_keeps_its_items(self):
        self.assertEqual(to_rich_text("- a\n- b", None), "<ul><li>a</li><li>b</li></ul>")

    def test_a_quotation_in_a_sentence_has_its_source_or_none(self):
        self.assertEqual(
            to_rich_text(
                "he said [*no* & go](<quote:Tuckman, “1965” & after>), [so](quote:)", None
            ),
            '<p>he said <q data-source="Tuckman, “1965” &amp; after"><i>no</i> &amp; go</q>, '
            "<q>so</q></p>",
        )

    def test_a_note_keeps_its_words_to_itself(self):
        self.assertEqual(
            to_rich_text('a^[The *b* is "c" [d](https://example.org/).] e', None),
            '<p>a<a linktype="footnote" data-note="The *b* is &quot;c&quot; '
            '[d](https://example.org/)."></a> e</p>',
        )

    def test_a_citation_finds_its_work(self):
        works = {"film:f": mock.Mock(pk=7), "book:b": mock.Mock(pk=8)}
        self.assertEqual(
            to_rich_text("a[@film:f 12:30] b,[@book:b]", works.__getitem__),
            '<p>a<a linktype="citation" kind="film" id="7" data-place="12:30"></a> b,'
            '<a linktype="citation" kind="book" id="8"></a></p>',
        )
