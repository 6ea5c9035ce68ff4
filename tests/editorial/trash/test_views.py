"""The trash in the admin: who sees what there, and what the buttons do."""

from datetime import timedelta

import time_machine
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from blog.accounts.models import User
from blog.editorial.models import TrashedPage
from blog.editorial.trash.actions import delete_for_good, empty_trash, trash_page
from blog.films.models import Viewing
from blog.lib.trash import is_in_trash
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.films import make_film, make_viewing
from tests.factories.posts import make_post

LIST = "/admin/trash/"


class TrashCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = lay_out_journal()
        cls.owner = User.objects.create_superuser("owner@example.org", "p")
        cls.editor, cls.author = UserFactory(groups=["Editor"]), UserFactory(groups=["Author"])
        cls.post = make_post(cls.site.journal, "Held", slug="held")
        cls.own = make_post(cls.site.journal, "Own draft", live=False, owner=cls.author)

    def setUp(self):
        self.client.force_login(self.owner)

    def ask(self, verb, *rows):
        numbers = "&".join(f"id={row.pk}" for row in rows)
        return reverse(f"editorial_trash_{verb}") + f"?{numbers}"


class DeletingTests(TrashCase):
    def test_the_page_that_asks_and_the_answer_name_the_day(self):
        address = reverse("wagtailadmin_pages:delete", args=[self.post.pk])
        with time_machine.travel("2026-11-23 12:00 +0000"):
            self.client.force_login(self.owner)
            self.assertContains(self.client.get(address), "You can bring it back until 23 Dec.")
            response = self.client.post(address, follow=True)
        self.assertContains(response, "“Held” is in the trash. You can bring it back until 23 Dec.")
        row = TrashedPage.objects.get()
        self.assertContains(response, self.ask("restore", row))
        self.assertEqual((row.trashed_by, row.page_id), (self.owner, self.post.pk))

    def test_with_all_that_is_below(self):
        address = reverse("wagtailadmin_pages:delete", args=[self.site.journal.pk])
        self.assertContains(self.client.get(address), "2 pages below it go with it.")
        response = self.client.post(address, follow=True)
        self.assertContains(response, "3 pages are in the trash.")

    def test_many_at_once(self):
        address = f"/admin/bulk/wagtailcore/page/delete/?id={self.post.pk}&id={self.own.pk}"
        self.assertContains(self.client.get(address), "These go to the trash")
        response = self.client.post(address, {"next": LIST}, follow=True)
        self.assertContains(response, "2 pages are in the trash.")
        self.assertEqual(TrashedPage.objects.count(), 2)

    def test_through_the_api(self):
        response = self.client.post(f"/admin/api/main/pages/{self.post.pk}/action/delete/")
        self.assertEqual(response.status_code, 204)
        self.assertTrue(is_in_trash(Page.objects.get(pk=self.post.pk)))
        self.client.force_login(self.author)
        self.client.raise_request_exception = False
        other = make_post(self.site.journal, "Another")
        self.client.post(f"/admin/api/main/pages/{other.pk}/action/delete/")
        self.assertFalse(is_in_trash(Page.objects.get(pk=other.pk)))

    def test_the_home_page_stays_with_a_sentence(self):
        address = reverse("wagtailadmin_pages:delete", args=[self.site.home.pk])
        response = self.client.post(address, follow=True)
        self.assertContains(response, "is what the journal begins with")
        self.assertFalse(TrashedPage.objects.exists())

    def test_who_may_not_delete_may_not_trash(self):
        self.client.force_login(self.author)
        self.client.post(reverse("wagtailadmin_pages:delete", args=[self.post.pk]))
        self.client.post(f"/admin/bulk/wagtailcore/page/delete/?id={self.post.pk}")
        self.assertFalse(TrashedPage.objects.exists())

    def test_in_what_is_gone_and_what_is_no_number(self):
        for query in ("", "id=", "id=0", "id=99999999999999999999", "id=x\0", "id=٣", "id=😀"):
            for verb in ("restore", "delete"):
                with self.subTest(query, verb=verb):
                    address = reverse(f"editorial_trash_{verb}") + f"?{query}"
                    self.assertEqual(self.client.get(address).status_code, 404)
                    self.assertRedirects(self.client.post(address), LIST)


class ListTests(TrashCase):
    def test_everyone_sees_what_they_may_bring_back(self):
        trash_page(self.post, by=self.owner)
        trash_page(self.own, by=self.author)
        for user, seen, unseen in (
            (self.owner, ["Held", "Own draft"], []),
            (self.editor, ["Held", "Own draft"], []),
            (self.author, ["Own draft"], ["Held"]),
        ):
            self.client.force_login(user)
            words = self.client.get(LIST).content.decode()
            for title in seen:
                self.assertIn(f"<bdi>{title}</bdi>", words)
            for title in unseen:
                self.assertNotIn(title, words)

    def test_an_empty_one_says_so(self):
        self.assertContains(self.client.get(LIST), "The trash is empty.")

    def test_as_many_queries_for_thirteen_as_for_three(self):
        posts = [make_post(self.site.journal, f"Post {n}") for n in range(13)]
        self.client.get(LIST)
        counts = []
        for some in (posts[:3], posts[3:]):
            for post in some:
                trash_page(post, by=self.owner)
            with CaptureQueriesContext(connection) as queries:
                self.client.get(LIST)
            counts.append(len(queries))
        self.assertEqual(counts[0], counts[1])

    def test_odd_words_stand_as_they_are(self):
        odd = make_post(self.site.journal, "<b>😀 ‮abc</b>" * 8)
        trash_page(odd)
        self.assertContains(self.client.get(LIST), "&lt;b&gt;😀")


