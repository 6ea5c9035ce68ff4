"""What readers see of readers' takes under a film, and what it costs."""

import re

from blog.comments import actions
from blog.comments.models import Comment, CommentSettings
from home.setup import lay_out_journal
from tests.factories.comments import make_chain, make_comment, make_in_every_state
from tests.factories.films import make_film
from tests.factories.posts import make_post

from .test_section import SectionTestCase, draw, ids

LABEL = re.compile(r'<svg [^>]*role="img" aria-label="([^"]+)"')


class ReviewsTestCase(SectionTestCase):
    @classmethod
    def setUpTestData(cls):
        cls.pages = lay_out_journal()
        cls.film = make_film(cls.pages.films, "Paterson", 2016)
        CommentSettings.for_site(cls.pages.site)

    def make_takes(self, *ratings, **fields):
        start = Comment.objects.count()
        return [
            make_comment(self.film, f"Take {n}.", minutes=n, half_stars=rating, **fields)
            for n, rating in enumerate(ratings, start)
        ]


class StateTests(ReviewsTestCase):
    def test_hidden_shows_nothing_at_all(self):
        film = make_film(self.pages.films, "Hidden", 2001, comments_state="hidden")
        make_comment(film, half_stars=9)
        self.assertEqual(draw(film), "")

    def test_closed_shows_what_was_said_and_no_way_to_add(self):
        film = make_film(self.pages.films, "Closed", 2001, comments_state="closed")
        make_comment(film, half_stars=9)
        html = draw(film)
        self.assertEqual(len(ids(html)), 1)
        self.assertIn("Reviews were closed by the author on", html)
        for part in ("<form", "#respond", "data-reply", 'type="radio"'):
            self.assertNotIn(part, html)

    def test_the_invitation_stands_exactly_while_nothing_is_listed(self):
        make_in_every_state(make_film(self.pages.films, "Another", 2001), half_stars=9)
        waiting = make_comment(self.film, status="pending", half_stars=9)
        self.assertIn("No reviews yet. Be the first.", draw(self.film))
        self.assertNotIn("<svg", draw(self.film))
        actions.approve_comment(waiting)
        self.assertNotIn("Be the first.", draw(self.film))
        actions.hide_comment(waiting)
        self.assertIn("No reviews yet. Be the first.", draw(self.film))

    def test_an_essay_has_neither_stars_nor_histogram(self):
        post = make_post(self.pages.journal, "An essay")
        make_comment(post)
        html = draw(post)
        for part in ('name="rating"', "histo", "Readers’ reviews", "clamped"):
            self.assertNotIn(part, html)


class RatingTests(ReviewsTestCase):
    def test_only_published_stars_count(self):
        make_in_every_state(self.film, half_stars=2)
        Comment.objects.published().update(half_stars=9)
        html = draw(self.film)
        self.assertIn('<span class="big">4.5</span>', html)
        self.assertIn(">1 reader<", html)
        counts = "0, 0, 0, 0, 0, 0, 0, 0, 1, 0"
        self.assertEqual(
            LABEL.findall(html), [f"Ratings in half-stars, from a half to five: {counts}."]
        )

    def test_the_numbers_are_those_of_the_rows_that_are_listed(self):
        takes = self.make_takes(10, 9, 9, None, 1)
        make_comment(self.film, parent=takes[0])
        html = draw(self.film)
        rated = re.findall(r"Rated ([\d.]+) out of 5", html)
        self.assertEqual(rated, ["0.5", "4.5", "4.5", "5"])  # the newest is read first
        self.assertIn(f'<span class="big">{sum(map(float, rated)) / len(rated):.1f}</span>', html)
        self.assertIn(">4 readers<", html)
        actions.hide_comment(takes[0])
        html = draw(self.film)
        self.assertIn(">3 readers<", html)
        self.assertIn("This comment was removed.", html)
        self.assertNotIn("Rated 5 out of 5", html)

    def test_takes_without_stars_draw_no_histogram(self):
        self.make_takes(None, None)
        html = draw(self.film)
        self.assertNotIn("histo", html)
        self.assertEqual(len(ids(html)), 2)

    def test_stars_without_words_print_no_empty_body(self):
        make_comment(self.film, "", half_stars=7)
        html = draw(self.film)
        self.assertIn('<span aria-hidden="true">3½</span>', html)
        self.assertNotIn("e-content", html)

    def test_the_drawing_carries_no_style_of_its_own(self):
        self.make_takes(*[10] * 12, *[9] * 10, *[7] * 4)
        html = draw(self.film)
        self.assertNotIn("style=", html)
        bars = re.findall(r'<rect x="(\d+)" y="(\d+)" width="17" height="(\d+)"/>', html)
        self.assertEqual([int(x) for x, _, _ in bars], list(range(0, 200, 20)))
        self.assertTrue(all(int(y) + int(height) == 64 for _, y, height in bars))
        self.assertEqual(bars[0], ("0", "62", "2"))
        self.assertEqual(bars[9], ("180", "0", "64"))


