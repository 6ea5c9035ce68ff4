from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.test import SimpleTestCase, TestCase, override_settings
from django.utils import timezone

from home.setup import lay_out_journal

from .rendering import a_request, parse, render

LOAD = "{% load layout_tags %}"


class TimeTests(SimpleTestCase):
    def show(self, when, arguments=""):
        return render(f"{LOAD}{{% time_tag when {arguments} %}}", when=when)

    def test_a_moment_carries_its_offset(self):
        with timezone.override(ZoneInfo("Europe/Paris")):
            html = self.show(datetime(2026, 11, 14, 23, 30, tzinfo=UTC))
        self.assertEqual(html, '<time datetime="2026-11-15T00:30:00+01:00">15 November 2026</time>')

    def test_a_day_is_a_day(self):
        html = self.show(date(2017, 10, 3), '"dt-published" "j F"')
        self.assertEqual(html, '<time class="dt-published" datetime="2017-10-03">3 October</time>')

    def test_no_date_prints_nothing(self):
        self.assertEqual(self.show(None), "")


class StarsTests(SimpleTestCase):
    def show(self, half_stars, who=""):
        return parse(render(f"{LOAD}{{% stars n who=who %}}", n=half_stars, who=who))

    def test_stars_are_said_in_words_with_whose_they_are(self):
        soup = self.show(9, "Ines")
        self.assertEqual(soup.select_one(".vh").text, "Ines gave it 4.5 out of 5")
        self.assertEqual(soup.span["class"], ["stars", "r9"])
        self.assertEqual(soup.select("span[aria-hidden]")[-1].text, "4½")

    def test_stars_of_nobody_in_particular(self):
        self.assertEqual(self.show(1).select_one(".vh").text, "Rated 0.5 out of 5")

    def test_no_rating_prints_nothing(self):
        self.assertEqual(self.show(None).text.strip(), "")


class UserbarTests(SimpleTestCase):
    SHOWS = f"{LOAD}{{% shows_userbar as shows %}}{{{{ shows }}}}"

    def test_a_reader_without_a_session_is_never_asked_who_they_are(self):
        self.assertEqual(render(self.SHOWS), "False")

    @override_settings(SESSION_COOKIE_NAME="session")
    def test_someone_with_a_session_may_see_it(self):
        request = a_request()
        request.COOKIES["session"] = "x"
        self.assertEqual(render(self.SHOWS, request=request), "True")


class CanonicalTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = lay_out_journal().site

    def address(self, path):
        return render(f"{LOAD}{{% canonical_url %}}", path).removeprefix(self.site.root_url)

    def test_only_the_page_of_a_list_stays_in_the_query(self):
        self.assertEqual(self.address("/journal/?utm_source=x"), "/journal/")
        self.assertEqual(self.address("/journal/?page=3&q=y"), "/journal/?page=3")

    def test_the_first_page_and_nonsense_are_the_list_itself(self):
        for query in ("page=1", "page=0", "page=x", "page=", "page=%C2%B2", "page=" + "9" * 5000):
            self.assertEqual(self.address(f"/journal/?{query}"), "/journal/", query)
