from wagtail.models import Page

from blog.films.models import FilmPage
from blog.lib.trash import trash_slug
from tests.factories.films import make_film
from tests.factories.posts import make_post, make_private

from .looking import ChecklistTestCase, prose


def link(pk, text="a chair", kind="page"):
    return prose(f'<p>See <a linktype="{kind}" id="{pk}">{text}</a>.</p>')


class LinkTests(ChecklistTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.live = make_post(cls.pages.journal, "Seen by all")
        cls.draft = make_post(cls.pages.journal, "Unseen", live=False)
        cls.private = make_private(make_post(cls.pages.journal, "Behind a door"))
        cls.trashed = make_post(cls.pages.journal, "Thrown away", live=False)
        cls.trashed.slug = trash_slug(cls.trashed)
        cls.trashed.save()

    def test_links_in_prose(self):
        for pk, fault in (
            (self.draft.pk, "it is a draft"), (self.private.pk, "it is private"),
            (self.trashed.pk, "it is in the trash"), (999_999, "it was deleted"),
        ):  # fmt: skip
            with self.subTest(fault=fault):
                finding = self.find_one(link(pk))
                self.assertEqual(finding.code, "broken-link")
                self.assertIn(fault, finding.words)
                self.assertIn("a chair", finding.words)
        self.assertEqual(self.find(link(self.live.pk)), [])

    def test_links_that_were_made_by_hand_and_make_no_sense(self):
        for pk in ("", "x", "-1", "９", "9" * 40):
            with self.subTest(pk=pk):
                self.assertEqual(self.find(link(pk)), [])

    def test_links_inside_of_other_blocks(self):
        html = link(self.draft.pk)[1]
        row = {"label": "", "page": self.draft.pk, "url": "", "note": ""}
        item = {"type": "item", "id": "b", "value": row}
        question = {"question": "Why?", "answer": html, "is_spoiler": False}
        for name, value in (
            ("aside", {"title": "", "text": html, "tone": "plain"}),
            ("spoiler", {"label": "The end", "body": html}),
            ("links", {"title": "", "items": [item]}),
            ("faq", {"title": "", "items": [{"type": "item", "id": "c", "value": question}]}),
        ):
            with self.subTest(name=name):
                finding = self.find_one((name, value))
                self.assertEqual(finding.code, "broken-link")
                self.assertGreater(finding.path.count("."), 1)

    def test_a_document_that_was_deleted(self):
        self.assertEqual(self.find(link(999_999, kind="document")), ["broken-link"])

    def test_addresses_that_were_typed(self):
        own = self.pages.site.root_url
        for address, found in (
            (f"/journal/{self.draft.slug}/", 1), (f"{own}/journal/{self.draft.slug}", 1),
            (f"/journal/{self.live.slug}/", 0), ("https://other.example/journal/unseen/", 0),
            ("/search/?q=x", 0), ("#note", 0), ("mailto:a@b.example", 0), ("http://[", 0),
        ):  # fmt: skip
            with self.subTest(address=address):
                block = prose(f'<p><a href="{address}">a chair</a></p>')
                self.assertEqual(self.find(block), ["broken-link"] * found)

    def test_words_of_links(self):
        for text, found in (("here", 1), ("Click HERE", 1), ("", 1), ("<i>read more</i>", 1),
                            ("the chair here", 0), ("Herewith", 0)):  # fmt: skip
            with self.subTest(text=text):
                block = link(self.live.pk, text)
                self.assertEqual(self.find(block), ["link-words"] * found)


class FilmTests(ChecklistTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.draft = make_film(cls.pages.films, "Unseen film", live=False)
        cls.other = make_film(cls.pages.films, "Paterson", 2016)
        cls.long = make_film(cls.pages.films, "L’Année dernière", original_title="Last Year There")

    def test_the_film_that_the_essay_is_about(self):
        self.assertEqual(self.find_one(film=None).code, "no-film")
        finding = self.find_one(film=self.draft)
        self.assertEqual((finding.code, finding.path), ("film-unseen", "film"))
        FilmPage.objects.filter(pk=self.film.pk).update(live=False)
        self.assertEqual(self.find(), ["film-unseen"])

    def test_films_that_blocks_show(self):
        for pk, fault in ((self.draft.pk, "Unseen film"), (999_999, "it was deleted")):
            with self.subTest(pk=pk):
                card = ("film_card", {"film": pk, "note": "", "size": "card"})
                finding = self.find_one(card)
                self.assertEqual(finding.code, "film-unseen")
                self.assertIn(fault, finding.words)
        card = ("film_card", {"film": self.other.pk, "note": "", "size": "card"})
        self.assertEqual(self.find(card), [])

    def test_a_film_that_is_only_mentioned(self):
        for html in (
            "<p>As in <i>Paterson</i>.</p>",
            "<p>“Paterson” again.</p>",
            "<p>From L'Année dernière on.</p>",
            "<p>Or Last Year There, then.</p>",
        ):
            with self.subTest(html=html):
                self.assertEqual(self.find(prose(html)), ["film-mentioned"])

    def test_words_that_are_no_mention(self):
        for html in ("<p>Paterson is a town.</p>", "<p>It was last year there.</p>",
                     "<p>XLast Year Therefore.</p>", "<p><i>Unseen film</i></p>",
                     "<p><i>The Work</i>, The Work.</p>"):  # fmt: skip
            with self.subTest(html=html):
                self.assertEqual(self.find(prose(html)), [])

    def test_a_film_that_is_attached_in_any_way_may_be_mentioned(self):
        mention = prose("<p>As in <i>Paterson</i>.</p>")
        pk = self.other.pk
        row = {"type": "item", "id": "a", "value": {"film": pk, "reason": ""}}
        for block in (
            ("film_card", {"film": pk, "note": "", "size": "line"}),
            ("film_list", {"title": "", "films": [row]}),
            ("quotation", {"text": "<p>Aha.</p>", "form": "block", "film": pk}),
            link(pk, "Paterson, the film"),
            prose(f'<p>So <a linktype="citation" kind="film" id="{pk}">x y</a></p>'),
        ):
            with self.subTest(block=block):
                self.assertEqual(self.find(mention, block), [])
        self.assertEqual(self.find(mention, film=self.other), [])

    def test_a_private_film_is_not_named(self):
        make_private(Page.objects.get(pk=self.other.pk))
        self.assertEqual(self.find(prose("<p>As in <i>Paterson</i>.</p>")), [])

    def test_no_more_than_ten_mentions_are_told(self):
        for number in range(11):
            make_film(self.pages.films, f"Film number {number:02}")
        html = " ".join(f"<p>Film number {number:02}.</p>" for number in range(11))
        self.assertEqual(self.find(prose(html)), ["film-mentioned"] * 10)
