import re
from datetime import timedelta

import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from blog.editorial.models import PreviewLink
from blog.editorial.previews.actions import revoke_link
from blog.lib.trash import trash_slug
from tests.factories.accounts import UserFactory

from .links import PreviewTestCase

ADDRESS = re.compile(r'value="http://[^"/]+/editorial/preview/([^"/]+)/"')


class LinksPageTests(PreviewTestCase):
    def setUp(self):
        self.client.force_login(self.editor)
        self.url = reverse("editorial_preview_links", args=[self.draft.pk])
        self.revoke_url = reverse("editorial_revoke_links", args=[self.draft.pk])

    def make(self, **fields):
        fields = {"label": "", "days": "7", "shows": "draft"} | fields
        return self.client.post(self.url, fields)

    def test_strangers_find_the_door_closed(self):
        link, _token = self.make_link()
        for groups in ([], ["Moderator"], ["Author"]):
            with self.subTest(groups=groups):
                self.client.force_login(UserFactory(groups=groups))
                self.assertEqual(self.client.get(self.url).status_code, 302)
                self.assertEqual(self.make().status_code, 302)
                self.client.post(self.revoke_url, {"link": link.pk})
        self.assertEqual(PreviewLink.objects.open().count(), 1)

    def test_no_link_is_made_of_what_makes_no_sense(self):
        for fields in (
            {"days": "0"}, {"days": "91"}, {"days": ""}, {"days": "a week"}, {"days": "9" * 400},
            {"label": "x" * 101}, {"label": "a\0b"}, {"shows": "everything"}, {"shows": ""},
        ):  # fmt: skip
            with self.subTest(fields=fields):
                response = self.make(**fields)
                self.assertEqual(response.status_code, 422)
                self.assertNotRegex(response.content.decode(), ADDRESS)
        self.assertFalse(PreviewLink.objects.exists())

    def test_a_page_that_is_gone_or_the_root_has_no_links(self):
        for number in (1, 999_999):
            with self.subTest(number=number):
                url = reverse("editorial_preview_links", args=[number])
                self.assertEqual(self.client.get(url).status_code, 404)

    def test_a_page_in_the_trash_offers_no_form(self):
        self.draft.slug = trash_slug(self.draft)
        self.draft.save()
        response = self.client.get(self.url)
        self.assertContains(response, "in the trash")
        # Deleted meanwhile, in another tab.
        self.assertContains(self.make(), "in the trash", status_code=422)
        self.assertFalse(PreviewLink.objects.exists())
        self.assertNotContains(response, "Make the link")

    def test_the_address_is_shown_once_and_opens_the_draft(self):
        response = self.make(label="Ana أنا 🎬", days="3", shows="version", takes_remarks="on")
        token = ADDRESS.search(response.content.decode()).group(1)
        self.assertIn("no-store", response["Cache-Control"])
        self.assertNotContains(self.client.get(self.url), token)
        link = PreviewLink.objects.get()
        self.assertEqual(link.created_by, self.editor)
        self.assertTrue(link.takes_remarks)
        self.assertIsNotNone(link.pinned_content)
        left = link.expires_at - timezone.now()
        self.assertTrue(timedelta(days=2, hours=23) < left <= timedelta(days=3))
        self.client.logout()
        self.assertContains(self.open(token), "Four days.")

    def test_the_list_says_who_looked_and_what_each_link_shows(self):
        self.make_link(label="<b>Ana</b>", is_pinned=True, takes_remarks=True)
        _link, token = self.make_link(label="Bo")
        self.client.logout()
        self.open(token)
        self.open(token)
        self.client.force_login(self.editor)
        response = self.client.get(self.url)
        self.assertContains(response, "&lt;b&gt;Ana&lt;/b&gt;")
        self.assertContains(response, "The words of that moment")
        self.assertContains(response, "The draft as it changes")
        self.assertContains(response, "2 times")
        self.assertContains(response, "Not yet")
        self.assertContains(response, "Takes remarks")

    def test_ended_links_stay_listed_without_a_button(self):
        link, _token = self.make_link(label="Ended early")
        revoke_link(link, self.editor)
        self.make_link(label="Over", days=1)
        with time_machine.travel(timezone.now() + timedelta(days=2), tick=False):
            self.client.force_login(self.editor)
            response = self.client.get(self.url)
        self.assertContains(response, "2 links that ended")
        self.assertContains(response, "by hand")
        self.assertNotContains(response, "End it")
        self.assertContains(response, "Nobody can see this page by a link now.")

    def test_a_link_that_lost_its_maker_says_so(self):
        self.make_link(by=self.writer)
        self.writer.groups.clear()
        self.assertContains(self.client.get(self.url), "Opens nothing now")

    def test_one_link_is_ended(self):
        link, token = self.make_link()
        _other, kept = self.make_link()
        response = self.client.post(self.revoke_url, {"link": link.pk})
        self.assertRedirects(response, self.url, status_code=303)
        self.assertEqual(self.open(token).status_code, 404)
        self.assertEqual(self.open(kept).status_code, 200)

    def test_a_link_of_another_page_is_not_ended_from_here(self):
        link, token = self.make_link(self.other)
        for number in (link.pk, "0", "-1", "x", "９", "9" * 30):
            with self.subTest(number=number):
                response = self.client.post(self.revoke_url, {"link": number})
                self.assertEqual(response.status_code, 404)
        self.assertEqual(self.open(token).status_code, 200)

    def test_all_links_are_ended(self):
        for _number in range(3):
            self.make_link()
        response = self.client.post(self.revoke_url, follow=True)
        self.assertContains(response, "3 links were ended.")
        self.assertContains(self.client.post(self.revoke_url, follow=True), "No link was open.")

    def test_what_was_done_stands_in_the_history_without_the_token(self):
        self.make(label="Ana")
        self.client.post(self.revoke_url)
        entries = PageLogEntry.objects.filter(page=self.draft.pk, user=self.editor)
        actions = entries.filter(action__startswith="editorial.preview_link.")
        self.assertEqual(
            sorted(actions.values_list("action", flat=True)),
            ["editorial.preview_link.make", "editorial.preview_link.revoke"],
        )
        history = self.client.get(reverse("wagtailadmin_pages:history", args=[self.draft.pk]))
        self.assertContains(history, "Made a preview link")

    def test_the_list_costs_the_same_with_three_links_and_thirteen(self):
        counts = []
        for number in (3, 10):
            for each in range(number):
                maker = UserFactory(groups=["Editor"])
                self.make_link(by=maker, is_pinned=each % 2 == 0)
            self.client.get(self.url)
            with CaptureQueriesContext(connection) as counted:
                self.client.get(self.url)
            counts.append(len(counted))
        self.assertEqual(counts[0], counts[1])


class ButtonTests(PreviewTestCase):
    def offers(self, user):
        self.client.force_login(user)
        response = self.client.get(reverse("wagtailadmin_pages:edit", args=[self.draft.pk]))
        return reverse("editorial_preview_links", args=[self.draft.pk]) in response.content.decode()

    def test_whoever_may_edit_the_page_finds_the_button(self):
        self.assertTrue(self.offers(self.editor))
        self.assertTrue(self.offers(self.writer))

    def test_nobody_else_does(self):
        self.assertFalse(self.offers(UserFactory(groups=["Author"])))
        self.assertFalse(self.offers(UserFactory(groups=["Moderator"])))

    def test_a_page_that_is_not_saved_yet_has_none(self):
        self.client.force_login(self.editor)
        url = reverse("wagtailadmin_pages:add", args=["posts", "postpage", self.pages.journal.pk])
        self.assertNotContains(self.client.get(url), "preview-links")