class ListTests(ReviewsTestCase):
    def test_many_are_shortened_with_a_way_to_all_that_counts_them(self):
        self.make_takes(*[8] * 30)
        html = draw(self.film)
        self.assertEqual(len(ids(html)), 10)
        self.assertIn('<a href="?comments=1#comments">See all 30 reviews</a>', html)
        self.assertIn(">30 readers<", html)
        first, second = draw(self.film, "?comments=1"), draw(self.film, "?comments=2")
        self.assertEqual((len(ids(first)), len(ids(second))), (25, 5))
        self.assertEqual(ids(first)[:10], ids(html))
        self.assertEqual(len({*ids(first), *ids(second)}), 30)
        self.assertIn('<a href="?comments=2#comments" rel="next">Older reviews', first)
        self.assertIn("Newer reviews</a>", second)
        self.assertNotIn("See all", first)

    def test_few_are_all_there(self):
        self.make_takes(*[8] * 10)
        html = draw(self.film)
        self.assertEqual(len(ids(html)), 10)
        self.assertNotIn("See all", html)
        self.assertNotIn("<nav", html)

    def test_the_address_of_a_take_opens_its_page(self):
        oldest = self.make_takes(*[8] * 30)[0]
        for query in (f"?comment={oldest.pk}", f"?reply={oldest.pk}"):
            self.assertIn(oldest.pk, ids(draw(self.film, query)))

    def test_hostile_queries_draw_the_list(self):
        self.make_takes(8, 9)
        for query in (
            "?comments=x",
            "?comments=%00",
            "?comment=9999999999999999999999",
            "?reply=-1",
        ):
            self.assertEqual(len(ids(draw(self.film, query))), 2, query)

    def test_answers_stand_below_their_take_oldest_first(self):
        take = self.make_takes(9)[0]
        answers = [make_comment(self.film, minutes=n, parent=take) for n in (1, 2)]
        html = draw(self.film)
        self.assertEqual(ids(html), [take.pk, answers[0].pk, answers[1].pk])
        self.assertIn(f'data-parent="{take.pk}"', html)

    def test_long_threads_fold_here_too(self):
        make_chain(self.film, 5)
        self.assertIn("4 replies</summary>", draw(self.film))

    def test_the_mark_up_of_the_contract(self):
        take = self.make_takes(9)[0]
        html = draw(self.film)
        article = f'<article class="comment review u-comment h-cite" id="comment-{take.pk}"'
        self.assertIn(article, html)
        for mark in ('class="p-author"', 'class="dt-published"', 'class="body e-content"'):
            self.assertEqual(html.count(mark), 1, mark)
        self.assertIn(f'class="u-url" href="?comment={take.pk}#comment-{take.pk}"', html)
        for names in re.findall(r'aria-labelledby="(comment-[^"]+)"', html):
            for name in names.split():
                self.assertEqual(html.count(f'id="{name}"'), 1, name)


