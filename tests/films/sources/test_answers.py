"""What the sources' answers come to."""

from datetime import timedelta

from django.core.cache import cache
from django.test import SimpleTestCase
from django.utils import timezone

from blog.films.sources import SOURCES, CreditRecord

from .replay import TOKEN, recorded, replaying


class AnswerTests(SimpleTestCase):
    def setUp(self):
        cache.clear()
        running = replaying()
        self.replay = running.__enter__()
        self.addCleanup(running.__exit__, None, None, None)

    def search(self, key, title="The Quiet Well", year=None):
        return SOURCES[key].search(title, year)

    def details(self, key):
        return SOURCES[key].details({"wikidata": "Q9001", "tmdb": "900001"}[key])

    def test_wikidata_offers_films_alone_those_called_so_first(self):
        found = self.search("wikidata")
        self.assertEqual([candidate.id for candidate in found], ["Q9002", "Q9001"])
        self.assertEqual(len(self.replay.asked), 3)

    def test_a_year_puts_its_film_first(self):
        found = self.search("wikidata", year=1987)
        self.assertEqual([candidate.year for candidate in found], [1986, 2009])

    def test_a_candidate_has_what_tells_films_apart(self):
        candidate = self.search("wikidata", year=1986)[0]
        self.assertEqual(candidate.title, "The Quiet Well")
        self.assertEqual(candidate.original_title, "Der stille Brunnen")
        self.assertEqual((candidate.year, candidate.directors), (1986, ("Ada Marten",)))
        self.assertEqual(candidate.url, "https://www.wikidata.org/wiki/Q9001")
        self.assertIn("Special:FilePath/Quiet_Well_poster.jpg", candidate.poster.small_url)

        candidate, other = self.search("tmdb")
        self.assertEqual((candidate.id, candidate.year), ("900001", 1986))
        self.assertEqual(candidate.directors, ("Ada Marten",))
        self.assertTrue(candidate.poster.small_url.endswith("/t/p/w185/quietWell1986.jpg"))
        self.assertEqual((other.id, other.year, other.poster), ("900002", None, None))

    def test_wikidata_tells_a_film(self):
        record = self.details("wikidata")
        self.assertEqual(
            record.values,
            {
                "title": "The Quiet Well",
                "original_title": "Der stille Brunnen",
                "also_known_as": "A Well\nBucket and Rope",
                "year": 1986,
                "runtime_minutes": 92,
                "company": "Brunnenfilm",
                "place": "Harz",
                "imdb_id": "tt9000001",
                "tmdb_id": 900001,
                "letterboxd_slug": "the-quiet-well",
                "wikidata_id": "Q9001",
            },
        )
        self.assertEqual([term.name for term in record.countries], ["Germany", "Soviet Union"])
        self.assertEqual([term.name for term in record.languages], ["German"])
        self.assertEqual(record.genres, ("Documentary", "Road movie"))
        self.assertIsNone(record.refresh_by)

    def test_wikidata_tells_who_made_it(self):
        credits = {
            (credit.name, credit.role): credit for credit in self.details("wikidata").credits
        }
        self.assertIn(("Ada Marten", "director"), credits)
        self.assertIn(("Ada Marten", "writer"), credits)
        self.assertIn(("Rosa Lind", "cinematographer"), credits)
        self.assertEqual(credits["Ilse Brandt", "cast"].character, "The miller")
        self.assertEqual(credits["Tomas Reuter", "cast"].character, "The neighbour")
        self.assertTrue(credits["Old Herrmann", "cast"].as_themselves)
        self.assertEqual(credits["Ada Marten", "director"].ids, {"wikidata_id": "Q9101"})
        # The second director is deprecated, and nobody is called by a number.
        self.assertEqual([role for _name, role in credits].count("director"), 1)

    def test_tmdb_tells_a_film_and_until_when_it_may_be_kept(self):
        record = self.details("tmdb")
        self.assertEqual(
            record.values,
            {
                "title": "The Quiet Well",
                "original_title": "Der stille Brunnen",
                "also_known_as": "Le Puits silencieux",
                "year": 1986,
                "runtime_minutes": 94,
                "company": "Brunnenfilm",
                "tagline": "Water takes its time.",
                "synopsis": "A well is dug, and a village learns to wait.",
                "imdb_id": "tt9000001",
                "tmdb_id": 900001,
                "wikidata_id": "Q9001",
            },
        )
        self.assertEqual([term.code for term in record.countries], ["DE"])
        self.assertEqual([term.code for term in record.languages], ["de"])
        self.assertEqual(record.genres, ("Documentary",))
        self.assertEqual(record.asked_on, timezone.localdate())
        self.assertEqual(record.refresh_by - record.asked_on, timedelta(days=180))

    def test_tmdb_tells_who_made_it(self):
        credits = self.details("tmdb").credits
        self.assertEqual(
            [(credit.name, credit.role) for credit in credits if credit.role != "cast"],
            [
                ("Ada Marten", "director"),
                ("Ada Marten", "writer"),
                ("Jonas Feld", "writer"),
                ("Rosa Lind", "cinematographer"),
                ("Nora Vogt", "editor"),
                ("Kurt Ahl", "composer"),
                ("Lena Sand", "producer"),
            ],
        )
        self.assertIn(CreditRecord("Old Herrmann", "cast", "", True, {"tmdb_id": 820003}), credits)

    def test_the_token_is_sent_and_never_in_the_address(self):
        self.search("tmdb")
        for path, headers in self.replay.asked:
            self.assertEqual(headers["authorization"], f"Bearer {TOKEN}")
            self.assertNotIn(TOKEN, path)

    def test_a_second_question_is_answered_from_memory(self):
        for key in ("wikidata", "tmdb"):
            with self.subTest(key=key):
                first = self.search(key), self.details(key)
                asked = len(self.replay.asked)
                self.assertEqual((self.search(key, "the  QUIET well"), self.details(key)), first)
                self.assertEqual(len(self.replay.asked), asked)

    def test_nothing_is_asked_for_nothing(self):
        for key in ("wikidata", "tmdb"):
            for title in ("", "  ", "\0"):
                self.assertEqual(self.search(key, title), [])
        self.assertEqual(self.replay.asked, [])

    def test_odd_titles_are_asked_for_as_they_are(self):
        for title in ("🎬", "\u202eשלום", "a&b=c#d?%", "x" * 10_000):
            with self.subTest(title=title[:20]):
                for key in ("wikidata", "tmdb"):
                    self.assertTrue(self.search(key, title))

    def test_a_film_that_lacks_everything_but_a_name_is_still_one(self):
        film = {"id": 5, "title": "Bare", "runtime": 0, "overview": None, "imdb_id": ""}
        self.replay.say("tmdb-film", film)
        record = self.details("tmdb")
        self.assertEqual(record.values, {"title": "Bare", "tmdb_id": 5})
        self.assertEqual((record.credits, record.countries, record.poster), ((), (), None))

    def test_fields_of_another_kind_are_left_out(self):
        film = recorded("tmdb-film")
        for name in film:
            for odd in (None, [], {}, 7, "words", [7], [None], {"cast": 7}, "x\0y", 1e400):
                with self.subTest(name=name, odd=str(odd)):
                    cache.clear()
                    self.replay.say("tmdb-film", {**film, name: odd})
                    if name in ("id", "title"):
                        continue
                    self.assertEqual(self.details("tmdb").title, "The Quiet Well")

    def test_statements_of_another_kind_are_left_out(self):
        answer = recorded("wikidata-film")
        film = answer["entities"]["Q9001"]
        for prop in list(film["claims"]):
            for odd in (None, [], {}, 7, [7], [{}], [{"mainsnak": 7}], [{"mainsnak": {}}]):
                with self.subTest(prop=prop, odd=str(odd)):
                    cache.clear()
                    claims = {**film["claims"], prop: odd}
                    self.replay.say(
                        "wikidata-film", {"entities": {"Q9001": {**film, "claims": claims}}}
                    )
                    self.assertEqual(self.details("wikidata").title, "The Quiet Well")
