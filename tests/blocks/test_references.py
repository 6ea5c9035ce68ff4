"""References of a page: from its stored body to what readers and authors see."""

import json

from django.db import connection
from django.test import RequestFactory, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.blocks import StructBlockValidationError
from wagtail.models import Site

from blog.accounts.models import User
from blog.blocks.references import ReferenceBlock, ReferencesBlock
from blog.blocks.sources_panel import read_sources
from blog.citations.models import Book, CitationSettings
from blog.posts.models import PostPage
from home.setup import lay_out_journal
from tests.factories.films import make_film
from tests.factories.posts import make_post, make_private
from tests.factories.site_body import as_stream


def cite(kind, pk, place=""):
    return f'<a linktype="citation" kind="{kind}" id="{pk}" data-place="{place}"></a>'


def note(words="Words."):
    return f'<a linktype="footnote" data-note="{words}"></a>'


class PageTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()
        cls.film = make_film(cls.tree.films, "The Work", 2017, directors="Gethin Aldous")
        cls.draft = make_film(cls.tree.films, "Unseen", 2001, live=False)
        cls.private = make_film(cls.tree.films, "Behind a password", 2002)
        make_private(cls.private)
        cls.book = Book.objects.create(title="Sequence", authors="Tuckman, Bruce W.", year="1965")

    def publish(self, *blocks):
        post = make_post(self.tree.journal, "Cited")
        post.body = PostPage._meta.get_field("body").to_python(json.dumps(as_stream(blocks)))
        post.save_revision().publish()
        return post

    def read(self, post):
        return self.client.get(post.url, headers={"host": "127.0.0.1:8000"}).content.decode()

    def read_body(self, *blocks):
        return self.read(self.publish(*blocks))

    def test_what_is_cited_is_listed_by_itself(self):
        html = self.read_body(("prose", f"<p>Held {cite('film', self.film.pk, '12:30')}.</p>"))
        self.assertIn("(Aldous, 2017, 12:30)", html)
        self.assertIn(f'<li id="ref-film-{self.film.pk}">', html)
        self.assertIn('<a href="/films/the-work/">The Work</a>', html)

    def test_films_that_readers_may_not_see_are_not_named(self):
        rows = [
            {"type": "item", "value": {"film": film.pk}, "id": str(film.pk)}
            for film in (self.draft, self.private)
        ]
        html = self.read_body(
            ("prose", f"<p>A {cite('film', self.draft.pk)} {cite('film', self.private.pk)}.</p>"),
            ("references", {"title": "", "items": rows}),
        )
        for word in ("Unseen", "password", "doc-bibliography", "2001", "2002"):
            self.assertNotIn(word, html)

    def test_what_is_gone_prints_nothing(self):
        html = self.read_body(
            ("prose", f"<p>A {cite('film', 999_999)} {cite('book', 999_999)}.</p>")
        )
        self.assertIn("<p>A.</p>", html)
        self.assertNotIn("doc-bibliography", html)

    def test_the_site_chooses_the_style_for_every_essay(self):
        post = self.publish(("prose", f"<p>A {cite('book', self.book.pk, '12')}.</p>"))
        self.assertIn("(Tuckman, 1965, p. 12)", self.read(post))
        site = Site.objects.get()
        CitationSettings.objects.update_or_create(site=site, defaults={"style": "mla"})
        self.assertIn("(Tuckman 12)", self.read(post))

    def test_a_block_gives_the_place_the_heading_and_further_rows(self):
        row = {"type": "item", "value": {"book": self.book.pk}, "id": "a"}
        html = self.read_body(
            ("prose", f"<p>A {cite('film', self.film.pk)}.</p>"),
            ("references", {"title": "Works", "items": [row]}),
        )
        self.assertEqual(html.count("doc-bibliography"), 1)
        self.assertIn(">Works</h2>", html)
        self.assertLess(html.index("Aldous, G. (Dir"), html.index("Tuckman, B. W."))

    def test_a_film_among_the_rows_stands_in_the_editor_too(self):
        row = {"type": "item", "value": {"film": self.film.pk}, "id": "a"}
        post = self.publish(("references", {"title": "", "items": [row]}))
        self.client.force_login(User.objects.create_superuser("owner@example.org", "p"))
        response = self.client.get(reverse("wagtailadmin_pages:edit", args=[post.pk]))
        self.assertContains(response, "The Work")

    def test_notes_run_through_prose_asides_and_spoilers(self):
        html = self.read_body(
            ("prose", f"<p>A{note('First.')}</p>"),
            ("aside", {"title": "", "text": f"<p>B{note('Second.')}</p>", "tone": "plain"}),
            ("spoiler", {"label": "The end", "body": f"<p>C{note('CANARY')}</p>"}),
            ("prose", f"<p>D{note('Fourth.')}</p>"),
        )
        curtain = html[html.index("<details") : html.index("</details>")]
        self.assertIn("CANARY", curtain)
        self.assertEqual(html.count("CANARY"), 1)
        self.assertIn('id="fn4" value="4">Fourth.', html)

    def test_the_number_of_queries_does_not_grow_with_the_citations(self):
        films = [
            make_film(self.tree.films, f"Film {n}", 2000, directors=f"Di Rector{n}")
            for n in range(13)
        ]
        books = [Book.objects.create(title=f"Book {n}") for n in range(13)]
        counts = []
        for count in (3, 13):
            words = "".join(cite("film", f.pk, f"1:0{n % 10}") for n, f in enumerate(films[:count]))
            words += "".join(cite("book", b.pk) for b in books[:count])
            post = self.publish(("prose", f"<p>A {words}</p>"))
            self.read(post)
            with self.subTest(count=count), CaptureQueriesContext(connection) as queries:
                html = self.read(post)
            counts.append(len(queries))
            self.assertEqual(html.count('<li id="ref-'), 2 * count)
        self.assertEqual(counts[0], counts[1])

    def test_a_film_guide_and_a_plain_page_number_their_notes_too(self):
        body = json.dumps(as_stream([("prose", f"<p>A{note('In the guide.')}</p>")]))
        self.film.guide = type(self.film)._meta.get_field("guide").to_python(body)
        self.film.save_revision().publish()
        self.assertIn('id="fn1" value="1">In the guide.', self.read(self.film))

    def test_a_preview_shows_them_too(self):
        post = self.publish(
            ("prose", f"<p>A{note('In the preview.')} {cite('book', self.book.pk)}</p>")
        )
        html = post.make_preview_request().rendered_content
        self.assertIn("In the preview.", html)
        self.assertIn("Tuckman, B. W.", html)

    def test_the_editor_lists_what_readers_get_and_says_what_they_do_not(self):
        row = {"type": "item", "value": {"film": self.private.pk}, "id": "a"}
        post = self.publish(
            (
                "prose",
                "<p>" + cite("film", self.film.pk) + cite("film", self.draft.pk) + cite("book", 9),
            ),
            ("references", {"title": "", "items": [row]}),
        )
        records, problems = read_sources(post.body)
        self.assertEqual([record["title"] for record in records], ["The Work"])
        self.assertEqual(len(problems), 3)
        self.assertIn("Unseen (2001), not printed", problems[0])


class BlockTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()
        cls.film = make_film(cls.tree.films, "The Work", 2017)
        cls.book = Book.objects.create(title="Sequence")

    def clean(self, **row):
        block = ReferenceBlock()
        return block.clean(block.to_python(row))

    def test_a_row_names_something(self):
        for row in ({}, {"year": "2001", "role": "Eds."}):
            with self.assertRaises(StructBlockValidationError) as caught:
                self.clean(**row)
            self.assertIn("write a title by hand", caught.exception.block_errors["film"].message)

    def test_a_row_names_one_thing(self):
        with self.assertRaises(StructBlockValidationError) as caught:
            self.clean(film=self.film.pk, book=self.book.pk)
        self.assertIn("add a row", caught.exception.block_errors["book"].message)

    def test_a_draft_may_wait_with_it(self):
        block = ReferenceBlock()
        self.assertFalse(block.clean_deferred(block.to_python({}))["title"])

    def test_a_block_alone_prints_its_rows(self):
        block = ReferencesBlock()
        rows = [{"film": self.film.pk}, {"title": "By hand", "authors": "One, A."}, {"year": "1"}]
        html = block.render(
            block.to_python({"items": rows}), {"request": RequestFactory().get("/")}
        )
        self.assertEqual(html.count("<li "), 2)
        self.assertIn("One, A. (n.d.). <i>By hand</i>.", html)
