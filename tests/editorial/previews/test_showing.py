from datetime import timedelta

from django.utils import timezone
from wagtail.models import Comment, Page, Revision

from blog.films.models import FilmPage
from tests.factories.films import make_film
from tests.factories.images import ImageFactory
from tests.factories.posts import make_post, make_private, make_scheduled_post
from tests.factories.quotes import make_quote
from tests.factories.site_body import as_stream, every_block_empty

from .links import PreviewTestCase


class HeaderTests(PreviewTestCase):
    def test_a_draft_comes_with_the_headers_of_a_secret(self):
        _link, token = self.make_link()
        for method in ("get", "head"):
            with self.subTest(method=method):
                response = self.open(token, method)
                self.assertEqual(response.status_code, 200)
                self.assertIn("no-store", response["Cache-Control"])
                self.assertIn("private", response["Cache-Control"])
                self.assertEqual(response["X-Robots-Tag"], "noindex, nofollow, noarchive")
                self.assertEqual(response["Referrer-Policy"], "no-referrer")
                self.assertEqual(response["X-Frame-Options"], "DENY")

    def test_a_draft_has_the_strict_policy_of_readers_for_editors_too(self):
        _link, token = self.make_link()
        policy = self.client.get("/")["Content-Security-Policy"]
        self.assertEqual(self.open(token)["Content-Security-Policy"], policy)
        self.client.force_login(self.editor)
        response = self.open(token)
        self.assertEqual(response["Content-Security-Policy"], policy)
        self.assertNotContains(response, "wagtail-userbar")

    def test_a_trailer_may_load_its_player(self):
        video = ("trailer", {"url": "https://vimeo.com/76979871"})
        self.save_draft(self.draft, body=as_stream([video]))
        _link, token = self.make_link()
        self.assertIn("player.vimeo.com", self.open(token)["Content-Security-Policy"])

    def test_the_page_does_not_give_its_secret_address_away(self):
        _link, token = self.make_link()
        response = self.open(token)
        self.assertNotContains(response, token)
        self.assertNotContains(response, 'rel="canonical"')
        self.assertNotContains(response, "og:url")
        self.assertContains(response, '<meta name="robots" content="noindex, nofollow">')


class DraftTests(PreviewTestCase):
    def test_the_banner_says_that_it_is_a_draft_and_when_the_link_ends(self):
        link, token = self.make_link()
        response = self.open(token)
        self.assertContains(response, "Draft — do not share")
        self.assertContains(response, f"{link.expires_at:%Y-%m-%dT%H:%M}")
        self.assertContains(response, "(UTC)")
        self.assertNotContains(response, "You read the words as they were")
        self.assertNotContains(response, "Readers know this page already")
        self.assertNotContains(response, "/remark/")

    def test_no_banner_stands_over_a_page_of_readers(self):
        self.assertNotContains(self.client.get("/"), "draft-banner")

    def test_a_link_follows_the_draft(self):
        _link, token = self.make_link()
        self.assertContains(self.open(token), "Four days.")
        self.save_draft(self.draft, standfirst="Five days.")
        response = self.open(token)
        self.assertContains(response, "Five days.")
        self.assertNotContains(response, "Four days.")

    def test_a_pinned_version_stays_when_autosave_writes_over_it(self):
        link, token = self.make_link(is_pinned=True)
        page = self.draft.get_latest_revision_as_object()
        page.standfirst = "Five days."
        page.save_revision(overwrite_revision=self.draft.latest_revision)
        self.assertEqual(Revision.objects.for_instance(self.draft).count(), 1)
        response = self.open(token)
        self.assertContains(response, "Four days.")
        self.assertContains(response, "You read the words as they were")
        self.assertContains(response, f"{link.created_at:%Y-%m-%dT%H:%M}")

    def test_a_pinned_version_stays_when_old_revisions_are_purged(self):
        _link, token = self.make_link(is_pinned=True)
        self.save_draft(self.draft, standfirst="Five days.")
        Revision.objects.for_instance(self.draft).first().delete()
        self.assertContains(self.open(token), "Four days.")

    def test_a_pinned_version_holds_no_remark_of_editors(self):
        Comment.objects.create(
            page_id=self.draft.pk, user=self.editor, text="Between us.", contentpath="title"
        )
        revision = self.save_draft(Page.objects.get(pk=self.draft.pk))
        self.assertIn("Between us.", str(revision.content))
        link, token = self.make_link(is_pinned=True)
        self.assertNotIn("Between us.", str(link.pinned_content))
        self.assertNotContains(self.open(token), "Between us.")

    def test_a_page_without_any_revision_is_shown(self):
        post = make_post(self.pages.journal, "Never saved by the editor", live=False)
        for is_pinned in (False, True):
            with self.subTest(is_pinned=is_pinned):
                _link, token = self.make_link(post, is_pinned=is_pinned)
                self.assertContains(self.open(token), "Never saved by the editor")

    def test_a_live_page_is_shown_with_its_newest_words_and_says_so(self):
        post = make_post(self.pages.journal, "Live words")
        self.save_draft(post, title="Newer words")
        _link, token = self.make_link(post)
        response = self.open(token)
        self.assertContains(response, "Newer words")
        self.assertContains(response, "Readers know this page already")
        self.assertContains(response, f'href="{post.url}"')

    def test_scheduled_expired_unpublished_and_private_pages_are_shown(self):
        expired = make_post(self.pages.journal, "Expired")
        Page.objects.filter(pk=expired.pk).update(
            live=False, expired=True, expire_at=timezone.now() - timedelta(days=1)
        )
        unpublished = make_post(self.pages.journal, "Taken down")
        unpublished.unpublish()
        pages = [
            make_scheduled_post(self.pages.journal, "Scheduled"),
            expired,
            unpublished,
            make_private(make_post(self.pages.journal, "Private")),
        ]
        for page in pages:
            with self.subTest(page=page.title):
                _link, token = self.make_link(page)
                self.assertContains(self.open(token), page.title)

    def test_every_type_of_page_can_be_shown(self):
        pages = Page.objects.filter(depth__gt=1).specific()
        self.assertGreater(len(pages), 5)
        for page in pages:
            with self.subTest(page=page):
                _link, token = self.make_link(page)
                self.assertContains(self.open(token), "Draft — do not share")

    def test_an_empty_page_with_every_block_unfinished_is_shown(self):
        body = every_block_empty(self.draft.body.stream_block)
        page = self.draft.get_latest_revision_as_object()
        page.title, page.standfirst, page.body = "", "", body
        page.save_revision(clean=False)
        _link, token = self.make_link()
        self.assertEqual(self.open(token).status_code, 200)

    def test_a_film_and_a_picture_that_were_deleted_since_leave_a_gap(self):
        film, image = make_film(self.pages.films, "A film that goes"), ImageFactory()
        body = as_stream([
            ("film_card", {"film": film.pk, "note": "", "size": "card"}),
            ("prose", "<p>What stays.</p>"),
        ])  # fmt: skip
        self.save_draft(self.draft, film=film, hero=image, body=body)
        tokens = [self.make_link(is_pinned=pinned)[1] for pinned in (False, True)]
        FilmPage.objects.get(pk=film.pk).delete()
        image.delete()
        for token in tokens:
            with self.subTest(token=token):
                response = self.open(token)
                self.assertContains(response, "What stays.")
                self.assertNotContains(response, "A film that goes")


