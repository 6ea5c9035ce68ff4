"""Comments as feeds: only what anyone may read, with closed curtains, and no more than is new."""

from datetime import timedelta
from email.utils import parsedate_to_datetime

from django.test import TestCase
from django.utils import timezone
from lxml import etree

from blog.comments import actions
from blog.comments.feeds import NEWEST
from blog.comments.models import Comment
from home.setup import lay_out_journal
from tests.factories.comments import make_comment, make_in_every_state, make_many
from tests.factories.films import make_film
from tests.factories.posts import make_post, make_private

HOST = "http://127.0.0.1:8000"
JOURNAL = "/comments/feed/"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
ATOM_LINK = "{http://www.w3.org/2005/Atom}link"


class FeedTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.pages = lay_out_journal()
        cls.post = make_post(cls.pages.journal, "Held <down> & up")
        cls.path = f"/journal/{cls.post.slug}/feed/"

    def get(self, path=JOURNAL, **headers):
        return self.client.get(path, headers={"host": "127.0.0.1:8000"} | headers)

    def items(self, path=JOURNAL):
        answer = self.get(path)
        self.assertEqual(answer.status_code, 200)
        return etree.fromstring(answer.content).findall("channel/item")

    def titles(self, path=JOURNAL):
        return [item.findtext("title") for item in self.items(path)]


class RefusalTests(FeedTestCase):
    def test_only_what_is_published_is_in_it(self):
        make_in_every_state(self.post)
        for path in (JOURNAL, self.path):
            with self.subTest(path=path):
                [item] = self.items(path)
                self.assertIn("A published comment.", item.findtext("description"))

    def test_drafts_private_pages_and_hidden_comments_are_not_in_it(self):
        draft = make_post(self.pages.journal, "Draft", live=False)
        private = make_private(make_post(self.pages.journal, "Private"))
        hidden = make_post(self.pages.journal, "Hidden", comments_state="hidden")
        film = make_film(self.pages.films, "Hidden film", 1999, comments_state="hidden")
        for page in (draft, private, hidden, film):
            make_comment(page, name=page.title)
        self.assertEqual(self.titles(), [])
        self.assertEqual(self.get("/journal/draft/feed/").status_code, 404)
        self.assertEqual(self.get("/journal/hidden/feed/").status_code, 404)
        self.assertEqual(self.get("/journal/private/feed/").status_code, 302)
        make_private(self.pages.journal)
        make_comment(self.post)
        self.assertEqual(self.titles(), [])

    def test_there_is_nothing_else_below_an_essay(self):
        for path in ("feed/x/", "feeds/", "feed/feed/"):
            self.assertEqual(self.get(f"/journal/{self.post.slug}/{path}").status_code, 404)
        self.assertEqual(self.client.post(JOURNAL).status_code, 405)
        self.assertEqual(self.client.post(self.path).status_code, 405)

    def test_whoever_cannot_be_read_is_not_named(self):
        parent = make_comment(self.post, name="Unseen")
        make_comment(self.post, parent=parent, name="Seen")
        actions.hide_comment(parent)
        for path in (JOURNAL, self.path):
            self.assertNotIn("Unseen", self.get(path).content.decode())

    def test_what_a_curtain_hides_stays_on_the_page(self):
        make_comment(self.post, "First. ||canary|| Then.", masked=["Then."])
        make_comment(self.post, "The canary sings.", masked=["The canary"])
        text = self.get().content.decode()
        self.assertNotIn("canary", text)
        self.assertNotIn("Then.", text)
        self.assertIn("Kept behind a curtain.", text)
        self.assertIn("Spoiler marked by an editor", text)

    def test_no_address_of_a_reader_is_in_it(self):
        make_comment(self.post, email="private@mail.example")
        self.assertNotIn("private@mail.example", self.get().content.decode())


