"""The demo journal's content files: what is wrong in one is said in a sentence."""

import re
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest import mock

from django.core.management import CommandError, call_command
from django.test import SimpleTestCase, TestCase
from django.utils import timezone
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from blog.accounts.models import Author, User
from blog.blocks import features
from blog.citations.models import Book
from blog.films.models import FilmPage, Person
from blog.posts.models import PostIndexPage, PostPage
from home.demo import content
from home.demo.accounts import make_demo_accounts
from home.demo.credits import fill_credits
from home.demo.markup import to_rich_text
from home.demo.pages import FILM_KEYS, fill_film, how_far_back, place_drafts, read_essays
from home.demo.quotations import keep_quotes
from home.demo.replies import record_replies
from home.demo.shelf import Shelf
from home.demo.streams import make_stream
from home.demo.viewings import end_of_day, note_viewings, read_viewings
from home.setup import lay_out_journal

QUOTE = """
[[quote]]
key = "a"
text = "a"
provenance = "heard"
saved = 2024-01-01T00:00:00Z
"""


class DemoDatesTests(SimpleTestCase):
    def test_on_a_slow_clock_every_essay_is_still_of_the_past(self):
        essays = read_essays()
        now = timezone.now() - timedelta(days=900)
        viewings = read_viewings()
        with mock.patch("django.utils.timezone.now", return_value=now):
            moved_by = how_far_back(essays, viewings)
        for row in viewings:
            if row.get("watched_on"):
                with self.subTest(viewing=row.place):
                    self.assertLess(end_of_day(row["watched_on"]) - moved_by, now)
        for slug, essay in essays.items():
            if essay.get("date"):
                with self.subTest(essay=slug):
                    self.assertLess(essay["date"] - moved_by, now)

    def test_on_a_later_clock_dates_stay_as_written(self):
        with mock.patch("django.utils.timezone.now", return_value=datetime.max.replace(tzinfo=UTC)):
            self.assertEqual(how_far_back(read_essays()), timedelta())


