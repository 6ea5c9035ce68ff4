"""Quotations, footnotes and citations between the editor and the database."""

import json

from django.test import SimpleTestCase, TestCase
from wagtail.admin.icons import get_icons
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.rich_text import (
    expand_db_html,
    extract_references_from_rich_text,
    get_text_for_indexing,
)
from wagtail.rich_text import features as rich_text_features

from blog.blocks import features
from blog.blocks.richtext.marks import MARK
from blog.citations.models import Book
from blog.films.models import FilmPage
from home.setup import lay_out_journal
from tests.factories.films import make_film
from tests.factories.posts import make_private

NOTE = '<a linktype="footnote" data-note="Words with *stress*."></a>'
QUOTATION = '<q data-source="Roger Ebert" cite="https://example.org/a?b&amp;c">come</q>'


def to_editor(html):
    return json.loads(ContentstateConverter(features.PROSE).from_database_format(html))


def to_database(*, text, kind, data, offset=0, length=1):
    block = {"key": "a", "text": text, "type": "unstyled", "depth": 0, "inlineStyleRanges": [],
             "entityRanges": [{"offset": offset, "length": length, "key": 0}]}  # fmt: skip
    entity = {"type": kind, "mutability": "IMMUTABLE", "data": data}
    state = json.dumps({"blocks": [block], "entityMap": {"0": entity}})
    return ContentstateConverter(features.PROSE).to_database_format(state)


def there_and_back(html):
    state = ContentstateConverter(features.PROSE).from_database_format(html)
    return ContentstateConverter(features.PROSE).to_database_format(state)


class RoundTripTests(SimpleTestCase):
    def test_what_is_stored_comes_back_as_it_was(self):
        for words in (
            f"He said {QUOTATION}.",
            f"A word{NOTE} and more.",
            f"A word {NOTE}, spaced.",
            f"{NOTE}At the start.",
            f"At the end{NOTE}",
            f"🎬 Two{NOTE}{NOTE} beside each other.",
            f"<b>Bold</b>{NOTE} <i>and</i> {QUOTATION} ثم النهاية{NOTE}.",
            "<q>Bare</q>",
        ):
            html = f'<p data-block-key="a">{words}</p>'
            with self.subTest(html=html):
                self.assertEqual(there_and_back(html), html)

    def test_any_words_of_a_note_come_back(self):
        note = "\"quoted\" 'single' <b>no</b> a &amp; b > c 🎬 \u202eabc"
        html = to_database(text=MARK, kind="FOOTNOTE", data={"note": note})
        entity = to_editor(html)["entityMap"]["0"]
        self.assertEqual(entity["data"]["note"], note)
        self.assertNotIn("<b>", html)

    def test_the_editor_shows_a_mark_that_is_never_stored(self):
        self.assertEqual(to_editor(f"<p>A{NOTE} b</p>")["blocks"][0]["text"], f"A{MARK} b")
        self.assertNotIn(MARK, there_and_back(f"<p>A{NOTE} b</p>"))

    def test_words_inside_a_mark_are_not_lost(self):
        html = there_and_back('<p>A <a linktype="footnote" data-note="n">word</a> b</p>')
        self.assertIn('A word<a linktype="footnote" data-note="n"></a> b', html)

    def test_no_word_of_a_mark_is_taken_for_the_text(self):
        self.assertEqual(get_text_for_indexing(f"<p>A{NOTE} b.</p>"), "A b.")


class ToolbarTests(SimpleTestCase):
    def test_no_two_buttons_look_alike_and_each_is_drawn(self):
        icons = [
            rich_text_features.get_editor_plugin("draftail", name).data["icon"]
            for name in features.PROSE
        ]
        self.assertEqual(len(icons), len(set(icons)), icons)
        sprite = get_icons()
        for icon in icons:
            self.assertIn(f'id="icon-{icon}"', sprite)


class HostileTests(SimpleTestCase):
    def test_a_script_cannot_store_what_is_no_note(self):
        for note in (None, 7, [], {}, "", "  ", "\x00"):
            with self.subTest(note=note):
                self.assertNotIn("<a", to_database(text=MARK, kind="FOOTNOTE", data={"note": note}))

    def test_nul_and_line_ends_are_left_out_of_a_note(self):
        html = to_database(text=MARK, kind="FOOTNOTE", data={"note": "a\x00b\n\nc" + "x" * 9000})
        self.assertIn('data-note="ab cx', html)
        self.assertLess(len(html), 2200)

    def test_a_source_of_another_scheme_is_dropped_and_the_words_stay(self):
        for url in ("javascript:alert(1)", "//evil.example", 7, None):
            html = to_database(
                text="come", length=4, kind="QUOTATION", data={"url": url, "source": {"a": 1}}
            )
            with self.subTest(url=url):
                self.assertIn("<q>come</q>", html)

    def test_a_citation_of_what_cannot_be_is_not_stored(self):
        for work in ("", "film-", "film-x", "film-0", "film--1", "user-1", "film-1 onclick", None,
                     "film-99999999999999999999", "film-١"):  # fmt: skip
            with self.subTest(work=work):
                data = {"work": work, "place": "1"}
                self.assertNotIn("<a", to_database(text=MARK, kind="CITATION", data=data))

    def test_attributes_are_escaped_on_the_way_out(self):
        html = expand_db_html(
            '<a linktype="citation" kind="film" id="1" data-place="&quot;&gt;<x"></a>'
        )
        self.assertNotIn("<x", html)
        html = expand_db_html('<a linktype="footnote" data-note="&lt;script&gt;&quot;"></a>')
        self.assertEqual(html, '<a data-note="&lt;script&gt;&quot;"></a>')


class CitationTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()
        cls.film = make_film(cls.tree.films, "The Work", 2017)
        cls.book = Book.objects.create(title="Sequence", authors="Tuckman, Bruce W.")

    def stored(self, kind, pk, place="12:30"):
        return f'<a linktype="citation" kind="{kind}" id="{pk}" data-place="{place}"></a>'

    def title(self, kind, pk):
        return to_editor(f"<p>A{self.stored(kind, pk)}</p>")["entityMap"]["0"]["data"]["title"]

    def test_a_citation_comes_back_as_it_was(self):
        for kind, pk in (("film", self.film.pk), ("book", self.book.pk), ("film", 999_999)):
            html = f'<p data-block-key="a">A {self.stored(kind, pk)}.</p>'
            with self.subTest(html=html):
                self.assertEqual(there_and_back(html), html)

    def test_the_editor_names_the_work(self):
        self.assertEqual(self.title("film", self.film.pk), "The Work (2017)")
        self.assertEqual(self.title("book", self.book.pk), "Bruce W. Tuckman, Sequence")

    def test_the_editor_is_told_what_readers_will_not_see(self):
        make_private(self.film)
        self.assertIn("readers cannot see this film", self.title("film", self.film.pk))
        self.assertIn("gone", self.title("film", 999_999))
        self.assertIn("gone", self.title("user", 1))

    def test_the_library_knows_what_is_cited(self):
        html = self.stored("film", self.film.pk) + self.stored("book", self.book.pk)
        html += self.stored("user", 1) + self.stored("film", "x")
        found = [reference[:2] for reference in extract_references_from_rich_text(html)]
        self.assertEqual(found, [(FilmPage, str(self.film.pk)), (Book, str(self.book.pk))])
