"""The forms that are plain words: excerpt, search text, social description, JSON-LD."""

from django.test import TestCase

from blog.blocks.outside import LIMITS, OutsideForm, outside_form
from blog.films.models import FilmPage
from blog.posts.models import PostPage

from .canary import CANARY, UNSEEN, hide_words


class WordsTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = hide_words()

    def test_what_a_spoiler_hides_is_in_none_of_them(self):
        for stream in (self.site.post.body, self.site.film.guide):
            for form in LIMITS:
                with self.subTest(form=form):
                    words = outside_form(stream, form)
                    self.assertTrue(words)
                    self.assertNotIn(CANARY, words)
                    self.assertNotIn(UNSEEN, words)

    def test_they_are_one_line_without_markup(self):
        for form in LIMITS:
            words = outside_form(self.site.post.body, form)
            heading = "The heron " if form is OutsideForm.SEARCH else ""
            self.assertEqual(words, f"{heading}It stands on one leg.")

    def test_an_empty_body_gives_no_words(self):
        for form in OutsideForm:
            for stream in (None, PostPage(title="x").body):
                self.assertEqual(outside_form(stream, form), "")

    def test_a_long_body_is_cut_to_the_limit_of_its_form(self):
        long = PostPage(title="x", body=[("prose", f"<p>{'heron ' * 900}</p>")])
        for form, limit in LIMITS.items():
            words = outside_form(long.body, form)
            with self.subTest(form=form):
                self.assertEqual(len(words) <= (limit or 9999), True)
                self.assertEqual(words.endswith("…"), limit is not None)

    def test_they_cost_one_query_for_the_body_and_none_for_its_films(self):
        post = PostPage.objects.get(pk=self.site.post.pk)
        film = FilmPage.objects.get(pk=self.site.film.pk)
        with self.assertNumQueries(0):
            outside_form(post.body, OutsideForm.EXCERPT)
            outside_form(film.guide, OutsideForm.SEARCH)