class BadContentTests(TestCase):
    """Each fault is one sentence that says the file, the place and what to do."""

    def refused(self, do, *args, **kwargs):
        with self.assertRaises(content.ContentError) as caught:
            do(*args, **kwargs)
        self.assertNotIn("\n", str(caught.exception))
        return str(caught.exception)

    def folder(self, file, text):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        path = Path(folder.name) / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return mock.patch.object(content, "CONTENT", Path(folder.name))

    def stream_refused(self, *rows):
        field = PostPage._meta.get_field("body")
        return self.refused(make_stream, field, rows, shelf=Shelf(), file="essays/x.toml")

    def test_the_command_says_it_and_leaves_nothing_behind(self):
        with (
            self.folder("films.toml", "[[film]]\nslug = 1\ntitel = 2"),
            self.assertRaises(CommandError) as caught,
        ):
            call_command("demo")
        self.assertIn("films.toml, film 1: titel is not known", str(caught.exception))
        self.assertFalse(User.objects.exists())
        self.assertFalse(PostIndexPage.objects.exists())

    def test_a_file_that_is_not_toml(self):
        with self.folder("quotes.toml", "key"):
            self.assertIn("quotes.toml: not readable", self.refused(content.read, "quotes.toml"))

    def test_a_file_that_is_not_there(self):
        with self.folder("x.toml", ""):
            self.assertIn("no such file", self.refused(content.read, "quotes.toml"))

    def test_a_missing_key(self):
        with self.folder("quotes.toml", QUOTE.replace('key = "a"', "")):
            self.assertIn("quote 1: key is missing", self.refused(keep_quotes, None, None))

    def test_a_key_that_stands_twice(self):
        with self.folder("quotes.toml", QUOTE * 2):
            self.assertIn("“a” stands twice", self.refused(keep_quotes, None, None))

    def test_an_unverified_quotation_without_a_reason(self):
        with self.folder("quotes.toml", QUOTE.replace("heard", "unverified")):
            self.assertIn("say why", self.refused(keep_quotes, None, timedelta()))

    def test_a_reply_to_nobody(self):
        row = '[[comment]]\nkey = "a"\npage = "essay:a"\nparent = "b"\nhours = 1\nbody = "a"'
        shelf = mock.Mock()
        with self.folder("comments.toml", row):
            self.assertIn("parent is not", self.refused(record_replies, shelf, {"essay:a"}))

    def test_a_credit_that_cannot_be_read(self):
        shelf = mock.Mock()
        shelf.person.return_value = Person(pk=1)
        for row, said in {
            "A name": "row 1 without a name or with other keys",
            ("role",): "row 1 without a name or with other keys",
            ("name", "rôle"): "row 1 without a name or with other keys",
            ("name", "role"): "row 1 whose role is wrong",
        }.items():
            row = row if isinstance(row, str) else dict.fromkeys(row, "x")
            table = content.Table("films/x.toml", {"credits": [row]}, FILM_KEYS)
            with self.subTest(row=row):
                refused = self.refused(fill_credits, FilmPage(), table, shelf)
                self.assertIn(f"films/x.toml: credits has a {said}", refused)

    def test_a_date_of_the_future_is_today(self):
        field, day = FilmPage._meta.get_field("facts"), timezone.localdate()
        row = {"service": "A", "kind": "disc"}
        for checked_on in (day + timedelta(days=900), day, day - timedelta(days=1)):
            value = {"items": [row], "checked_on": checked_on}
            rows = [{"type": "watch", "value": value}]
            stream = make_stream(field, rows, shelf=Shelf(), file="films/x.toml")
            with self.subTest(checked_on=checked_on):
                self.assertEqual(stream[0].value["checked_on"], min(day, checked_on))

    def viewing(self, lines):
        return self.folder("viewings.toml", f'[[viewing]]\nfilm = "x"\n{lines}')

    def note(self, shelf):
        return self.refused(note_viewings, read_viewings(), shelf, {"x"}, timedelta())

    def test_an_evening_without_a_day(self):
        for day in ('"yesterday"', "2024-01-01T10:00:00Z"):
            with self.viewing(f"watched_on = {day}"):
                self.assertIn("viewing 1: watched_on is no day", self.refused(read_viewings))

    def test_an_evening_with_no_film(self):
        shelf = Shelf()
        with self.viewing(""):
            self.assertIn("viewing 1: film “film:x” is not a page", self.note(shelf))

    def test_an_evening_that_cannot_be(self):
        shelf = mock.Mock()
        shelf.film.return_value = FilmPage(slug="x", first_published_at=timezone.now())
        shelf.author.return_value = Author(pk=1)
        for line, said in {
            "half_stars = 11": "half_stars cannot be kept",
            'format = "tape"': "format cannot be kept",
            "watched_on = 9999-12-30": "has not come yet",
        }.items():
            with self.subTest(line=line), self.viewing(line):
                self.assertIn(said, self.note(shelf))

    def test_an_evening_of_an_author_who_is_not_there(self):
        shelf = Shelf()
        shelf.pages["film:x"] = FilmPage(slug="x")
        with self.viewing('author = "nobody"'):
            self.assertIn("viewing 1: author “nobody”", self.note(shelf))

    def test_a_take_that_cannot_be(self):
        essay, film = PostPage(), FilmPage()
        for page in (essay, film):
            page.first_published_at = timezone.now()
        faults = (
            (film, "", "body is missing; write it, or half_stars"),
            (film, 'body = ""', "body is missing"),
            (essay, "half_stars = 9", "half_stars can stand on a film alone"),
            (film, "half_stars = 0", "half_stars 0 is no whole number from 1 to 10"),
            (film, "half_stars = 11", "half_stars 11 is no whole"),
            (film, "half_stars = 7.5", "half_stars 7.5 is no whole"),
            (film, 'body = "a"\norigin_url = "https://example.org"', "origin_name is missing"),
        )
        row = '[[comment]]\nkey = "a"\nname = "A"\npage = "film:a"\nhours = 1\n'
        for page, lines, said in faults:
            shelf = mock.Mock()
            shelf.page.return_value = page
            with self.subTest(lines=lines), self.folder("comments.toml", row + lines):
                refused = self.refused(record_replies, shelf, {"film:a"})
                self.assertIn(f"comment 1: {said}", refused)

    def test_an_essay_with_two_dates_or_none(self):
        for dates in ("", "draft = true\nscheduled_in_days = 2"):
            with self.folder("essays/x.toml", f'title = "a"\nauthor = "b"\n{dates}'):
                self.assertIn("essays/x.toml: date", self.refused(read_essays))

    def test_an_unknown_block(self):
        said = self.stream_refused({"type": "proze"})
        self.assertIn("essays/x.toml, body 1 (proze): there is no such block", said)

    def test_an_unknown_part_of_a_block(self):
        said = self.stream_refused({"type": "aside", "value": {"txt": ""}})
        self.assertIn("body 1 (aside): txt is not known", said)

    def test_a_film_that_is_not_there(self):
        said = self.stream_refused({"type": "film_card", "value": {"film": "no-film"}})
        self.assertIn("body 1 (film_card), film: “film:no-film” is not a page", said)

    def test_a_work_that_is_cited_and_not_there(self):
        for work, said in {
            "film:no-film": "“film:no-film” is not a page",
            "book:no-book": "“no-book”: books.toml has no such key",
        }.items():
            said_of = self.stream_refused({"type": "prose", "value": f"a[@{work}]"})
            self.assertIn(f"body 1 (prose): {said}", said_of)

    def test_a_quotation_of_nobody_and_of_no_book(self):
        for name in ("film", "book"):
            shelf = Shelf()
            with self.subTest(name=name):
                row = QUOTE + f'{name} = "no-such"'
                books = mock.patch.object(Shelf, "_books", {})
                with self.folder("quotes.toml", row), books:
                    refused = self.refused(keep_quotes, shelf, timedelta())
                self.assertIn(f"quote 1: {name} “", refused)

    def test_a_book_is_kept_once(self):
        first = Shelf().book("dickinson")
        self.assertEqual(Shelf().book("dickinson"), first)
        self.assertEqual(Book.objects.count(), 1)

    def test_a_picture_that_is_not_drawn(self):
        said = self.stream_refused({"type": "picture", "value": {"image": "no-picture"}})
        self.assertIn("“no-picture” has no drawing", said)

    def test_a_value_that_the_page_refuses(self):
        films, shelf = lay_out_journal().films, Shelf()
        make_demo_accounts()
        table = content.Table("films/x.toml", {"title": "X", "year": 1200}, FILM_KEYS)
        place_drafts(films, "film", FilmPage, {"x": table}, shelf)
        now = timezone.now()
        said = self.refused(fill_film, shelf.film("x"), table, shelf=shelf, date=now)
        self.assertIn("films/x.toml: year:", said)
        self.assertFalse(FilmPage.objects.live().exists())

    def test_a_value_that_the_block_refuses(self):
        said = self.stream_refused(
            {"type": "scene_break"}, {"type": "trailer", "value": {"url": "https://example.org/a"}}
        )
        self.assertIn("body 2, url", said)


class EditorTests(TestCase):
    def test_the_editor_gives_back_what_it_was_given(self):
        journal = lay_out_journal().journal
        source = to_rich_text(
            "a^[The *b*.] [c](<quote:D>) e[@film:f 12:30] [g](film:f)", lambda name: journal
        )
        converter = ContentstateConverter(features.PROSE)
        again = converter.to_database_format(converter.from_database_format(source))
        self.assertEqual(re.sub(r' data-block-key="\w+"', "", again), source)
