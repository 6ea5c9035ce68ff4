"""A newer version is published as a correction: without a word, or with a note to readers."""

import json
import re
from datetime import timedelta

import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from blog.accounts.models import User
from blog.editorial.corrections.actions import CorrectionRefusedError, publish_correction
from blog.editorial.models import Correction, EditorialNotice, Publication
from blog.editorial.undo.actions import undo_publication
from blog.outbox.models import Mail
from blog.posts.models import PostPage
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.films import make_film
from tests.factories.posts import make_post


def again(page):
    return PostPage.objects.get(pk=page.pk)


class CorrectionCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = lay_out_journal()
        cls.owner = User.objects.create_superuser("owner@example.org", "p")
        cls.editor, cls.author = UserFactory(groups=["Editor"]), UserFactory(groups=["Author"])
        month_ago = timezone.now().replace(microsecond=0) - timedelta(days=30)
        with time_machine.travel(month_ago, tick=False):
            fields = {"slug": "post", "owner": cls.author, "days_ago": 0}
            cls.post = make_post(cls.site.journal, "Teh work", **fields)
            cls.other = make_post(cls.site.journal, "Another", slug="other")
        cls.before = again(cls.post)

    def draft(self, title="The work", **fields):
        page = again(self.post).get_latest_revision_as_object()
        page.title = title
        for name, value in fields.items():
            setattr(page, name, value)
        return page.save_revision(user=self.author)

    def compare(self, older="live", newer="latest", page=None):
        numbers = [(page or self.post).pk, older, newer]
        return reverse("wagtailadmin_pages:revisions_compare", args=numbers)


class PublishingTests(CorrectionCase):
    def test_a_silent_one_says_nothing_of_an_update(self):
        told, mails = EditorialNotice.objects.count(), Mail.objects.count()
        publish_correction(self.post, self.draft(), self.editor)
        page = again(self.post)
        self.assertEqual((page.title, page.live, page.updated), ("The work", True, None))
        for name in ("first_published_at", "last_published_at"):
            self.assertEqual(getattr(page, name), getattr(self.before, name), name)
        self.assertFalse(page.has_unpublished_changes)
        self.assertFalse(Correction.objects.exists())
        self.assertEqual((EditorialNotice.objects.count(), Mail.objects.count()), (told, mails))
        words = self.client.get("/journal/post/").content.decode()
        self.assertNotIn("Updated", words)
        self.assertNotIn("Corrected", words)

    def test_a_silent_one_does_not_go_to_the_top(self):
        publish_correction(self.post, self.draft(returns_to_top=True), self.editor)
        self.assertEqual(again(self.post).first_published_at, self.before.first_published_at)

    def test_a_noted_one_stands_under_the_title_and_in_the_words_for_machines(self):
        publish_correction(self.post, self.draft(), self.editor, note="It was <2017>, not 2015.")
        page = again(self.post)
        self.assertIsNotNone(page.updated)
        words = self.client.get("/journal/post/").content.decode()
        self.assertIn('aria-label="Corrections"', words)
        self.assertIn("It was &lt;2017&gt;, not 2015.", words)
        self.assertLess(words.index("</h1>"), words.index("&lt;2017&gt;"))
        blobs = re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', words, re.S)
        essay = next(e for e in map(json.loads, blobs) if e["@type"] == "BlogPosting")
        self.assertEqual(essay["correction"][0]["text"], "It was <2017>, not 2015.")
        self.assertEqual(essay["correction"][0]["@type"], "CorrectionComment")
        self.assertNotIn("Corrections", self.client.get("/journal/other/").content.decode())

    def test_nobody_is_told_of_either(self):
        told, mails = EditorialNotice.objects.count(), Mail.objects.count()
        publish_correction(self.post, self.draft(), self.editor, note="A year.")
        self.assertEqual((EditorialNotice.objects.count(), Mail.objects.count()), (told, mails))

    def test_taken_back_with_its_note(self):
        Correction.objects.create(
            page=self.post, text="Old", corrected_at=timezone.now() - timedelta(days=1)
        )
        publish_correction(self.post, self.draft(), self.editor, note="A year.")
        undo_publication(Publication.objects.latest("pk"), self.editor)
        self.assertEqual(again(self.post).title, "Teh work")
        self.assertEqual([note.text for note in Correction.objects.all()], ["Old"])

    def test_a_silent_one_taken_back(self):
        publish_correction(self.post, self.draft(), self.editor)
        undo_publication(Publication.objects.latest("pk"), self.editor)
        page = again(self.post)
        self.assertEqual(page.last_published_at, self.before.last_published_at)

    def test_refusals(self):
        draft = self.draft()
        for user in (self.author, UserFactory(groups=["Moderator"])):
            with self.assertRaises(PermissionDenied):
                publish_correction(self.post, draft, user)
        with self.assertRaisesMessage(CorrectionRefusedError, "already"):
            publish_correction(self.post, again(self.post).live_revision, self.editor)
        with self.assertRaisesMessage(CorrectionRefusedError, "changed while you looked"):
            seen_at = draft.created_at - timedelta(seconds=1)
            publish_correction(self.post, draft, self.editor, seen_at=seen_at)
        first = again(self.post).live_revision
        publish_correction(self.post, draft, self.editor)
        with self.assertRaisesMessage(CorrectionRefusedError, "older"):
            publish_correction(self.post, first, self.editor)
        later = self.draft("Later", go_live_at=timezone.now() + timedelta(days=1))
        with self.assertRaisesMessage(CorrectionRefusedError, "waits for its date"):
            publish_correction(self.post, later, self.editor)
        again(self.post).unpublish()
        with self.assertRaisesMessage(CorrectionRefusedError, "nothing to correct"):
            publish_correction(self.post, self.draft("Last"), self.editor)
        self.assertEqual(again(self.post).title, "The work")


