from django.test import TestCase
from django.utils.html import strip_tags

from blog.quotes.models import Quote
from home.setup import lay_out_journal
from tests.factories.films import make_film
from tests.factories.images import ImageFactory
from tests.factories.site_body import every_block as filled_blocks

from .rendering import a_request, body_of, every_block, parse


class EmptyBlockTests(TestCase):
    def test_every_block_left_empty_prints_no_words_of_its_own(self):
        for name, block in every_block().items():
            with self.subTest(block=name):
                html = block.render(block.get_default(), {"request": a_request()})
                self.assertEqual(strip_tags(html).strip(), "")
                self.assertEqual(parse(html).select("a, img, figure, h2, h3"), [])


class FilledBlockTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()
        cls.film = make_film(cls.tree.films, "The Work", 2017, directors="A. One, B. Two")
        cls.image = ImageFactory()
        cls.quote = Quote.objects.create(text="<p>I contain multitudes.</p>", speaker="Whitman")

    def test_every_block_prints_direct_children_of_the_column(self):
        blocks = filled_blocks(film=self.film, image=self.image, quote=self.quote)
        self.assertLessEqual({name for name, _ in blocks}, set(every_block()))
        for name, value in blocks:
            with self.subTest(block=name):
                top = body_of((name, value)).find_all(recursive=False)
                self.assertTrue(top)
                self.assertNotIn("div", [tag.name for tag in top if not tag.get("class")])

    def test_no_block_styles_or_runs_anything_in_line(self):
        soup = body_of(*filled_blocks(film=self.film, image=self.image, quote=self.quote))
        self.assertEqual(soup.select("[style], style, script, iframe"), [])
        self.assertEqual(
            [t for t in soup.find_all() if any(a.startswith("on") for a in t.attrs)], []
        )

    def test_a_card_of_a_film_that_is_a_draft_prints_nothing(self):
        draft = make_film(self.tree.films, "Unseen", live=False)
        soup = body_of(
            ("film_card", {"film": draft.pk, "note": "", "size": "card"}),
            ("film_card", {"film": draft.pk, "note": "", "size": "line"}),
            ("film_list", {"title": "", "films": [{"type": "item", "value": {"film": draft.pk}}]}),
            ("quotation", {"text": "<p>Sit.</p>", "speaker": "He", "film": draft.pk}),
        )
        self.assertNotIn("Unseen", soup.text)
        self.assertEqual(soup.select(".film-card"), [])

    def test_a_card_is_tinted_and_names_its_directors(self):
        soup = body_of(("film_card", {"film": self.film.pk, "note": "See it.", "size": "card"}))
        card = soup.select_one("article.film-card")
        self.assertTrue(card["data-grade"])
        self.assertIn("A. One and B. Two", " ".join(card.select_one(".billing").text.split()))
        self.assertIn("See it.", card.text)

    def test_a_poster_beside_its_title_is_silent(self):
        link, title = body_of(
            ("film_card", {"film": self.film.pk, "note": "", "size": "card"})
        ).select(".card a")[:2]
        self.assertEqual(
            (link["tabindex"], link["aria-hidden"], link.img["alt"]), ("-1", "true", "")
        )
        self.assertEqual(title.text, "The Work")


class QuotationTests(TestCase):
    def quotation(self, **parts):
        return body_of(("quotation", {"text": "<p>Sit.</p>", **parts}))

    def test_marks_are_left_to_the_style_sheet(self):
        self.assertEqual(self.quotation().blockquote.text.strip(), "Sit.")

    def test_words_without_a_source_have_no_caption(self):
        self.assertIsNone(self.quotation().figcaption)

    def test_an_unverified_quotation_says_why_in_words(self):
        soup = self.quotation(provenance="unverified", provenance_note="no timecode")
        self.assertEqual(soup.select_one(".prov.prov-unverified").text, "Unverified: no timecode")

    def test_another_language_is_marked_on_the_words_alone(self):
        soup = self.quotation(language="fr", gloss="His own.")
        self.assertEqual(soup.blockquote["lang"], "fr")
        self.assertFalse(soup.select_one(".gloss").find_parent(lang=True))

    def test_the_gloss_stands_beside_the_figure(self):
        soup = self.quotation(gloss="His own.")
        self.assertIsNone(soup.figure.select_one(".gloss"))
        self.assertEqual(soup.select_one(".glossed > .gloss").text, "GlossHis own.")


