"""Every block in the picker, in a draft with nothing filled in, and as a body prints it."""

from django.template.loader import render_to_string
from django.test import RequestFactory, TestCase
from wagtail import blocks
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Site

from blog.films.blocks.guide import GuideBody
from blog.images.models import Image
from blog.posts.blocks import PostBody
from home.setup import lay_out_journal
from tests.factories.films import make_film
from tests.factories.quotes import make_quote

BODIES = (PostBody(), GuideBody())


def all_blocks():
    return [(name, block) for body in BODIES for name, block in body.child_blocks.items()]


class BlockRenderingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        tree = lay_out_journal()
        cls.film = make_film(tree.films, "Sing Sing", 2023, directors="Greg Kwedar")
        cls.quote = make_quote("Kept words.", speaker="A speaker", film=cls.film)

    def setUp(self):
        self.request = RequestFactory().get("/", headers={"host": "127.0.0.1:8000"})
        self.request.embed_hosts = set()

    def render(self, body, *children):
        stream = body.to_python([{"type": kind, "value": value} for kind, value in children])
        context = {"request": self.request, "stream": stream, "site": Site.objects.get()}
        return render_to_string("components/body.html", context, request=self.request)

    def test_a_block_with_every_field_empty_prints_no_words(self):
        for name, block in all_blocks():
            for empty in ({}, None, ""):
                if isinstance(block, blocks.StructBlock) != isinstance(empty, dict):
                    continue
                with self.subTest(name=name, empty=empty):
                    value = block.to_python(empty or ({} if empty == {} else None))
                    html = block.render(value, {"request": self.request, "level": 2})
                    self.assertNotIn("None", html)
                    self.assertNotIn("<p></p>", html)

    def test_a_block_saved_empty_from_the_editor_prints_no_words(self):
        for name, block in all_blocks():
            if not isinstance(block, blocks.StructBlock):
                continue
            with self.subTest(name=name):
                value = block.clean_deferred(block.value_from_datadict(EmptyForm(), {}, name))
                html = block.render(value, {"request": self.request, "level": 2})
                self.assertNotIn("None", html)

    def test_every_block_shows_a_sample_of_itself_in_the_picker(self):
        image = Image.objects.create(title="A window", file=get_test_image_file())
        for name, block in all_blocks():
            with self.subTest(name=name):
                self.assertTrue(block.meta.icon and block.meta.icon != "placeholder")
                self.assertTrue(block.get_description())
                self.assertTrue(str(block.meta.group))
                self.assertTrue(block.is_previewable)
                value = block.get_preview_value()
                html = block.render(value, {"request": self.request, "level": 2})
                self.assertTrue(html.strip())
                self.assertNotIn("None", html)
        self.assertTrue(image.renditions.exists())

    def test_a_picker_in_an_empty_journal_does_not_fail(self):
        self.quote.delete()
        self.film.delete()
        for name, block in all_blocks():
            with self.subTest(name=name):
                block.render(block.get_preview_value(), {"request": self.request, "level": 2})

    def test_hostile_words_stay_words(self):
        evil = '"><script>alert(1)</script>\u202eabc'
        html = self.render(
            BODIES[0],
            ("epigraph", {"text": "<p>Words</p>", "source": evil}),
            ("quotation", {"text": "<p>W</p>", "speaker": evil, "source_url": "javascript:a()"}),
            ("spoiler", {"label": evil, "body": "<p>B</p>"}),
            ("review", {"text": "<p>W</p>", "critic": evil, "url": "javascript:a()"}),
            ("links", {"title": evil, "items": [{"label": evil, "url": "javascript:a()"}]}),
            ("references", {"items": [{"title": evil, "authors": evil, "url": "javascript:a()"}]}),
            ("trailer", {"url": "javascript:a()", "title": evil}),
            ("faq", {"title": evil, "items": [{"question": evil, "answer": "<p>A</p>"}]}),
            ("pull_quote", {"text": evil}),
            ("aside", {"title": evil, "text": "<p>A</p>", "tone": evil}),
        )
        self.assertNotIn("<script", html)
        self.assertNotIn("javascript:", html)

    def test_a_spoiler_is_closed_and_names_what_it_hides(self):
        html = self.render(BODIES[0], ("spoiler", {"label": "The end", "body": "<p>Chairs.</p>"}))
        self.assertInHTML("<span>The end</span>", html)
        self.assertIn('<details class="spoiler">', html)

    def test_a_trailer_names_the_host_it_would_load_and_allows_it(self):
        html = self.render(BODIES[0], ("trailer", {"url": "https://vimeo.com/76979871"}))
        self.assertIn('data-embed="https://player.vimeo.com/video/76979871?dnt=1"', html)
        self.assertNotIn("<iframe", html)
        self.assertEqual(self.request.embed_hosts, {"player.vimeo.com"})

    def test_a_reference_is_printed_once_with_its_title_in_italics(self):
        row = {"authors": "Aldous, G.", "year": "2017", "title": "The work", "kind": "Film"}
        html = self.render(BODIES[0], ("references", {"items": [row]}))
        line = '<li id="ref-row-1">Aldous, G. (2017). <i>The work</i> [Film].</li>'
        self.assertInHTML(line, html, count=1)

    def test_sponsored_links_carry_a_sentence_and_a_mark(self):
        row = {"label": "Rent it", "url": "https://example.org/rent"}
        html = self.render(BODIES[0], ("links", {"items": [row], "is_sponsored": True}))
        self.assertIn("sponsored", html)
        self.assertIn("may earn", html)


class EmptyForm(dict):
    """The answers of a form in which nothing was filled in, with the lists' own bookkeeping."""

    def get(self, key, default=None):
        return "0" if key.endswith("-count") else default

    def __getitem__(self, key):
        return self.get(key, "")
