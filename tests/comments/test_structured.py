"""What machines are told of comments: what readers see, without what a curtain hides."""

import json
import re

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from blog.comments import actions
from blog.comments.models import CommentSettings
from blog.comments.structured import MOST
from home.setup import lay_out_journal
from tests.factories.comments import crowd, make_comment, make_in_every_state, make_many
from tests.factories.films import make_film
from tests.factories.posts import make_post

HEADERS = {"host": "127.0.0.1:8000"}


class StructuredTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.pages = lay_out_journal()
        cls.post = make_post(cls.pages.journal, "Held down")
        cls.film = make_film(cls.pages.films, "The Room", 1999)
        CommentSettings.for_site(cls.pages.site)

    def read(self, page, query=""):
        """Return the essay's or the film's own JSON-LD."""
        html = self.client.get(page.url + query, headers=HEADERS).content.decode()
        scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
        return json.loads(scripts[0])


class RefusalTests(StructuredTestCase):
    def test_only_what_is_published_is_told(self):
        states = make_in_every_state(self.post)
        told = self.read(self.post)
        self.assertEqual([entry["text"] for entry in told["comment"]], ["A published comment."])
        self.assertEqual(told["commentCount"], 1)
        actions.hide_comment(states["published"])
        self.assertNotIn("comment", self.read(self.post))
        self.assertNotIn("commentCount", self.read(self.post))

    def test_a_page_that_hides_its_comments_tells_nothing_of_them(self):
        post = make_post(self.pages.journal, "Hidden", comments_state="hidden")
        make_comment(post)
        self.assertNotIn("comment", self.read(post))

    def test_what_a_curtain_hides_is_left_out(self):
        make_comment(self.post, "Before ||canary|| after. It sings.", masked=["It sings."])
        make_comment(self.post, "||canary||", name="All hidden")
        told = self.read(self.post)
        self.assertNotIn("canary", json.dumps(told))
        self.assertEqual(told["comment"][0]["text"], "Before after.")
        self.assertNotIn("text", told["comment"][1])

    def test_what_was_published_elsewhere_is_that_sites_to_tell(self):
        make_comment(self.film, half_stars=7, origin_name="Letterboxd")
        told = self.read(self.film)
        self.assertNotIn("review", told)
        self.assertEqual(told["commentCount"], 1)

    def test_no_name_breaks_out_of_the_script(self):
        make_comment(self.post, "</script><script>", name="</script><b>")
        self.assertEqual(self.read(self.post)["comment"][0]["author"]["name"], "</script><b>")


class ToldTests(StructuredTestCase):
    def test_a_comment_says_who_when_and_whom_it_answers(self):
        first = make_comment(self.post, "*One* thing.", name="Wren")
        answer = make_comment(self.post, "Another.", parent=first, minutes=1)
        told = self.read(self.post)
        self.assertEqual(told["@type"], "BlogPosting")
        entry, other = told["comment"]
        self.assertEqual(entry["@type"], "Comment")
        self.assertEqual(entry["author"], {"@type": "Person", "name": "Wren"})
        self.assertEqual(entry["text"], "One thing.")
        self.assertTrue(entry["url"].endswith(f"?comment={first.pk}#comment-{first.pk}"))
        self.assertTrue(entry["datePublished"].startswith(f"{first.created_at:%Y-%m-%dT%H:%M}"))
        self.assertNotIn("parentItem", entry)
        self.assertEqual(other["parentItem"]["@id"], entry["@id"])
        self.assertEqual(entry["@id"], f"{told['url']}#comment-{first.pk}")
        actions.hide_comment(first)
        [only] = self.read(self.post)["comment"]
        self.assertEqual(only["@id"], f"{told['url']}#comment-{answer.pk}")
        self.assertNotIn("parentItem", only)

    def test_stars_make_it_a_review_of_the_film(self):
        make_comment(self.film, "Cold.", half_stars=9, name="Taker", minutes=1)
        make_comment(self.film, "No stars.", name="Other")
        told = self.read(self.film)
        [review], [comment] = told["review"], told["comment"]
        self.assertEqual(review["@type"], "Review")
        self.assertEqual(review["reviewRating"]["ratingValue"], 4.5)
        self.assertEqual(review["reviewBody"], "Cold.")
        self.assertEqual(comment["text"], "No stars.")
        self.assertEqual(told["aggregateRating"]["ratingCount"], 1)

    def test_long_words_are_cut_and_few_are_told_of_many(self):
        make_many(self.post, crowd(200), body="word " * 300)
        told = self.read(self.post)
        self.assertEqual(len(told["comment"]), MOST)
        self.assertEqual(told["commentCount"], 200)
        self.assertLessEqual(max(len(entry["text"]) for entry in told["comment"]), 300)


class CostTests(StructuredTestCase):
    def test_the_rows_of_the_page_are_asked_for_once(self):
        for page in (self.post, self.film):
            make_many(page, crowd(3))
            self.read(page)
            with CaptureQueriesContext(connection) as few:
                self.read(page)
            asked = [query for query in few if 'FROM "comments_comment"' in query["sql"]]
            self.assertEqual(len(asked), 1, page)
            make_many(page, crowd(10))
            with self.subTest(page=page), self.assertNumQueries(len(few)):
                self.read(page)
