"""Pages go to the trash, and nobody meets them there."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageLogEntry, Revision

from blog.accounts.models import User
from blog.editorial.models import TrashedPage
from blog.editorial.trash.actions import TrashRefusedError, trash_page
from blog.lib.trash import is_in_trash
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.comments import make_comment
from tests.factories.films import make_film
from tests.factories.posts import make_post, make_scheduled_post


class TrashingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = lay_out_journal()
        cls.post = make_post(cls.site.journal, "Held down", slug="held-down")
        cls.draft = make_post(cls.site.journal, "A draft", live=False)
        cls.future = make_scheduled_post(cls.site.journal, "A future essay")
        cls.owner = User.objects.create_superuser("owner@example.org", "p")

    def test_it_is_taken_down_and_its_address_is_free(self):
        make_comment(self.post)
        row = trash_page(self.post, by=self.owner)
        page = Page.objects.get(pk=self.post.pk)
        self.assertEqual((page.live, page.slug, row.slug), (False, f"~{page.pk}", "held-down"))
        self.assertTrue(is_in_trash(page))
        self.assertEqual(page.reader_comments.count(), 1)
        self.assertEqual(self.client.get("/journal/held-down/").status_code, 404)
        self.assertEqual(self.client.get(f"/journal/~{page.pk}/").status_code, 404)
        self.assertFalse(Redirect.objects.exists())
        again = make_post(self.site.journal, "Another", slug="held-down")
        self.assertEqual(again.url_path, "/home/journal/held-down/")
        self.assertContains(self.client.get("/journal/held-down/"), "Another")

    def test_what_is_below_goes_with_it(self):
        row = trash_page(self.site.journal, by=self.owner)
        self.assertEqual(row.page_count, 4)
        below = Page.objects.get(pk=self.post.pk)
        self.assertEqual(below.url_path, f"/home/~{self.site.journal.pk}/held-down/")
        self.assertFalse(below.live)
        self.assertTrue(is_in_trash(below))
        self.assertEqual(
            set(row.state), {str(p.pk) for p in (self.site.journal, self.post, self.future)}
        )
        self.assertFalse(Page.objects.filter(pk=self.site.journal.pk, live=True).exists())

    def test_its_schedule_is_remembered_and_does_not_stand(self):
        scheduled = Revision.objects.get(approved_go_live_at__isnull=False)
        row = trash_page(self.future)
        self.assertFalse(Revision.objects.filter(approved_go_live_at__isnull=False).exists())
        schedules = row.state[str(self.future.pk)]["schedules"]
        self.assertEqual(schedules, {str(scheduled.pk): scheduled.approved_go_live_at.isoformat()})

    def test_twice_is_once(self):
        self.assertIsNotNone(trash_page(self.post))
        self.assertIsNone(trash_page(self.post))
        self.assertIsNone(trash_page(Page.objects.get(pk=self.post.pk)))
        self.assertEqual(TrashedPage.objects.count(), 1)

    def test_a_gone_page_and_a_page_below_trash(self):
        trash_page(self.site.journal)
        self.assertIsNone(trash_page(self.draft))
        pk = self.draft.pk
        Page.objects.get(pk=pk).delete()
        self.draft.pk = pk
        self.assertIsNone(trash_page(self.draft))

    def test_the_page_that_the_site_begins_with_is_kept(self):
        with self.assertRaises(TrashRefusedError):
            trash_page(self.site.home)
        with self.assertRaises(TrashRefusedError):
            trash_page(Page.get_first_root_node())
        self.assertFalse(TrashedPage.objects.exists())

    def test_nothing_publishes_it_from_there(self):
        revision = self.draft.save_revision()
        trash_page(self.draft)
        page = Page.objects.get(pk=self.draft.pk).specific
        for user in (self.owner, UserFactory(groups=["Editor"])):
            self.assertFalse(page.permissions_for_user(user).can_publish())
            base = Page.objects.get(pk=page.pk)
            self.assertFalse(base.permissions_for_user(user).can_publish())
        with self.assertRaises(ValidationError):  # no page goes live under that slug
            Revision.objects.get(pk=revision.pk).publish()
        page.refresh_from_db()
        self.assertFalse(page.live)
        self.assertEqual(page.get_latest_revision_as_object().slug, f"~{page.pk}")

    def test_who_did_it_stands_in_the_log_and_no_publication_does(self):
        trash_page(self.post, by=self.owner)
        entry = PageLogEntry.objects.filter(page=self.post.pk).latest("timestamp", "pk")
        self.assertEqual((entry.action, entry.user), ("editorial.trash", self.owner))

    def test_deleting_by_hand_of_code_stays_what_it_is(self):
        trash_page(self.post)
        Page.objects.get(pk=self.post.pk).delete()
        self.assertFalse(TrashedPage.objects.exists())


class HiddenTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = lay_out_journal()
        cls.owner = User.objects.create_superuser("owner@example.org", "p")
        cls.post = make_post(cls.site.journal, "Zebrafinch")
        cls.film = make_film(cls.site.films, "Zebrafilm", 2001)
        cls.planned = make_post(cls.site.journal, "Zebraplan", live=False)
        Page.objects.filter(pk=cls.planned.pk).update(go_live_at=timezone.now() + timedelta(days=2))
        for page in (cls.post, cls.film, cls.planned):
            trash_page(page, by=cls.owner)

    def setUp(self):
        self.client.force_login(self.owner)

    def test_in_no_list_chooser_or_search_of_the_admin(self):
        journal, films = self.site.journal.pk, self.site.films.pk
        for address in (
            f"/admin/pages/{journal}/",
            f"/admin/pages/{films}/",
            f"/admin/pages/{journal}/?q=Zebra",
            "/admin/pages/search/?q=Zebra",
            f"/admin/choose-page/{journal}/",
            "/admin/choose-page/search/?q=Zebra",
            "/admin/film-chooser/results/?q=Zebra",
            "/admin/film-chooser/",
            "/admin/pages/usage/posts/postpage/",
            "/admin/reports/aging-pages/",
            f"/admin/api/main/pages/?child_of={journal}&for_explorer=1",
            "/admin/",
            "/admin/reports/site-history/",
        ):
            with self.subTest(address):
                response = self.client.get(address)
                self.assertEqual(response.status_code, 200)
                words = response.content.decode()
                for title in ("Zebrafinch", "Zebrafilm", "Zebraplan"):
                    self.assertNotIn(title, words)

    def test_on_no_page_of_readers(self):
        self.client.logout()
        for address in ("/", "/journal/", "/films/", "/search/?q=Zebrafilm", "/sitemap.xml"):
            with self.subTest(address):
                words = self.client.get(address).content.decode()
                self.assertNotIn("/~", words)
                self.assertNotIn("Zebrafilm (", words)

    def test_the_editor_and_others_refuse_it_with_a_sentence(self):
        pk = self.post.pk
        revision = self.post.latest_revision_id
        for address in (
            f"/admin/pages/{pk}/edit/",
            f"/admin/pages/{pk}/copy/",
            f"/admin/pages/{pk}/delete/",
            f"/admin/pages/{pk}/move/{self.site.films.pk}/confirm/",
            f"/admin/pages/{pk}/revisions/{revision}/revert/",
            f"/admin/bulk/wagtailcore/page/publish/?id={pk}",
            f"/admin/bulk/wagtailcore/page/delete/?id={pk}",
        ):
            with self.subTest(address):
                response = self.client.post(address, follow=True)
                if "publish" in address:
                    self.assertFalse(Page.objects.get(pk=pk).live)
                    continue
                self.assertContains(response, "“Zebrafinch” is in the trash until")
        self.assertEqual(TrashedPage.objects.count(), 3)

    def test_publishing_all_below_leaves_the_trash_alone(self):
        address = f"/admin/bulk/wagtailcore/page/publish/?id={self.site.journal.pk}"
        self.client.post(address, {"include_descendants": "on"})
        self.assertFalse(Page.objects.get(pk=self.planned.pk).live)

    def test_an_address_below_trash_names_what_it_went_with(self):
        trash_page(self.site.films)
        other = reverse("wagtailadmin_pages:edit", args=[self.film.pk])
        self.assertContains(self.client.get(other, follow=True), "“Zebrafilm” is in the trash")
