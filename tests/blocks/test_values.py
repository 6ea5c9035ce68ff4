"""What the blocks know, without a page around them."""

from django.test import SimpleTestCase, TestCase
from wagtail import blocks
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError

from blog.blocks.lists import LinksBlock
from blog.blocks.media import PictureBlock, TrailerBlock
from blog.blocks.models import ContentNoteBlock
from blog.blocks.plain import stream_text
from blog.blocks.text import AsideBlock, ProseBlock, SpoilerBlock
from blog.lib.links import web_address
from blog.quotes.blocks import PullQuoteBlock
from home.setup import lay_out_journal
from tests.factories.films import make_film
from tests.factories.posts import make_private

VIDEO = "https://youtu.be/dQw4w9WgXcQ"


class AddressTests(SimpleTestCase):
    def test_only_web_addresses_are_printed_in_links(self):
        for url in (
            None,
            "",
            "javascript:alert(1)",
            "//evil.example",
            "http://",
            "http://[x",
            "mailto:a@b",
        ):
            with self.subTest(url=url):
                self.assertEqual(web_address(url), "")
        self.assertEqual(web_address(" https://example.org/a "), "https://example.org/a")


class TrailerTests(SimpleTestCase):
    def test_an_unknown_host_is_refused_with_a_sentence(self):
        block = TrailerBlock()
        value = block.to_python({"url": "https://video.example/watch/1"})
        with self.assertRaises(StructBlockValidationError) as caught:
            block.clean(value)
        self.assertIn("YouTube, Vimeo or a PeerTube", caught.exception.block_errors["url"].message)

    def test_an_unknown_host_may_wait_in_a_draft_and_is_never_framed(self):
        block = TrailerBlock()
        value = block.clean_deferred(block.to_python({"url": "https://video.example/watch/1"}))
        self.assertEqual(value.embed_url, "")
        self.assertEqual(value.watch_url, "https://video.example/watch/1")

    def test_a_script_is_no_address_to_watch(self):
        self.assertEqual(TrailerBlock().to_python({"url": "javascript:alert(1)"}).watch_url, "")

    def test_a_known_host_gives_a_player_and_a_page(self):
        value = TrailerBlock().clean(TrailerBlock().to_python({"url": VIDEO}))
        self.assertTrue(value.embed_url.startswith("https://www.youtube-nocookie.com/embed/"))
        self.assertEqual(value.host, "youtube-nocookie.com")


class ContentNoteTests(SimpleTestCase):
    def test_a_note_names_its_degree(self):
        for raw, text in (
            ({}, ""),
            ({"subject": "", "degree": "shown"}, ""),
            ({"subject": "grief"}, "grief"),
            ({"subject": "grief", "degree": "nonsense"}, "grief"),
            ({"subject": "grief", "degree": "discussed"}, "grief, discussed"),
        ):
            with self.subTest(raw=raw):
                self.assertEqual(str(ContentNoteBlock().to_python(raw).text), text)


class StreamTextTests(SimpleTestCase):
    body = blocks.StreamBlock(
        [
            ("prose", ProseBlock()),
            ("spoiler", SpoilerBlock()),
            ("aside", AsideBlock()),
            ("pull_quote", PullQuoteBlock()),
        ]
    )

    def stream(self, *children):
        return self.body.to_python([{"type": kind, "value": value} for kind, value in children])

    def test_what_a_spoiler_hides_is_in_no_text_but_the_count(self):
        stream = self.stream(
            ("prose", "<p>In the <i>open</i>.</p>"),
            ("spoiler", {"label": "How it ends", "body": "<p>canary</p>"}),
        )
        self.assertEqual(stream_text(stream), "In the open.")
        self.assertIn("canary", stream_text(stream, spoilers=True))
        self.assertEqual(self.body.get_searchable_content(stream), ["In the open.", "How it ends"])

    def test_a_pull_quote_is_not_counted_twice(self):
        stream = self.stream(("prose", "<p>Stay put.</p>"), ("pull_quote", {"text": "Stay put."}))
        self.assertEqual(stream_text(stream), "Stay put.")

    def test_an_unfinished_body_has_no_words(self):
        stream = self.stream(
            ("prose", ""), ("spoiler", {}), ("aside", {}), ("aside", {"title": None})
        )
        self.assertEqual(stream_text(stream, spoilers=True), "")
        self.assertEqual(stream_text(None), "")

    def test_only_the_named_blocks_are_taken(self):
        stream = self.stream(("prose", "<p>Kept.</p>"), ("aside", {"text": "<p>Left out.</p>"}))
        self.assertEqual(stream_text(stream, names={"prose"}), "Kept.")


class RequiredFieldTests(SimpleTestCase):
    def test_an_empty_block_is_refused_on_publish_and_kept_in_a_draft(self):
        body = blocks.StreamBlock(
            [("spoiler", SpoilerBlock()), ("picture", PictureBlock()), ("trailer", TrailerBlock())]
        )
        for kind in ("spoiler", "picture", "trailer"):
            with self.subTest(kind=kind):
                value = body.to_python([{"type": kind, "value": {}}])
                self.assertEqual(len(body.clean_deferred(value)), 1)
                with self.assertRaises(StreamBlockValidationError):
                    body.clean(value)


class LinksTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        library = lay_out_journal().films
        cls.film = make_film(library, "Aftersun", 2022)
        cls.draft = make_film(library, "A draft film", live=False)
        cls.private = make_private(make_film(library, "A private film"))

    def links(self, *rows):
        return LinksBlock().bulk_to_python([{"items": rows}])[0]

    def test_pages_that_readers_may_not_see_are_neither_linked_nor_named(self):
        value = self.links({"page": self.draft.pk}, {"page": self.private.pk}, {"page": 10**9}, {})
        self.assertEqual(value.rows, [])

    def test_a_label_stays_when_its_page_is_gone(self):
        (row,) = self.links({"page": self.draft.pk, "label": "Soon"}).rows
        self.assertEqual((row.text, row.href), ("Soon", ""))

    def test_a_page_lends_its_title_and_address(self):
        (row,) = self.links({"page": self.film.pk}).rows
        self.assertEqual(row.text, "Aftersun")
        self.assertTrue(row.href.endswith("/films/aftersun/"))

    def test_pages_are_asked_for_once(self):
        self.assertTrue(self.film.url)
        for count in (3, 13):
            with self.subTest(count=count), self.assertNumQueries(1):
                rows = self.links(*[{"page": self.film.pk}, {"page": self.private.pk}] * count).rows
                self.assertEqual(len([row.href for row in rows]), count)

    def test_sponsored_links_say_so(self):
        self.assertIn("sponsored", LinksBlock().to_python({"is_sponsored": True}).rel)
        self.assertNotIn("sponsored", LinksBlock().to_python({}).rel)
