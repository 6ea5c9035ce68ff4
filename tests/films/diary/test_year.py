"""The year in film: every number comes from the rows that are listed."""

from datetime import date

from django.test import SimpleTestCase, TestCase

from blog.films.diary.charts import columns, rows
from blog.films.diary.reading import neighbours, readable_viewings, with_films
from blog.films.diary.year import make_year
from home.setup import lay_out_journal
from tests.factories.films import make_film, make_viewing


class ChartTests(SimpleTestCase):
    def test_the_tallest_column_fills_the_chart_and_nothing_is_a_line(self):
        bars = columns({1: 4, 3: 1}, [1, 2, 3])
        self.assertEqual([bar.height for bar in bars], [60, 1, 15])
        self.assertEqual([bar.y for bar in bars], [0, 59, 45])
        self.assertEqual([bar.x for bar in bars], [1, 21, 41])

    def test_one_among_very_many_is_still_there(self):
        self.assertEqual([bar.width for bar in rows([("a", 10_000), ("b", 1)])], [100, 1])

    def test_nothing_at_all(self):
        self.assertEqual([bar.count for bar in columns({}, [1, 2])], [0, 0])
        self.assertEqual(rows([]), [])


class NeighbourTests(SimpleTestCase):
    def test_neighbours_of_keys_that_are_there_and_of_one_that_is_not(self):
        keys = {2025: 1, 2022: 1, 2020: 1}
        self.assertEqual(neighbours(keys, 2022), (2020, 2025))
        self.assertEqual(neighbours(keys, 2023), (2022, 2025))
        self.assertEqual(neighbours(keys, 2020), (None, 2022))
        self.assertEqual(neighbours(keys, 2025), (2022, None))
        self.assertEqual(neighbours({}, 2025), (None, None))


class YearTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        site = lay_out_journal()
        cls.late_spring = make_film(
            site.films,
            "Late Spring",
            1949,
            directors="Yasujirō Ozu",
            countries=["Japan"],
            runtime_minutes=108,
        )
        cls.tokyo = make_film(
            site.films,
            "Tokyo Story",
            1953,
            directors="Yasujirō Ozu",
            countries=["Japan"],
            runtime_minutes=136,
        )
        cls.zama = make_film(
            site.films, "Zama", 2017, directors="Lucrecia Martel", countries=["Argentina", "Brazil"]
        )
        cls.undated_film = make_film(site.films, "Untitled")
        make_viewing(cls.tokyo, watched_on=date(2024, 1, 7), half_stars=10, is_loved=True)
        make_viewing(cls.zama, watched_on=date(2024, 1, 20), half_stars=7)
        make_viewing(cls.late_spring, watched_on=date(2024, 3, 2))
        make_viewing(cls.tokyo, watched_on=date(2024, 12, 31), half_stars=10, is_rewatch=True)
        make_viewing(cls.undated_film, watched_on=date(2024, 3, 2))
        make_viewing(cls.zama, watched_on=date(2023, 12, 31), half_stars=1)
        make_viewing(cls.zama, watched_on=date(2024, 6, 1), half_stars=1, is_private=True)

    def year(self):
        viewings = with_films(readable_viewings().filter(watched_on__year=2024))
        return make_year(list(viewings))

    def test_totals(self):
        year = self.year()
        self.assertEqual((len(year.viewings), len(year.films)), (5, 4))
        self.assertEqual((year.hours, year.untimed_count), (6, 2))  # 136 + 108 + 136 minutes
        self.assertEqual((year.rewatch_count, year.loved_count), (1, 1))
        self.assertEqual(year.mean_stars, "4.5")  # (10 + 7 + 10) / 3 half stars

    def test_months_and_ratings(self):
        year = self.year()
        self.assertEqual([bar.count for bar in year.months], [2, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1])
        self.assertEqual(year.months_label, "Evenings by month: January 2, March 2, December 1.")
        self.assertEqual([bar.count for bar in year.stars], [0, 0, 0, 0, 0, 0, 1, 0, 0, 2])
        self.assertIn("0, 0, 0, 0, 0, 0, 1, 0, 0, 2", year.stars_label)

    def test_every_chart_counts_the_same_evenings(self):
        year = self.year()
        self.assertEqual(sum(bar.count for bar in year.months), len(year.viewings))
        self.assertEqual(sum(bar.count for bar in year.stars), len(year.ratings))
        known = [viewing for viewing in year.viewings if viewing.film.year]
        self.assertEqual(sum(bar.count for bar in year.decades), len(known))

    def test_decades_have_no_gaps(self):
        decades = [(bar.key, bar.count) for bar in self.year().decades]
        self.assertEqual(decades[0], ("2010s", 1))
        self.assertEqual(decades[-2:], [("1950s", 2), ("1940s", 1)])
        self.assertEqual(len(decades), 8)

    def test_rankings(self):
        year = self.year()
        self.assertEqual(
            [(str(bar.key), bar.count) for bar in year.top_directors], [("Yasujirō Ozu", 3)]
        )
        self.assertEqual(
            [(str(bar.key), bar.count) for bar in year.top_countries],
            [("Japan", 3), ("Argentina", 1), ("Brazil", 1)],
        )

    def test_first_last_longest_and_shortest(self):
        year = self.year()
        self.assertEqual((year.first.film, year.last.film), (self.tokyo, self.tokyo))
        self.assertEqual((year.longest, year.shortest), (self.tokyo, self.late_spring))

    def test_the_page_prints_them_as_pictures_and_as_tables(self):
        html = self.client.get("/diary/2024/").content.decode().partition("<main")[2]
        self.assertIn('role="img" aria-label="Evenings by month: January 2', html)
        self.assertIn('<a href="/diary/2024/01/" title="January">Jan</a>', html)
        self.assertIn('<th scope="row">Yasujirō Ozu</th>', html)
        self.assertNotIn("style=", html)
        self.assertEqual(html.count("<rect"), 12 + 10 + 1 + 8 + 3)

    def test_a_year_of_one_evening_without_facts(self):
        make_viewing(self.undated_film, watched_on=date(2020, 2, 29))
        html = self.client.get("/diary/2020/").content.decode().partition("<main")[2]
        for words in ("Ratings", "Decades", "Countries", "Hours", "Longest", "Last<"):
            self.assertNotIn(words, html)
        self.assertIn("Untitled", html)