class RestoringTests(TrashCase):
    def test_one_with_its_question(self):
        row = trash_page(self.post)
        response = self.client.get(self.ask("restore", row))
        self.assertContains(response, "Readers saw it, and will see it again at once.")
        response = self.client.post(self.ask("restore", row), follow=True)
        self.assertRedirects(response, f"/admin/pages/{self.post.pk}/edit/")
        self.assertContains(response, "“Held” is back in its place. Readers see it again.")

    def test_several_at_once_and_the_page_above_first(self):
        inner = trash_page(self.post)
        outer = trash_page(self.site.journal)
        response = self.client.get(self.ask("restore", inner, outer))
        self.assertNotContains(response, "lies in the trash too")
        self.client.post(self.ask("restore", inner, outer))
        self.assertFalse(TrashedPage.objects.exists())
        self.assertTrue(Page.objects.get(pk=self.post.pk).live)

    def test_below_what_lies_in_the_trash(self):
        inner = trash_page(self.post)
        trash_page(self.site.journal)
        self.assertContains(self.client.get(self.ask("restore", inner)), "Bring that back first.")
        response = self.client.post(self.ask("restore", inner), follow=True)
        self.assertContains(response, "lies in the trash too. Bring that back first.")
        self.assertEqual(TrashedPage.objects.count(), 2)

    def test_not_others(self):
        row = trash_page(self.post)
        self.client.force_login(self.author)
        self.assertEqual(self.client.get(self.ask("restore", row)).status_code, 404)
        self.client.post(self.ask("restore", row))
        self.assertTrue(TrashedPage.objects.filter(pk=row.pk).exists())
        own = trash_page(self.own)
        self.client.post(self.ask("restore", own))
        self.assertFalse(TrashedPage.objects.filter(pk=own.pk).exists())


class DeletingForGoodTests(TrashCase):
    def test_one_and_many(self):
        rows = [trash_page(self.post), trash_page(self.own)]
        self.assertContains(self.client.get(self.ask("delete", *rows)), "These 2 pages are deleted")
        response = self.client.post(self.ask("delete", *rows), follow=True)
        self.assertContains(response, "2 entries are deleted for good.")
        self.assertFalse(Page.objects.filter(pk__in=[self.post.pk, self.own.pk]).exists())
        self.assertEqual(Page.find_problems(), ([], [], [], [], []))

    def test_an_author_deletes_an_own_draft_and_not_what_readers_saw(self):
        live = make_post(self.site.journal, "Own live", owner=self.author)
        rows = [trash_page(live), trash_page(self.own)]
        self.client.force_login(self.author)
        response = self.client.get(self.ask("delete", rows[0]))
        self.assertContains(response, "You may not delete these for good")
        self.client.post(self.ask("delete", rows[0]))
        self.client.post(self.ask("delete", rows[1]))
        self.assertTrue(Page.objects.filter(pk=live.pk).exists())
        self.assertFalse(Page.objects.filter(pk=self.own.pk).exists())

    def test_a_film_that_the_diary_holds_on_to(self):
        film = make_film(self.site.films, "Zama", 2017)
        row = trash_page(film)
        Viewing.objects.create(film=film)
        self.assertContains(self.client.get(LIST), "A film of it stands in the diary")
        self.assertContains(self.client.get(self.ask("delete", row)), "so they stay")
        response = self.client.post(self.ask("delete", row), follow=True)
        self.assertContains(response, "“Zama” stands in the diary")
        self.assertTrue(TrashedPage.objects.exists())


class EmptyingTests(TrashCase):
    def test_after_thirty_days_each_by_itself(self):
        film = make_film(self.site.films, "Zama")
        trash_page(film)
        make_viewing(film)
        trash_page(self.post)
        now = timezone.now()
        self.assertEqual(empty_trash(now + timedelta(days=29)), 0)
        with time_machine.travel(now + timedelta(days=10)):
            trash_page(self.own)
        self.assertEqual(empty_trash(now + timedelta(days=31)), 1)
        self.assertFalse(Page.objects.filter(pk=self.post.pk).exists())
        self.assertTrue(Page.objects.filter(pk=film.pk).exists())
        self.assertTrue(Page.objects.filter(pk=self.own.pk).exists())
        self.assertEqual(empty_trash(now + timedelta(days=41)), 1)

    def test_what_came_back_is_not_deleted(self):
        row = trash_page(self.post)
        stale = TrashedPage.objects.get(pk=row.pk)
        self.client.post(self.ask("restore", row))
        self.assertFalse(delete_for_good(stale))
        self.assertTrue(Page.objects.filter(pk=self.post.pk).exists())
