"""Readers' stars as numbers: of one page from its rows, of many pages in one query."""

from decimal import Decimal
from types import SimpleNamespace

from django.template import Context, Template
from django.test import RequestFactory, SimpleTestCase, TestCase
from django.utils import translation

from blog.comments.clamping import is_long
from blog.comments.models import CommentSettings
from blog.comments.takes import (
    add_readers_means,
    aggregate_rating,
    get_takes,
    readers_means,
    summarise_takes,
)
from blog.films.models import FilmPage
from home.setup import lay_out_journal
from tests.factories.comments import make_comment, make_in_every_state
from tests.factories.films import make_film
from tests.factories.posts import make_post


def row(half_stars, *, is_published=True, parent_id=None, origin_name=""):
    return SimpleNamespace(half_stars=half_stars, is_published=is_published,
                           parent_id=parent_id, origin_name=origin_name)  # fmt: skip


class SummaryTests(SimpleTestCase):
    def test_nothing_has_no_mean(self):
        takes = summarise_takes([])
        self.assertEqual((takes.count, takes.mean, takes.mean_words), (0, None, ""))
        self.assertIsNone(takes.mean_half_stars)

    def test_what_nobody_sees_and_answers_do_not_count(self):
        takes = summarise_takes(
            [row(10, is_published=False), row(2), row(None), row(None, parent_id=1)]
        )
        self.assertEqual((takes.count, takes.total), (1, 2))
        self.assertEqual(takes.counts, (0, 1, 0, 0, 0, 0, 0, 0, 0, 0))

    def test_the_mean_is_rounded_as_people_round(self):
        for given, mean, half_stars in [
            ([8, 9], "4.3", 9), ([1], "0.5", 1), ([9, 9, 10], "4.7", 9), ([10], "5.0", 10),
            ([1, 1, 2], "0.7", 1),
        ]:  # fmt: skip
            takes = summarise_takes([row(number) for number in given])
            self.assertEqual(takes.mean, Decimal(mean), given)
            self.assertEqual(takes.mean_half_stars, half_stars, given)

    def test_numbers_speak_the_language_in_force(self):
        with translation.override("de"):
            self.assertEqual(summarise_takes([row(9)]).mean_words, "4,5")

    def test_what_is_long(self):
        for source in ("", "Great.", "word " * 140, "a\n" * 9, f"||{'word ' * 900}||"):
            self.assertFalse(is_long(source), source[:20])
        for source in ("word " * 170, "a\n" * 11, "word " * 900, "\n\n".join(["word " * 30] * 5)):
            self.assertTrue(is_long(source), source[:20])


class PageNumbersTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.pages = lay_out_journal()
        cls.film = make_film(cls.pages.films, "Paterson", 2016)
        cls.hidden = make_film(cls.pages.films, "Hidden", 2001, comments_state="hidden")
        cls.unrated = make_film(cls.pages.films, "Unrated", 2002)
        make_in_every_state(cls.film, half_stars=1)
        for rating in (10, 9, None):
            take = make_comment(cls.film, half_stars=rating)
            make_comment(cls.film, parent=take)
        make_comment(cls.hidden, half_stars=10)
        make_comment(cls.unrated)

    def test_lists_get_all_their_numbers_in_one_query(self):
        films = list(FilmPage.objects.order_by("title"))
        with self.assertNumQueries(1):
            add_readers_means(films)
        hidden, rated, unrated = (film.readers_mean for film in films)
        self.assertEqual((rated.count, rated.mean_words), (3, "3.3"))
        self.assertIsNone(hidden)
        self.assertIsNone(unrated)
        for number in range(10):
            make_comment(make_film(self.pages.films, f"Film {number}", 1990), half_stars=6)
        films = list(FilmPage.objects.all())
        with self.assertNumQueries(1):
            add_readers_means(films)
        self.assertEqual(sum(film.readers_mean is not None for film in films), 11)

    def test_of_no_pages_there_are_no_numbers(self):
        self.assertEqual(readers_means([]), {})
        self.assertEqual(add_readers_means([]), [])

    def test_one_page_and_a_list_agree(self):
        takes, mean = get_takes(self.film), readers_means([self.film.pk])[self.film.pk]
        self.assertEqual((takes.count, takes.mean), (mean.count, mean.mean))

    def test_structured_data_count_what_was_given_here(self):
        make_comment(self.film, half_stars=10, origin_name="Letterboxd")
        film = FilmPage.objects.get(pk=self.film.pk)
        self.assertEqual(
            aggregate_rating(film),
            {"@type": "AggregateRating", "ratingValue": 3.3, "ratingCount": 3,
             "bestRating": 5, "worstRating": 0.5},
        )  # fmt: skip
        self.assertEqual(get_takes(film).count, 4)

    def test_structured_data_of_nothing_are_nothing(self):
        post = make_post(self.pages.journal, "An essay")
        make_comment(post)
        for page in (self.hidden, self.unrated, post):
            self.assertIsNone(aggregate_rating(page))

    def test_the_tag_shares_the_rows_of_the_section(self):
        CommentSettings.for_site(self.pages.site)
        template = Template(
            "{% load comments_tags %}{% readers_takes page as takes %}"
            "[{{ takes.mean_words }} {{ takes.count }} {{ takes.is_open }}]"
            "{% if more %}{% comments_for page %}{% endif %}"
        )

        def draw(pk, **context):
            request = RequestFactory().get("/films/x/")
            page = FilmPage.objects.get(pk=pk)
            return template.render(Context({"page": page, "request": request, **context}))

        draw(self.film.pk, more=True)
        with self.assertNumQueries(4):
            self.assertTrue(draw(self.film.pk, more=True).startswith("[3.3 3 True]"))
        FilmPage.objects.filter(pk=self.film.pk).update(comments_state="closed")
        self.assertIn("[3.3 3 False]", draw(self.film.pk))
        self.assertIn("[  ]", draw(self.hidden.pk))
