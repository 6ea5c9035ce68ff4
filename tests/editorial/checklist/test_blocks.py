from django.test import SimpleTestCase

from blog.editorial.checklist.counting import find_all
from blog.editorial.checklist.written import read_rich_text
from blog.posts.blocks import PostBody
from tests.factories.images import ImageFactory
from tests.factories.quotes import make_quote
from tests.factories.site_body import as_stream, every_block, every_block_empty

from .looking import ChecklistTestCase, prose

WORDS = {"text": "<p>I am large.</p>", "form": "block"}


class ShapeTests(ChecklistTestCase):
    def test_every_block_left_empty_is_told_once(self):
        essay = self.make_essay()
        essay.body = every_block_empty(PostBody())
        names = [row["type"] for row in essay.body.raw_data]
        empty = [finding for finding in find_all(essay) if finding.code == "empty-block"]
        full = {"scene_break", "references", "film_facts"}
        self.assertEqual(len(empty), len([name for name in names if name not in full]))
        self.assertEqual(
            {finding.code for finding in find_all(essay)}, {"empty-block", "pull-quotes"}
            if names.count("pull_quote") > 1 else {"empty-block"},
        )  # fmt: skip

    def test_no_block_that_is_filled_in_is_called_empty(self):
        image = ImageFactory()
        quote = make_quote(film=self.film)
        blocks = every_block(film=self.film, image=image, quote=quote)
        # The samples hold a pull quote or two more than an essay of that length bears.
        self.assertLessEqual(set(self.find(*blocks)), {"pull-quotes"})

    def test_prose_of_spaces_is_empty_and_says_where(self):
        finding = self.find_one(prose(), prose("<p> \u00a0</p><p><br/></p>"))
        self.assertEqual(finding.code, "empty-block")
        self.assertEqual(finding.where, "Block 2, Prose")
        self.assertRegex(finding.path, r"^body\.[0-9a-f-]{36}$")
        self.assertTrue(finding.anchor.startswith("#:w:contentpath=body."))

    def test_a_block_without_an_id_or_of_a_type_that_is_gone(self):
        essay = self.make_essay()
        essay.body = [*as_stream([("prose", "")]), {"type": "tombstone", "value": "x", "id": "1"}]
        self.assertEqual([finding.path for finding in find_all(essay)], ["body"])

    def test_heading_levels(self):
        self.assertEqual(self.find_one(prose("<h3>Too small</h3>")).code, "heading-level")
        self.assertEqual(self.find(prose("<h2>One</h2>"), prose("<h3>Two</h3><h2>Three</h2>")), [])
        found = self.find(prose("<h2>One</h2><h4>Two</h4>"), prose("<h3> </h3><p>x</p>"))
        self.assertEqual(found, ["heading-level", "empty-heading"])

    def test_pull_quotes(self):
        pull = ("pull_quote", {"text": "Nobody leaves."})
        large = ("quotation", {**WORDS, "form": "pull", "source": "A song"})
        self.assertEqual(self.find(prose(), pull), [])
        self.assertEqual(self.find(prose(), pull, large, pull), ["pull-quotes"] * 2)
        long = prose(f"<p>{'word ' * 1200}</p>")
        self.assertEqual(self.find(long, pull, pull), [])
        self.assertEqual(self.find(long, pull, pull, pull), ["pull-quotes"])


