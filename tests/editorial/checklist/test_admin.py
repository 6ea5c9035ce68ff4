from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, Page

from blog.editorial.checklist.counting import count_findings, describe_findings, find_all
from tests.factories.accounts import UserFactory
from tests.factories.films import make_film
from tests.factories.posts import make_post
from tests.factories.site_body import as_stream

from .looking import ChecklistTestCase, prose


class ChecksPageTests(ChecklistTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.editor = UserFactory(groups=["Editor"])
        cls.post = make_post(cls.pages.journal, "Held <down>", live=False)
        cls.post.save_revision()
        cls.url = reverse("editorial_checks", args=[cls.post.pk])
        cls.panel_url = reverse("editorial_checks_panel", args=[cls.post.pk])

    def setUp(self):
        self.client.force_login(self.editor)

    def save(self, **changes):
        page = self.post.get_latest_revision_as_object()
        for name, value in changes.items():
            setattr(page, name, value)
        return page.save_revision()

    def test_strangers_and_gone_pages(self):
        for number in (1, 999_999):
            with self.subTest(number=number):
                url = reverse("editorial_checks", args=[number])
                self.assertEqual(self.client.get(url).status_code, 404)
        for groups in (["Author"], ["Moderator"], []):
            with self.subTest(groups=groups):
                self.client.force_login(UserFactory(groups=groups))
                for url in (self.url, self.panel_url):
                    self.assertEqual(self.client.get(url).status_code, 302)
        self.client.logout()
        self.assertEqual(self.client.get(self.url).status_code, 302)

    def test_nothing_is_changed_from_here(self):
        self.assertEqual(self.client.post(self.url).status_code, 405)

    def test_it_looks_at_the_newest_words_and_leads_to_the_field(self):
        revision = self.save(body=as_stream([("prose", "<p>See <b>here</b></p><h4>Small</h4>")]))
        block = revision.as_object().body[0].id
        response = self.client.get(self.url)
        edit_url = reverse("wagtailadmin_pages:edit", args=[self.post.pk])
        self.assertContains(response, f'href="{edit_url}#:w:contentpath=body.{block}"')
        self.assertContains(response, "Held &lt;down&gt;")
        self.assertIn("no-store", response["Cache-Control"])
        panel = self.client.get(self.panel_url)
        self.assertContains(panel, f'href="#:w:contentpath=body.{block}"')
        self.assertContains(panel, "Small")
        self.assertNotContains(panel, "<html")

    def test_what_authors_typed_is_no_markup(self):
        self.save(body=as_stream([("prose", "<h4>&lt;script&gt;x</h4>")]))
        self.assertContains(self.client.get(self.panel_url), "&lt;script&gt;x")

    def test_an_empty_list_invites(self):
        self.save(standfirst="Four days.", film=self.film, spoiler_note="Nothing.")
        self.assertContains(self.client.get(self.url), "Nothing to look at.")

    def test_the_editor_holds_the_list_beside_wagtails_own_checks(self):
        response = self.client.get(reverse("wagtailadmin_pages:edit", args=[self.post.pk]))
        self.assertContains(response, f'data-checklist="{self.panel_url}"')
        self.assertContains(response, self.url)
        self.assertContains(response, "data-checks-panel")
        add = reverse("wagtailadmin_pages:add", args=["posts", "postpage", self.pages.journal.pk])
        self.assertNotContains(self.client.get(add), 'data-checklist="')

    def test_wagtails_own_checks_know_that_a_standfirst_is_no_heading(self):
        edit = self.client.get(reverse("wagtailadmin_pages:edit", args=[self.post.pk]))
        live = make_post(self.pages.journal, "Seen")
        for response in (edit, self.client.get(live.url)):
            self.assertContains(response, '".standfirst"')
            self.assertContains(response, "wagtail-userbar")

    def test_every_type_of_page_can_be_looked_at(self):
        for page in Page.objects.filter(depth__gt=1).specific():
            with self.subTest(page=page):
                find_all(page)

    def test_remarks_that_nobody_resolved(self):
        self.save(standfirst="Four days.", film=self.film, spoiler_note="Nothing.")
        about = {"page_id": self.post.pk, "user": self.editor, "contentpath": "standfirst"}
        for number in range(2):
            Comment.objects.create(text=f"Really? {number}", **about)
        response = self.client.get(self.url)
        self.assertContains(response, "2 remarks in the text are not resolved.")
        self.assertContains(response, "#:w:contentpath=standfirst")
        Comment.objects.update(resolved_at=timezone.now())
        self.assertContains(self.client.get(self.url), "Nothing to look at.")

    def test_the_number_is_said_in_words(self):
        essay = self.make_essay(prose())
        self.assertEqual((count_findings(essay), describe_findings(essay)), (0, ""))
        essay.film = None
        self.assertEqual(describe_findings(essay), "1 thing to look at")
        essay.title = ""
        self.assertEqual(describe_findings(essay), "2 things to look at")

    def test_a_long_essay_costs_as_many_queries_as_a_short_one(self):
        counts = []
        for number in (3, 13):
            films = [make_film(self.pages.films, f"Film {number} {n}") for n in range(number)]
            posts = [make_post(self.pages.journal, f"Post {number} {n}") for n in range(number)]
            blocks = [
                ("film_card", {"film": film.pk, "note": "", "size": "card"}) for film in films
            ]
            blocks += [prose(f'<p><a linktype="page" id="{post.pk}">x y</a></p>') for post in posts]
            blocks += [prose('<p><a href="/journal/unseen/">x y</a></p>')] * number
            essay = self.make_essay(*blocks)
            find_all(essay)
            with CaptureQueriesContext(connection) as queries:
                find_all(essay)
            counts.append(len(queries))
        self.assertEqual(counts[0], counts[1])
        self.assertLessEqual(counts[0], 8)