class LeakTests(PreviewTestCase):
    """A link to one page opens nothing else."""

    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        film = make_film(cls.pages.films, "Unseen film", live=False)
        private = make_private(make_film(cls.pages.films, "Hidden film"))
        quote = make_quote("Unseen quotation.", state="draft")
        row = {"label": "", "page": cls.other.pk, "url": "", "note": ""}
        body = [
            ("prose", f'<p>To <a linktype="page" id="{cls.other.pk}">there</a>.</p>'),
            ("film_card", {"film": film.pk, "note": "", "size": "card"}),
            ("film_list", {"title": "", "films": [{"film": private.pk, "reason": ""}]}),
            ("book_quote", {"quote": quote.pk, "form": "block"}),
            ("links", {"title": "", "items": [row]}),
            ("spoiler", {"label": "The end", "body": "<p>He leaves.</p>"}),
        ]
        page = cls.draft.get_latest_revision_as_object()
        page.body, page.film = as_stream(body), film
        page.standfirst = ""
        page.save_revision()

    def test_no_draft_or_private_thing_is_named(self):
        for is_pinned in (False, True):
            _link, token = self.make_link(is_pinned=is_pinned)
            response = self.open(token)
            self.assertContains(response, "there")
            for words in ("Unseen film", "Hidden film", "Unseen quotation", self.other.slug,
                          "Quite another draft", "Unseen words"):  # fmt: skip
                with self.subTest(words=words, is_pinned=is_pinned):
                    self.assertNotContains(response, words)

    def test_the_normal_address_of_the_draft_stays_closed(self):
        _link, token = self.make_link()
        self.open(token)
        self.assertEqual(self.client.get(f"/journal/{self.draft.slug}/").status_code, 404)

    def test_what_a_spoiler_hides_stands_in_its_curtain_alone(self):
        _link, token = self.make_link()
        html = self.open(token).content.decode()
        head, body = html.split("</head>")
        self.assertNotIn("He leaves", head)
        self.assertEqual(body.count("He leaves"), 1)
        self.assertIn('<details class="spoiler', body)

    def test_there_is_no_reply_and_no_form(self):
        post = make_post(self.pages.journal, "Talked about", prompt="What did you hold?")
        _link, token = self.make_link(post)
        response = self.open(token)
        self.assertNotContains(response, 'id="respond"')
        self.assertNotContains(response, '<form class="form reply-box"')
        self.assertNotContains(response, f"/comments/{post.pk}/")