class PullQuoteTests(TestCase):
    def test_words_that_stand_in_the_essay_are_not_heard_twice(self):
        soup = body_of(
            ("prose", "<p>He said: <i>come</i> along; stay&nbsp;put. We did.</p>"),
            ("pull_quote", {"text": "“Come along; stay put.”"}),
        )
        self.assertEqual(soup.select_one(".pull")["aria-hidden"], "true")

    def test_words_of_its_own_are_heard(self):
        soup = body_of(("prose", "<p>We did.</p>"), ("pull_quote", {"text": "We did not."}))
        self.assertNotIn("aria-hidden", soup.select_one(".pull").attrs)


class HeadingLevelTests(TestCase):
    FAQ = ("faq", {"title": "Asked", "items": []})

    def levels(self, *children):
        return [tag.name for tag in body_of(*children).find_all(["h2", "h3", "h4"])]

    def test_a_block_before_any_heading_takes_the_second_level(self):
        self.assertEqual(self.levels(self.FAQ, ("prose", "<p>No heading.</p>")), ["h2"])

    def test_a_block_under_a_heading_takes_the_third(self):
        self.assertEqual(self.levels(("prose", "<h2>One</h2><p>.</p>"), self.FAQ), ["h2", "h3"])


class OtherBlockTests(TestCase):
    def test_links_that_earn_money_say_so(self):
        link = {"type": "item", "value": {"label": "A shop", "url": "https://shop.example/"}}
        soup = body_of(("links", {"title": "Watch", "items": [link], "is_sponsored": True}))
        self.assertIn("sponsored", soup.a["rel"])
        self.assertIn("may earn", soup.text)

    def test_a_trailer_of_an_unknown_host_is_only_a_link(self):
        soup = body_of(("trailer", {"url": "https://films.example/v/1", "title": ""}))
        self.assertNotIn("data-embed", soup.a.attrs)
        self.assertEqual(soup.a["href"], "https://films.example/v/1")

    def test_a_spoiler_names_what_it_hides_and_stays_closed(self):
        soup = body_of(("spoiler", {"label": "How it ends", "body": "<p>It ends.</p>"}))
        self.assertEqual(soup.summary.text.strip(), "How it ends")
        self.assertNotIn("open", soup.details.attrs)

    def test_a_spoiler_without_a_name_still_warns(self):
        soup = body_of(("spoiler", {"label": "", "body": "<p>It ends.</p>"}))
        self.assertIn("gives the film away", soup.summary.text)

    def test_what_an_author_types_is_escaped(self):
        soup = body_of(
            ("pull_quote", {"text": "<script>x</script>"}),
            ("faq", {"title": "<b>t</b>", "items": []}),
            ("references", {"items": [{"type": "item", "value": {"title": "<img src=x>"}}]}),
        )
        self.assertEqual(soup.select("script, b, img"), [])

    def test_a_reference_is_set_in_apa_style(self):
        fields = {
            "authors": "Aldous, G.; McLeary, J.",
            "role": "Directors",
            "year": "2017",
            "title": "The work",
            "kind": "Documentary film",
            "publisher": "Blanket Fort Media",
        }
        soup = body_of(("references", {"items": [{"type": "item", "value": fields}]}))
        self.assertEqual(
            soup.li.text,
            "Aldous, G., & McLeary, J. (Directors). (2017). The work [Documentary film]. "
            "Blanket Fort Media.",
        )
        self.assertEqual(soup.li.i.text, "The work")
