"""A film's own page: empty, full, in a preview, and what it costs."""

import json
import re

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.accounts.models import Author
from blog.films.blocks.facts import FactsBody
from blog.films.blocks.guide import GuideBody
from blog.films.models import Credit
from home.setup import lay_out_journal
from tests.factories.comments import make_comment
from tests.factories.films import make_film, make_person, make_viewing
from tests.factories.images import ImageFactory
from tests.factories.posts import make_post, make_private, make_scheduled_post
from tests.factories.quotes import make_quote

FACTS = [
    ("trailer", {"url": "https://vimeo.com/76979871", "title": "Trailer", "length": "2 min"}),
    (
        "watch",
        {
            "items": [
                {"service": "A shop", "kind": "rent", "url": "https://shop.example/", "note": "HD",
                 "is_sponsored": True},
                {"service": "The library", "kind": "library"},
            ],
            "checked_on": "2026-11-09",
        },
    ),
    (
        "scores",
        {"items": [{"source": "IMDb", "value": "7.8/10", "votes": 2700, "as_of": "2026-11-01"}]},
    ),
    ("awards", {"items": [{"year": 2017, "festival": "SXSW", "award": "Grand Jury Prize"}]}),
    ("box_office", {"items": [{"kind": "opening", "amount": 5853, "currency": "USD"}]}),
    ("soundtrack", {"items": [{"title": "A hum", "performer": "The room"}], "source": "The end"}),
    ("disagreements", {"items": [{"about": "Running time", "text": "One catalogue lists 90."}]}),
]  # fmt: skip


def as_json(blocks):
    return [{"type": name, "value": value} for name, value in blocks]


class FilmPageTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        tree = lay_out_journal()
        cls.library, cls.journal, cls.diary = tree.films, tree.journal, tree.diary
        cls.ines = Author.objects.create(name="Ines", slug="ines")
        cls.film = make_film(
            cls.library,
            "The Work",
            2017,
            directors="Jairus McLeary, Gethin Aldous",
            cast="Rob Allbee",
            original_title="Das Werk",
            also_known_as="O trabalho\n\n  Dílo ",
            runtime_minutes=89,
            countries=["United States"],
            languages=["English"],
            genres=["Documentary"],
            synopsis="Four days in one room.",
            synopsis_source="A catalogue",
            synopsis_source_url="https://catalogue.example/the-work",
            imdb_id="tt5836866",
            facts=as_json(FACTS),
            fact_sources={"runtime_minutes": {"source": "tmdb", "date": "2026-11-22", "url": ""}},
            poster=ImageFactory(size=(400, 600)),
        )
        Credit.objects.filter(role="cast").update(as_themselves=True, note="Leads the circle")

    def get(self, path="the-work/"):
        return self.client.get(f"/films/{path}", headers={"host": "127.0.0.1:8000"})

    def test_an_empty_film_prints_no_heading_over_nothing(self):
        make_film(
            self.library, "Bare",
            facts=as_json([(name, {"items": []}) for name, _value in FACTS[1:]]),
            guide=as_json([("film_facts", {"facts": ["year", "cast"]}),
                           ("points", {"title": "For you if", "lines": []}),
                           ("film_list", {"title": "Alike", "films": []})]),
        )  # fmt: skip
        page = self.get("bare/")
        headings = re.findall(r"<h[2-4][^>]*>(.*?)</h[2-4]>", page.content.decode(), re.DOTALL)
        self.assertEqual(headings, ["Readers’ reviews", "Seen it?", "In this journal"])
        self.assertNotContains(page, "None")
        self.assertNotContains(page, "<dl>")

    def test_the_record_is_printed(self):
        page = self.get()
        for words in (
            "Das Werk",
            "O trabalho<br>Dílo",
            "1 h 29 min",
            'href="/films/?country=us">United States<',
            'href="/films/?genre=documentary">Documentary<',
            'href="/films/?year=2017">2017<',
            "English",
            'href="https://catalogue.example/the-work"',
            'href="https://www.imdb.com/title/tt5836866/"',
            'href="/films/people/rob-allbee/"',
            "As themselves</h2>",
            "Leads the circle",
            'href="/films/people/gethin-aldous/"',
        ):
            with self.subTest(words=words):
                self.assertContains(page, words)

    def test_each_block_of_facts_is_printed(self):
        page = self.get()
        for words in (
            'id="watch"',
            'href="#watch"',
            'rel="sponsored noopener"',
            "The journal earns from this link.",
            'Checked on <time datetime="2026-11-09">',
            "7.8/10",
            "2,700 votes",
            "SXSW, Grand Jury Prize",
            "Opening weekend",
            "$5,853",
            "A hum",
            "According to The end",
            "One catalogue lists 90.",
            'data-embed="https://player.vimeo.com/',
        ):
            with self.subTest(words=words):
                self.assertContains(page, words)
        self.assertContains(page, "sponsored", count=1)

    def test_a_fact_of_tmdb_brings_its_sentence(self):
        self.assertContains(self.get(), "themoviedb.org")
        self.film.fact_sources = {}
        self.film.save()
        self.assertNotContains(self.get(), "themoviedb.org")

    def test_only_public_essays_and_viewings_are_told(self):
        make_post(self.journal, "Held down", film=self.film)
        make_post(self.journal, "Canary draft", film=self.film, live=False)
        make_scheduled_post(self.journal, "Canary future", film=self.film)
        make_private(make_post(self.journal, "Canary private", film=self.film))
        make_viewing(
            self.film, half_stars=9, author=self.ines, public_note="It stays in the room.",
            private_note="Canary", companions="Ana", watched_on="2026-11-02",
        )  # fmt: skip
        make_viewing(self.film, is_private=True, public_note="Canary")
        page = self.get()
        self.assertNotContains(page, "Canary")
        self.assertContains(page, "Held down")
        self.assertContains(page, "It stays in the room.")
        self.assertContains(page, 'href="/diary/2026/11/#viewing-')
        self.assertContains(page, "Ines gave it 4.5 out of 5", count=2)

    def test_essays_that_mention_it_in_any_way_are_here(self):
        other = make_film(self.library, "Other")
        pk = self.film.pk
        bodies = {
            "In prose": ("prose", f'<p><a linktype="page" id="{pk}">There</a></p>'),
            "In a card": ("film_card", {"film": pk, "note": "", "size": "line"}),
            "In a list": ("film_list", {"title": "", "films": [{"film": pk, "reason": "So"}]}),
            "In a quotation": ("quotation", {"text": "<p>Yes.</p>", "film": pk}),
        }
        for title, block in bodies.items():
            make_post(self.journal, title, film=other, body=as_json([block]))
        for live, title in ((False, "Canary draft"), (True, "Canary private")):
            post = make_post(self.journal, title, body=as_json([bodies["In prose"]]), live=live)
            if live:
                make_private(post)
        page = self.get()
        self.assertNotContains(page, "Canary")
        for title in bodies:
            with self.subTest(title=title):
                self.assertContains(page, title)

    def test_readers_stars_are_in_the_head_and_in_the_data(self):
        for half_stars in (9, 8, 10):
            make_comment(self.film, half_stars=half_stars)
        page = self.get()
        self.assertContains(page, "Readers 4.5")
        found = re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', page.content.decode()
        )
        movie = json.loads(found[0])
        self.assertEqual(movie["@type"], "Movie")
        self.assertEqual(movie["aggregateRating"]["ratingCount"], 3)
        self.assertEqual(movie["duration"], "PT89M")
        self.assertEqual(movie["actor"][0]["url"], "http://127.0.0.1:8000/films/people/rob-allbee/")
        self.assertContains(page, 'property="og:title"')

    def test_facts_of_the_record_stand_in_the_guide(self):
        ticked = ["directors", "length", "languages", "place", "cast"]
        self.film.guide = as_json([("film_facts", {"title": "", "facts": ticked})])
        self.film.save_revision().publish()
        block = self.get().content.decode().split('class="list film-facts"')[1].split("</dl>")[0]
        self.assertIn("<dt>Directed by</dt><dd>Jairus McLeary and Gethin Aldous</dd>", block)
        self.assertIn("<dd>1 h 29 min</dd>", block)
        self.assertIn("<dd>English</dd>", block)
        self.assertIn("<dd>Rob Allbee</dd>", block)
        self.assertNotIn("Set in", block)
        self.assertNotIn("Year", block)

    def test_facts_of_a_film_that_readers_may_not_see_are_not_printed(self):
        private = make_private(make_film(self.library, "Canary", 1999, directors="Canary"))
        guide = [("film_facts", {"film": private.pk, "facts": ["directors", "year"]})]
        self.film.guide = as_json(guide)
        self.film.save_revision().publish()
        self.assertNotContains(self.get(), "Canary")

    def test_the_queries_do_not_grow_and_stay_within_fifteen(self):
        counts = []
        for first, last in ((0, 3), (3, 13)):
            for number in range(first, last):
                make_post(self.journal, f"Essay {number}", film=self.film, half_stars=8)
                make_quote(f"Words {number}", film=self.film)
                make_viewing(
                    self.film, half_stars=7, author=self.ines, watched_on=timezone.localdate()
                )
                for half_stars in (None, 6, 9):
                    make_comment(self.film, f"Take {number}", half_stars=half_stars)
                Credit.objects.create(
                    film=self.film, person=make_person(f"Cast {number}"), role="cast"
                )
                make_film(self.library, f"Similar {number}", poster=ImageFactory(size=(40, 60)))
            self.fill_guide()
            self.get()  # makes the renditions
            with CaptureQueriesContext(connection) as queries:
                page = self.get()
            counts.append(len(queries))
            self.assertContains(page, "As quiet", count=last)
        self.assertEqual(counts[0], counts[1])
        self.assertLessEqual(counts[1], 15)

    def fill_guide(self):
        films = type(self.film).objects.filter(title__startswith="Similar")
        picture = {"image": ImageFactory().pk, "alt_text": "A chair", "decorative": False}
        kept = make_quote("Kept words")
        blocks = [
            ("prose", "<h2>The room</h2><p>There is one room.</p>"),
            ("book_quote", {"quote": kept.pk}),
            ("quotation", {"text": "<p>Sit.</p>", "speaker": "A man"}),
            ("review", {"text": "<p>It stays.</p>", "critic": "A critic", "outlet": "A paper"}),
            ("picture", {"image": picture, "caption": "", "size": "column"}),
            ("film_facts", {"facts": ["directors", "countries"]}),
            ("points", {"title": "For you if", "lines": ["you can sit"]}),
            ("spoiler", {"label": "The end", "body": "<p>They leave.</p>"}),
            ("faq", {"title": "", "items": [{"question": "Real?", "answer": "<p>Yes.</p>"}]}),
            (
                "film_list",
                {"title": "Alike", "films": [{"film": f.pk, "reason": "As quiet"} for f in films]},
            ),
        ]
        self.film.refresh_from_db()
        self.film.guide = GuideBody().to_python(as_json(blocks))
        self.film.facts = FactsBody().to_python(as_json(FACTS))
        self.film.save_revision().publish()