class CompareTests(CorrectionCase):
    def setUp(self):
        self.client.force_login(self.editor)
        self.revision = self.draft()

    def send(self, address=None, **data):
        data = {"manner": "silent", "text": ""} | data
        return self.client.post(address or self.compare(), data, follow=True)

    def test_the_form_stands_below_the_changes(self):
        response = self.client.get(self.compare())
        self.assertContains(response, "Publish the newer version as a correction")
        seen_at = response.context["form"].initial["seen_at"]
        self.assertEqual(seen_at, self.revision.created_at.isoformat())
        self.assertContains(response, "Title")

    def test_silent_and_noted(self):
        response = self.send()
        self.assertContains(response, "“The work” is corrected without a word.")
        undo = reverse("editorial_undo", args=[Publication.objects.latest("pk").pk])
        self.assertContains(response, undo)
        self.draft("Third")
        response = self.send(manner="noted", text=" The  year\r\n was wrong. 🎬 ")
        self.assertContains(response, "is corrected, with a note to readers.")
        self.assertEqual(Correction.objects.get().text, "The year was wrong. 🎬")

    def test_words_of_a_silent_one_are_dropped(self):
        self.send(text="Nothing to see")
        self.assertFalse(Correction.objects.exists())
        self.assertEqual(again(self.post).title, "The work")

    def test_wrong_input_publishes_nothing(self):
        for data in (
            {"manner": "noted"},
            {"manner": "noted", "text": " \n "},
            {"manner": "noted", "text": "x" * 501},
            {"manner": "noted", "text": "a\0b"},
            {"manner": ""},
            {"manner": "loud"},
        ):
            with self.subTest(data):
                response = self.client.post(self.compare(), data)
                self.assertEqual(response.status_code, 422)
                self.assertEqual(again(self.post).title, "Teh work")

    def test_a_version_that_was_saved_again_meanwhile(self):
        seen_at = (self.revision.created_at - timedelta(minutes=1)).isoformat()
        self.assertContains(self.send(seen_at=seen_at), "changed while you looked")
        self.assertEqual(again(self.post).title, "Teh work")
        self.send(seen_at=self.revision.created_at.isoformat())
        self.assertEqual(again(self.post).title, "The work")

    def test_not_by_who_may_not_publish(self):
        self.client.force_login(self.author)
        self.assertNotContains(self.client.get(self.compare()), "as a correction")
        self.send()
        self.assertEqual(again(self.post).title, "Teh work")

    def test_not_for_versions_that_are_no_correction(self):
        live = again(self.post).live_revision_id
        backwards = self.compare(self.revision.pk, "live")
        self.assertNotContains(self.client.get(backwards), "as a correction")
        self.assertContains(self.send(backwards), "already")
        gone = self.compare(live, 99999999)
        self.assertEqual(self.client.get(gone).status_code, 404)
        self.send(gone)
        foreign = self.compare(live, self.other.latest_revision_id)
        self.assertEqual(self.client.get(foreign).status_code, 404)
        self.send(foreign)
        self.assertEqual(again(self.post).title, "Teh work")

    def test_a_film_is_corrected_silently_alone(self):
        film = make_film(self.site.films, "Zama", 2015)
        film.year = 2017
        film.save_revision()
        address = self.compare(page=film)
        self.assertNotContains(self.client.get(address), "in a dated note")
        self.assertEqual(self.client.post(address, {"manner": "noted"}).status_code, 422)
        self.send(address)
        self.assertFalse(Page.objects.get(pk=film.pk).has_unpublished_changes)

    def test_any_older_version_becomes_a_draft_again(self):
        first = again(self.post).live_revision_id
        self.send()
        address = reverse("wagtailadmin_pages:revisions_revert", args=[self.post.pk, first])
        newest = again(self.post).latest_revision_id
        self.assertContains(self.client.get(self.compare(first, newest)), address)
        self.assertContains(self.client.get(address), "Teh work")

    def test_the_editor_leads_there(self):
        response = self.client.get(reverse("wagtailadmin_pages:edit", args=[self.post.pk]))
        self.assertContains(response, self.compare())
        self.assertContains(response, reverse("editorial_corrections", args=[self.post.pk]))