class PictureTests(ChecklistTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.image = ImageFactory(description="")

    def picture(self, **fields):
        image = {"image": self.image.pk, "alt_text": "", "decorative": False} | fields
        return ("picture", {"image": image, "caption": "", "size": "column"})

    def test_alternative_texts(self):
        for alt_text, code in (
            ("", "alt-missing"), ("  ", "alt-missing"), ("still.JPG", "alt-file-name"),
            ("IMG_2041", "alt-file-name"), ("dsc 0042", "alt-file-name"),
        ):  # fmt: skip
            with self.subTest(alt_text=alt_text):
                self.assertEqual(self.find(self.picture(alt_text=alt_text)), [code])
        self.assertEqual(self.find(self.picture(alt_text="Two men on one chair")), [])
        self.assertEqual(self.find(self.picture(decorative=True)), [])

    def test_both_pictures_of_a_pair(self):
        bare = {"image": self.image.pk, "alt_text": "", "decorative": False}
        pair = ("pair", {"first": bare, "second": bare, "caption": ""})
        self.assertEqual(self.find(pair), ["alt-missing"] * 2)

    def test_a_picture_that_was_deleted(self):
        self.assertEqual(self.find(self.picture(image=999_999)), ["picture-gone"])

    def test_the_opening_picture(self):
        finding = self.find_one(hero=self.image)
        self.assertEqual((finding.code, finding.path), ("alt-missing", "hero_alt"))
        self.assertEqual(self.find(hero=self.image, hero_alt="A chair."), [])
        self.assertEqual(self.find(hero=ImageFactory(description="A chair.")), [])


class QuotationTests(ChecklistTestCase):
    def test_sources(self):
        for fields in ({"source": "A song"}, {"conversation": "Ana"}, {"film": self.film.pk}):
            with self.subTest(fields=fields):
                self.assertEqual(self.find(("quotation", {**WORDS, **fields})), [])
        finding = self.find_one(("quotation", WORDS))
        self.assertEqual(finding.words, "The quotation has no source.")
        finding = self.find_one(("quotation", {**WORDS, "speaker": "Walt"}))
        self.assertIn("whose words", finding.words)
        lines = [{"type": "item", "id": "a", "value": {"speaker": "A", "words": "B"}}]
        self.assertEqual(self.find(("dialogue", {"lines": lines})), ["no-source"])
        self.assertEqual(self.find(("review", {"text": "<p>Good.</p>"})), ["no-source"])
        self.assertEqual(self.find(("review", {"text": "<p>Good.</p>", "outlet": "Z"})), [])

    def test_what_is_not_verified_says_why(self):
        block = {**WORDS, "source": "A song", "provenance": "unverified"}
        finding = self.find_one(("quotation", block))
        self.assertEqual(finding.code, "unverified")
        self.assertTrue(finding.path.endswith(".provenance_note"))
        self.assertEqual(self.find(("quotation", {**block, "provenance_note": "From memory"})), [])

    def test_quotations_of_the_book(self):
        public, draft = make_quote(), make_quote("Unseen.", state="draft")
        for quote, code in ((public.pk, []), (draft.pk, ["quotation-draft"]),
                            (999_999, ["quotation-gone"]), (None, ["empty-block"])):  # fmt: skip
            with self.subTest(quote=quote):
                self.assertEqual(self.find(("book_quote", {"quote": quote, "form": "block"})), code)
        kept = {"quote": draft.pk, "form": "block", "keep_here": True, "words": "<p>Mine.</p>"}
        self.assertEqual(self.find(("book_quote", kept)), [])


class WrittenTests(SimpleTestCase):
    def test_rich_text_is_taken_apart(self):
        written = read_rich_text(
            '<h2>A <b>room</b></h2><p>See <a linktype="page" id="3"><i>The</i> Work</a>, '
            "or “Paterson” &amp; «Ida».<br/></p>"
        )
        self.assertEqual(written.headings, [(2, "A room")])
        self.assertEqual([(link.text, link.attrs["id"]) for link in written.links],
                         [("The Work", "3")])  # fmt: skip
        self.assertEqual(written.apart, ["The", "Paterson", "Ida"])

    def test_what_is_no_rich_text_is_empty(self):
        for html in (None, "", "<p></p>", 3, [], "<p><a>", "</p></i>", "<", "\0"):
            with self.subTest(html=html):
                read_rich_text(html)
        self.assertFalse(read_rich_text('<embed alt="" embedtype="image" id="1"/>').is_empty)