class FeedTests(FeedTestCase):
    def test_it_is_rss_with_whole_addresses(self):
        first = make_comment(self.post, name="Wren", body="*One* https://a.example/?b&c")
        second = make_comment(self.post, name='"><b>O', parent=first, minutes=1)
        for path in (JOURNAL, self.path):
            with self.subTest(path=path):
                answer = self.get(path)
                self.assertEqual(answer["Content-Type"], "application/rss+xml; charset=utf-8")
                channel = etree.fromstring(answer.content).find("channel")
                self.assertEqual(channel.find(ATOM_LINK).get("href"), HOST + path)
                for needed in ("title", "link", "description", "lastBuildDate", "language"):
                    self.assertTrue(channel.findtext(needed), needed)
                newest, oldest = channel.findall("item")
                address = f"{HOST}/journal/{self.post.slug}/"
                here = f"{address}?comment={second.pk}#comment-{second.pk}"
                self.assertEqual(newest.findtext("link"), here)
                self.assertEqual(newest.findtext(CREATOR), '"><b>O')
                self.assertEqual(newest.findtext("title"), '"><b>O on “Held <down> & up”')
                there = f"{address}?comment={first.pk}#comment-{first.pk}"
                self.assertIn(
                    f'in reply to <a href="{there}">Wren</a>', newest.findtext("description")
                )
                self.assertIn("<p><em>One</em> <a href=", oldest.findtext("description"))
                self.assertEqual(newest.find("guid").get("isPermaLink"), "false")
                self.assertNotEqual(newest.findtext("guid"), oldest.findtext("guid"))

    def test_a_page_has_its_own_and_a_film_gives_its_stars_to_all(self):
        film = make_film(self.pages.films, "The Room", 1999)
        make_comment(film, name="Taker", half_stars=9, minutes=1)
        make_comment(self.post, name="Wren")
        self.assertEqual(self.titles(), ["Taker on “The Room”", "Wren on “Held <down> & up”"])
        self.assertEqual(self.titles(self.path), ["Wren on “Held <down> & up”"])
        self.assertIn("<p>4.5 out of 5</p>", self.items()[0].findtext("description"))

    def test_what_was_approved_last_comes_first(self):
        old = make_comment(self.post, name="Old", status="pending")
        make_comment(self.post, name="New", minutes=5)
        actions.approve_comment(old)
        self.assertEqual([title.split()[0] for title in self.titles()], ["Old", "New"])

    def test_the_newest_are_in_it_with_as_many_queries_for_many(self):
        # The site, its settings and the comments; before them, Wagtail's way to an essay.
        for path, queries in ((JOURNAL, 3), (self.path, 9)):
            Comment.objects.filter(parent__isnull=False).delete()
            Comment.objects.all().delete()
            make_many(self.post, [None] * 3)
            self.get(path)
            with self.subTest(path=path), self.assertNumQueries(queries):
                self.assertEqual(len(self.items(path)), 3)
            make_many(self.post, [None, *[0] * NEWEST])
            with self.subTest(path=path), self.assertNumQueries(queries):
                self.assertEqual(len(self.items(path)), NEWEST)

    def test_an_empty_feed_is_one_too(self):
        for path in (JOURNAL, self.path):
            self.assertEqual(self.items(path), [])

    def test_names_no_xml_can_hold_are_mended(self):
        Comment.objects.filter(pk=make_comment(self.post).pk).update(name="A\x0bB\ufffe")
        self.assertEqual(self.items()[0].findtext(CREATOR), "AB")


class AgainTests(FeedTestCase):
    def test_who_has_it_gets_nothing_again_until_it_changes(self):
        for path in (JOURNAL, self.path):
            for empty in (True, False):
                Comment.objects.all().delete()
                if not empty:
                    make_comment(self.post)
                with self.subTest(path=path, empty=empty):
                    first = self.get(path)
                    self.assertNotIn("cookie", first.headers.get("Vary", "").lower())
                    tag, moment = first["ETag"], first["Last-Modified"]
                    self.assertEqual(self.get(path, if_none_match=tag).status_code, 304)
                    self.assertEqual(self.get(path, if_modified_since=moment).status_code, 304)
                    added = make_comment(self.post, published_at=timezone.now())
                    again = self.get(path, if_none_match=tag)
                    self.assertEqual(again.status_code, 200)
                    later = parsedate_to_datetime(again["Last-Modified"])
                    self.assertGreater(later, parsedate_to_datetime(moment) - timedelta(seconds=1))
                    actions.hide_comment(added)
                    self.assertEqual(self.get(path, if_none_match=again["ETag"]).status_code, 200)

    def test_pages_link_to_them(self):
        essay = self.get(f"/journal/{self.post.slug}/").content.decode()
        self.assertIn(f'title="Replies to “Held &lt;down&gt; &amp; up”" href="{self.path}"', essay)
        self.assertIn(f'href="{JOURNAL}"', essay)
        self.assertIn(f'href="{JOURNAL}"', self.get("/journal/").content.decode())
        make_post(self.pages.journal, "Hidden", comments_state="hidden")
        hidden = self.get("/journal/hidden/").content.decode()
        self.assertNotIn("/journal/hidden/feed/", hidden)