class NotesTests(CorrectionCase):
    def setUp(self):
        self.client.force_login(self.editor)
        self.address = reverse("editorial_corrections", args=[self.post.pk])

    def note(self):
        return Correction.objects.get()

    def test_written_changed_and_removed(self):
        self.client.post(self.address, {"text": "A year."})
        written_at = self.note().corrected_at
        change = reverse("editorial_change_correction", args=[self.note().pk])
        self.client.post(change, {"text": "Two years."})
        self.assertEqual((self.note().text, self.note().corrected_at), ("Two years.", written_at))
        response = self.client.post(change, {"text": ""})
        self.assertEqual(response.status_code, 422)
        self.assertEqual(self.note().text, "Two years.")
        self.client.post(reverse("editorial_remove_correction", args=[self.note().pk]))
        self.assertFalse(Correction.objects.exists())

    def test_only_by_who_may_publish_and_only_for_essays(self):
        self.client.post(self.address, {"text": "A year."})
        change = reverse("editorial_change_correction", args=[self.note().pk])
        remove = reverse("editorial_remove_correction", args=[self.note().pk])
        film = make_film(self.site.films, "Zama")
        self.assertEqual(self.client.get(f"/admin/corrections/{film.pk}/").status_code, 404)
        self.assertEqual(self.client.post("/admin/corrections/change/0/").status_code, 404)
        for user in (self.author, UserFactory(groups=["Moderator"])):
            self.client.force_login(user)
            for address in (self.address, change, remove):
                self.client.post(address, {"text": "Mine"})
        self.assertEqual(self.note().text, "A year.")

    def test_the_notes_cost_the_same_for_three_and_for_thirteen(self):
        self.client.logout()
        counts = []
        for number in (3, 10):
            for n in range(number):
                Correction.objects.create(page=self.post, text=f"{n}", corrected_at=timezone.now())
            self.client.get("/journal/post/")
            with CaptureQueriesContext(connection) as queries:
                words = self.client.get("/journal/post/").content.decode()
            counts.append(len(queries))
        self.assertEqual(words.count("Corrected <time"), 13)
        self.assertEqual(counts[0], counts[1])
