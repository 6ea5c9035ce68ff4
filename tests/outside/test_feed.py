"""The feed form: full text as plain HTML, with whole addresses and closed curtains."""

from bs4 import BeautifulSoup
from django.test import TestCase
from wagtail import blocks

from blog.blocks.outside import OutsideForm, get_outside_template, outside_form
from blog.films.blocks.guide import GuideBody
from blog.posts.blocks import PostBody
from tests.factories.site_body import as_stream, every_block, every_block_empty

from .canary import ADDRESS, CANARY, UNSEEN, hide_words


class FeedTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = hide_words()

    def feed(self, stream, **options):
        return outside_form(stream, OutsideForm.FEED, address=ADDRESS, **options)

    def feed_of(self, *children):
        return self.feed(PostBody().to_python(as_stream(children)))

    def test_what_a_spoiler_hides_stays_on_the_page(self):
        for stream in (self.site.post.body, self.site.film.guide):
            html = self.feed(stream)
            self.assertNotIn(CANARY, html)
            self.assertIn("<strong>How the film ends</strong>", html)
            self.assertIn("Who leaves?", html)
            self.assertIn(f'<a href="{ADDRESS}">Open it on the page</a>', html)

    def test_notes_stand_at_the_end_without_those_of_spoilers(self):
        html = self.feed(self.site.post.body)
        self.assertIn("leg.<sup>1</sup></p>", html)
        self.assertIn('<li value="1">Mostly the <em>left</em>.', html)
        self.assertNotIn("Noted", html)
        self.assertNotIn('value="2"', html)

    def test_a_draft_film_is_not_named(self):
        html = self.feed(self.site.post.body)
        self.assertIn("Still Water", html)
        self.assertNotIn(UNSEEN, html)

    def test_content_notes_come_first(self):
        html = self.feed(self.site.post.body, page=self.site.post)
        self.assertTrue(html.startswith("<p><strong>Before you read</strong>: grief, discussed;"))
        self.assertIn("The end stays behind a curtain.", html)

    def test_a_card_carries_its_films_content_notes(self):
        self.assertIn("Content notes: grief, rooms without windows", self.feed(self.site.post.body))

    def test_nothing_but_plain_tags_with_whole_addresses_is_left(self):
        body = every_block(film=self.site.film, image=self.site.image, quote=self.site.quote)
        soup = BeautifulSoup(self.feed_of(*body), "html.parser")
        for tag in soup.find_all(True):
            self.assertFalse({"class", "style", "id", "srcset"} & tag.attrs.keys(), tag)
            self.assertNotIn(tag.name, {"form", "script", "picture", "details", "div", "span"})
        for tag in soup.select("[href], [src], [cite]"):
            address = tag.get("href") or tag.get("src") or tag.get("cite")
            self.assertRegex(address, r"^https?://[a-z0-9.:]+/")
        for picture in soup.find_all("img"):
            self.assertTrue(picture["width"] and picture["height"] and picture.has_attr("alt"))
        self.assertEqual(len(soup.find_all("img")), 5)

    def test_a_quotation_keeps_its_speaker_source_and_gloss(self):
        body = every_block(film=self.site.film, image=self.site.image, quote=self.site.quote)
        soup = BeautifulSoup(self.feed_of(*body), "html.parser")
        quotation = soup.find("blockquote", cite="https://films.example/the-work/words")
        self.assertIn("wound is the gift", quotation.get_text())
        after = [tag.get_text() for tag in quotation.find_next_siblings("p", limit=2)]
        self.assertIn("Vegas", after[0])
        self.assertIn("Unverified: I could not find it again.", after[0])
        self.assertEqual(after[1], "Gloss: He means it.")

    def test_words_of_an_author_stay_words(self):
        evil = '"><script>alert(1)</script>'
        html = self.feed_of(
            ("spoiler", {"label": evil, "body": "<p>x</p>"}),
            ("prose", '<p><a href="javascript:alert(1)">here</a><img src=x onerror=alert(1)></p>'),
            ("review", {"text": "<p>W</p>", "critic": evil, "url": "javascript:a()"}),
            ("aside", {"title": evil, "text": "<p>A</p>", "tone": "plain"}),
        )
        self.assertNotIn("<script", html)
        self.assertNotIn("javascript:", html)
        self.assertNotIn("onerror", html)

    def test_a_block_that_says_nothing_of_feeds_gives_its_words_alone(self):
        class Body(blocks.StreamBlock):
            strange = blocks.StructBlock(
                [("line", blocks.CharBlock()), ("raw", blocks.RawHTMLBlock())], template="no.html"
            )

        value = {"line": "<b>Words</b>", "raw": "<form>x</form>"}
        stream = Body().to_python([{"type": "strange", "value": value}])
        self.assertEqual(self.feed(stream), "<p>&lt;b&gt;Words&lt;/b&gt;</p>")

    def test_every_block_left_empty_prints_nothing(self):
        stream = PostBody().to_python(every_block_empty(PostBody()))
        self.assertEqual(self.feed(stream), "<hr>")

    def test_every_block_of_a_body_says_how_it_looks(self):
        for body in (PostBody(), GuideBody()):
            for name, block in body.child_blocks.items():
                with self.subTest(block=name):
                    self.assertIsNotNone(get_outside_template(block))

    def test_a_body_costs_the_same_queries_for_one_card_and_for_ten(self):
        card = ("film_card", {"film": self.site.film.pk, "note": "", "size": "card"})
        self.feed_of(card)
        for count in (1, 10):
            with self.subTest(count=count), self.assertNumQueries(2):
                self.feed_of(*[card] * count)
