"""Addresses lead to the right part of a thread, however long it is, and cost no more for it."""

import re

from django.test import TestCase

from blog.comments.models import Comment
from home.setup import lay_out_journal
from tests.factories.comments import crowd, make_chain, make_comment, make_many
from tests.factories.films import make_film
from tests.factories.posts import make_post

from .test_section import COUNT_AND_SECTION, SectionTestCase, draw, ids


class AddressTests(SectionTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.firsts = [make_comment(cls.post, minutes=n) for n in range(30)]
        cls.late = make_comment(cls.post, minutes=99, parent=cls.firsts[27], name="Late")

    def test_pages_hold_25_whole_threads(self):
        self.assertEqual(len(ids(draw(self.post))), 25)
        self.assertEqual(len(ids(draw(self.post, "?comments=2"))), 6)
        self.assertIn('<a href="?comments=2#comments" rel="next">', draw(self.post))

    def test_a_comments_own_address_opens_its_page(self):
        self.assertIn(self.late.pk, ids(draw(self.post, f"?comment={self.late.pk}")))

    def test_what_an_address_names_is_marked_and_takes_the_focus(self):
        html = draw(self.post, f"?comment={self.late.pk}")
        article = f'<article class="comment u-comment h-cite named" id="comment-{self.late.pk}"'
        self.assertEqual(html.count('tabindex="-1">'), 1)
        self.assertRegex(html, f'{article}[^>]* tabindex="-1">')

    def test_an_address_whose_comment_is_gone_says_so(self):
        hidden = make_comment(self.post, status="hidden")
        pending = make_comment(self.post, status="pending")
        for pk in (hidden.pk, pending.pk, 987654):
            html = draw(self.post, f"?comment={pk}")
            self.assertIn("What this link led to is not here any more.", html)
            self.assertEqual(len(ids(html)), 25)
        self.assertNotIn("not here any more", draw(self.post, f"?comment={self.late.pk}"))

    def test_an_address_for_answering_fills_the_form(self):
        html = draw(self.post, f"?reply={self.late.pk}")
        self.assertIn(self.late.pk, ids(html))
        self.assertIn(f'name="parent" value="{self.late.pk}"', html)
        self.assertIn("Replying to <bdi>Late</bdi>", html)
        self.assertRegex(html, r"data-cancel-reply>")

    def test_what_is_not_visible_cannot_be_answered(self):
        pending = make_comment(self.post, status="pending", name="Unseen")
        elsewhere = make_comment(make_post(self.pages.journal, "Other"), name="Elsewhere")
        for comment in (pending, elsewhere):
            html = draw(self.post, f"?reply={comment.pk}")
            self.assertIn('name="parent" value=""', html)
            self.assertNotIn(comment.name, html)


class CostTests(SectionTestCase):
    def test_the_number_of_queries_does_not_grow(self):
        make_chain(self.post, 3)
        draw(self.post)  # from here on the cache knows the site's addresses
        # The page itself and the site, which whoever draws the page has anyway; then the
        # settings and the comments.
        with self.assertNumQueries(4):
            draw(self.post, template=COUNT_AND_SECTION)
        for number in range(10):
            make_comment(self.post, parent=Comment.objects.last(), name=f"Reader {number}")
        self.assertEqual(Comment.objects.published().count(), 13)
        with self.assertNumQueries(4):
            html = draw(self.post, template=COUNT_AND_SECTION)
        self.assertTrue(html.startswith("[13]"))

    def test_a_crowd_costs_two_queries_more_than_a_few(self):
        comments = make_many(self.post, crowd(1500))
        draw(self.post)
        last = f"?comment={comments[-1].pk}"
        for query in ("", "?comments=2", f"?thread={comments[0].pk}&comments=3", last):
            with self.subTest(query=query), self.assertNumQueries(6):
                self.assertEqual(len(ids(draw(self.post, query))), 100)
        self.assertIn(">1,500 replies</h2>", draw(self.post))


class ConversationTests(SectionTestCase):
    """A thread that is too long for a list goes on where it is alone."""

    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.other = make_comment(cls.post, name="Other")
        cls.comments = make_many(cls.post, crowd(150))
        cls.first, cls.last = cls.comments[0].pk, cls.comments[-1].pk

    def get_next(self, html):
        [(query, pk)] = re.findall(r'href="(\?thread=[^"#]+)#comment-(\d+)">Continue', html)
        return query.replace("&amp;", "&"), int(pk)

    def test_a_list_shows_how_it_begins_and_leads_on(self):
        html = draw(self.post)
        shown = ids(html)
        self.assertEqual(len(shown), 100)
        self.assertEqual(shown[:2], [self.other.pk, self.first])
        self.assertIn("Continue this conversation: 51 more replies", html)
        query, pk = self.get_next(html)
        self.assertNotIn(pk, shown)
        self.assertIn(pk, ids(draw(self.post, query)))

    def test_it_is_read_to_its_end_and_leads_back(self):
        address = f"?thread={self.first}"
        html = draw(self.post, address)
        self.assertIn("You are reading one conversation.", html)
        self.assertIn(f'<a href="?comment={self.first}#comments">Back to all replies</a>', html)
        self.assertNotIn(self.other.pk, ids(html))
        self.assertIn(f'<a href="{address}&amp;comments=2#comments" rel="next">', html)
        second = draw(self.post, f"{address}&comments=2")
        self.assertEqual(
            sorted(ids(html) + ids(second)), sorted(comment.pk for comment in self.comments)
        )
        self.assertIn(">151 replies</h2>", second)

    def test_whoever_answers_someone_on_another_page_says_whom_and_links_there(self):
        html = draw(self.post, f"?thread={self.first}&comments=2")
        elsewhere = re.findall(r'>to <a href="\?comment=(\d+)#comment-(\d+)"><bdi>Reader', html)
        self.assertTrue(elsewhere)
        for pk, anchor in elsewhere:
            self.assertEqual(pk, anchor)
            self.assertNotIn(f'id="comment-{pk}"', html)
        for pk in re.findall(r'>to <a href="#comment-(\d+)"', html):
            self.assertIn(f'id="comment-{pk}"', html)

    def test_a_link_to_what_the_list_leaves_out_opens_the_conversation(self):
        for key in ("comment", "reply"):
            pk = max(ids(draw(self.post, f"?thread={self.first}&comments=2")))
            html = draw(self.post, f"?{key}={pk}")
            self.assertIn(f'id="comment-{pk}"', html)
            self.assertIn("You are reading one conversation.", html)
        self.assertIn(f'name="parent" value="{pk}"', html)

    def test_a_thread_that_is_not_there_is_the_list(self):
        for query in ("?thread=0", "?thread=x", "?thread=99999999", "?thread="):
            self.assertIn(self.other.pk, ids(draw(self.post, query)), query)


class StoringTests(TestCase):
    """What a cache between us and a reader may keep: a page, but not one for each comment."""

    @classmethod
    def setUpTestData(cls):
        pages = lay_out_journal()
        cls.pages = (make_post(pages.journal, "Held down"), make_film(pages.films))
        cls.comments = [make_comment(page) for page in cls.pages]

    def test_a_page_with_a_comment_in_its_address_is_never_stored(self):
        for page, comment in zip(self.pages, self.comments, strict=True):
            for query in (f"reply={comment.pk}", f"comment={comment.pk}", "reply=x", "comment="):
                with self.subTest(page=page, query=query):
                    answer = self.client.get(f"{page.url}?{query}")
                    self.assertEqual(answer.status_code, 200)
                    self.assertIn("private", answer["Cache-Control"])
                    self.assertIn("no-store", answer["Cache-Control"])
                    self.assertNotIn("Cookie", answer.get("Vary", ""))

    def test_search_engines_leave_the_form_of_each_answer_out_and_find_the_page(self):
        for page, comment in zip(self.pages, self.comments, strict=True):
            with self.subTest(page=page):
                answer = self.client.get(f"{page.url}?reply={comment.pk}")
                self.assertEqual(answer.get("X-Robots-Tag"), "noindex")
                self.assertContains(answer, '<link rel="canonical"')
                self.assertNotIn("X-Robots-Tag", self.client.get(page.url))

    def test_a_page_itself_and_the_pages_of_its_threads_may_be_stored(self):
        for page in self.pages:
            for query in ("", "?comments=1"):
                self.assertNotIn(
                    "no-store", self.client.get(page.url + query).get("Cache-Control", "")
                )