class LongTakeTests(ReviewsTestCase):
    LONG = "A line that is long enough to be one. " * 60  # about 2,300 characters

    def test_a_long_take_is_clamped_and_leads_to_itself(self):
        short = make_comment(self.film, "Four words, no more.")
        long = make_comment(self.film, self.LONG, name="Tomasz <b>")
        html = draw(self.film)
        self.assertEqual(html.count("clamped"), 1)
        self.assertIn(f'<a href="?comment={long.pk}#comment-{long.pk}" data-read-on=', html)
        self.assertIn("in Tomasz &lt;b&gt;’s review", html)
        self.assertIn(self.LONG.strip(), html)  # nothing is missing from the page
        self.assertNotIn(f"comment-{short.pk}-words", html)

    def test_it_is_whole_at_its_own_address(self):
        long = make_comment(self.film, self.LONG)
        other = make_comment(self.film, self.LONG)
        html = draw(self.film, f"?comment={long.pk}")
        self.assertEqual(html.count("clamped"), 1)
        self.assertIn(f"comment-{other.pk}-words", html)

    def test_what_a_curtain_hides_makes_nothing_long(self):
        make_comment(self.film, f"Short. ||{self.LONG}|| Short.")
        self.assertNotIn("clamped", draw(self.film))

    def test_many_short_lines_are_long(self):
        make_comment(self.film, "a\n" * 40)
        self.assertIn("clamped", draw(self.film))


class OriginTests(ReviewsTestCase):
    def test_what_was_first_said_elsewhere_says_where(self):
        address = "https://letterboxd.com/tomasz/film/paterson/"
        self.make_takes(8, name="Wren")
        self.make_takes(9, name="Tomasz", origin_name="Letterboxd", origin_url=address)
        html = draw(self.film)
        link = f'<a class="u-syndication" href="{address}" rel="ugc nofollow noopener">'
        self.assertEqual(html.count(f"{link}on Letterboxd</a>"), 1)
        self.assertIn(">2 readers<", html)
        self.assertIn(">1 of them elsewhere<", html)

    def test_a_place_without_an_address_is_named_without_a_link(self):
        self.make_takes(9, origin_name="Letter & box")
        html = draw(self.film)
        self.assertIn("<span>on Letter &amp; box</span>", html)
        self.assertNotIn("u-syndication", html)


class FormTests(ReviewsTestCase):
    def test_ten_radios_and_a_way_back_to_none(self):
        html = draw(self.film)
        radios = re.findall(r'<input[^>]*type="radio"[^>]*name="rating"[^>]*value="(\d*)"', html)
        self.assertEqual(radios, [*map(str, range(1, 11)), ""])
        self.assertEqual(html.count(" checked>"), 1)
        self.assertRegex(html, r'value="" data-say="" checked> No stars</label>')
        for value in range(1, 11):
            self.assertEqual(html.count(f'<label for="respond-r{value}"'), 1)
        self.assertIn('<span class="vh">4½ stars</span>', html)
        self.assertNotRegex(html, r"<textarea[^>]* required")

    def test_an_answers_form_has_no_stars_to_send(self):
        take = self.make_takes(9)[0]
        html = draw(self.film, f"?reply={take.pk}")
        self.assertIn('<fieldset class="rate" data-take-only hidden disabled>', html)
        self.assertIn("Replying to <bdi>Wren</bdi>", html)
        self.assertRegex(html, r"<textarea[^>]* required")

    def test_the_page_is_the_same_for_everyone(self):
        self.make_takes(9)
        first = self.client.get(self.film.url)
        self.assertContains(first, "Rated 4.5 out of 5")
        self.assertFalse(first.cookies)
        second = self.client.get(self.film.url, REMOTE_ADDR="198.51.100.7")
        self.assertEqual(first.content, second.content)


class CostTests(ReviewsTestCase):
    def test_the_section_asks_for_its_settings_and_its_rows_whatever_their_number(self):
        self.make_takes(9, 8, None)
        draw(self.film)
        with self.assertNumQueries(4):  # the page and the site, which whoever draws it has
            draw(self.film)
        self.make_takes(*[7] * 10)
        with self.assertNumQueries(4):
            draw(self.film)

    def test_a_film_with_300_takes_is_15_queries_at_most(self):
        make = self.make_takes(*[8] * 300)
        for take in make[:20]:
            make_comment(self.film, parent=take)
        self.client.get(self.film.url)
        with self.assertNumQueries(FewerThan(16)):
            html = self.client.get(self.film.url).content.decode()
        self.assertIn(">300 readers<", html)


class FewerThan(int):
    """A number of queries that any smaller number equals too."""

    def __eq__(self, other):
        return other < int(self)

    __hash__ = int.__hash__
