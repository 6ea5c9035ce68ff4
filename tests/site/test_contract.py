"""The mark-up that other programs and the browser tests rely on."""

import re

from django.test import TestCase

from .reading import SeededSite, Visitor

WITH_OFFSET = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?([+-]\d\d:\d\d|Z)$")


class ContractTests(SeededSite, TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        visitor = Visitor()
        cls.essay, cls.film = (visitor.read(cls.site.paths[name]) for name in ("essay", "film"))

    def test_an_essay_is_an_h_entry(self):
        entry = self.essay.select_one(".h-entry")
        for name in ("p-name", "p-summary", "e-content", "dt-published", "p-category", "u-url"):
            self.assertTrue(entry.select(f".{name}"), name)
        self.assertEqual(entry.select_one(".p-name").text, "Held down, held up")
        self.assertIn("Mina", entry.select_one(".p-author.h-card").text)
        self.assertRegex(entry.select_one("time.dt-published")["datetime"], WITH_OFFSET)

    def test_a_comment_is_a_citation_inside_the_entry(self):
        first, second = (
            self.essay.select_one(f".h-entry article#comment-{comment.pk}")
            for comment in self.site.comments[:2]
        )
        self.assertTrue({"u-comment", "h-cite"} <= set(first["class"]))
        self.assertEqual(first.select_one(".p-author").text, "Reader 0")
        self.assertRegex(first.select_one("time.dt-published")["datetime"], WITH_OFFSET)
        self.assertTrue(first.select(".e-content"))
        self.assertIn(f"#comment-{self.site.comments[0].pk}", first.select_one("a.u-url")["href"])
        self.assertNotIn("data-parent", first.attrs)
        self.assertEqual(second["data-parent"], str(self.site.comments[0].pk))

    def test_the_comment_form_has_its_fields_and_buttons(self):
        form = self.essay.select_one("form[data-comment-form]")
        fields = {tag.get("name") for tag in form.select("input, textarea, select")}
        self.assertLessEqual({"name", "email", "body", "parent", "notify"}, fields)
        buttons = {(tag["name"], tag["value"]) for tag in form.select("button")}
        self.assertEqual(buttons, {("action", "post"), ("action", "preview")})
        notify = [tag["value"] for tag in form.select("select[name=notify] option")]
        self.assertEqual(notify, ["", "replies", "all"])

    def test_a_film_card_names_its_film_and_links_to_it(self):
        for card in self.essay.select(".prose .film-card"):
            self.assertEqual(card["data-film"], self.site.film.slug)
            target = card if card.name == "a" else card.select_one("a[href]")
            self.assertTrue(target["href"].endswith(self.site.paths["film"]))
        self.assertGreaterEqual(len(self.essay.select(".prose .film-card")), 3)

    def test_a_spoiler_is_closed_and_says_what_it_hides(self):
        spoiler = self.essay.select_one(".prose details.spoiler")
        self.assertNotIn("open", spoiler.attrs)
        self.assertIn("How the film ends", spoiler.summary.text)
        self.assertEqual(len(self.essay.select("#comments details.spoiler")), 5)

    def test_quotations_cite(self):
        self.assertTrue(self.essay.select("figure.quote blockquote[cite], figure.quote cite"))

    def test_stars_are_said_in_words(self):
        self.assertIn("4.5 out of 5", self.essay.select_one(".stars .vh").text)

    def test_a_trailer_is_a_link(self):
        self.assertEqual(self.essay.select("iframe"), [])
        self.assertIn("player.vimeo.com", self.essay.select_one("a.facade")["data-embed"])

    def test_the_content_notice_stands_before_the_picture_and_the_words(self):
        notice = self.essay.select_one(".notice.cw")
        self.assertIn("grief, shown", notice.text)
        self.assertIsNone(notice.find_previous("figure"))
        self.assertIsNone(notice.find_previous(class_="e-content"))

    def test_a_film_is_an_h_entry(self):
        for name in ("p-name", "e-content"):
            self.assertTrue(self.film.select(f".h-entry .{name}"), name)

    def test_a_film_names_what_mentions_it(self):
        hrefs = [link["href"] for link in self.film.select("main a[href]")]
        self.assertTrue(any(href.endswith(self.site.paths["essay"]) for href in hrefs))
        self.assertIn("Right down next to the wound", self.film.select_one("main").text)

    def test_cards_of_the_library_name_their_films(self):
        cards = self.client.read("/films/").select(".film-card[data-film]")
        self.assertEqual(
            {card["data-film"] for card in cards}, {self.site.film.slug, self.site.bare_film.slug}
        )

    def test_the_journal_shows_ten_essays_a_page_newest_first(self):
        first = self.client.read("/journal/").select("main .ledger a, main .year a")
        titles = [link.text.strip() for link in first]
        self.assertLess(titles.index("Held down, held up"), titles.index("Nothing but a title"))
        self.assertNotIn("Essay 13", " ".join(titles))
        self.assertIn("Essay 13", self.client.read("/journal/?page=2").main.text)
