"""Notices on the desk and on their page, and putting them away."""

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blog.editorial.models import EditorialNotice, NoticeKind
from blog.editorial.notices.panels import NoticesPanel
from blog.editorial.notices.shown import get_shown
from blog.editorial.notices.writing import tell
from tests.factories.posts import make_post, make_private

from .ground import lay_out_people, told

Kind = NoticeKind
ALL = "editorial_notices"


class DeskTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        lay_out_people(cls)
        cls.draft = make_post(cls.site.journal, "A <draft>", live=False, owner=cls.author)
        EditorialNotice.objects.all().delete()

    def tell(self, number=1, user=None):
        for count in range(number):
            words = f"Words <{count}> " + "long " * 100
            tell(Kind.SENT_BACK, self.draft, [user or self.author], words=words)

    def get(self, user, name="wagtailadmin_home", **query):
        self.client.force_login(user)
        return self.client.get(reverse(name), query)

    def put_away(self, user, *args, **data):
        self.client.force_login(user)
        name = "editorial_notice_put_away" if args else "editorial_notices_put_away"
        return self.client.post(reverse(name, args=args), data)


class RefusalTests(DeskTestCase):
    def test_nobody_reads_or_puts_away_what_others_were_told(self):
        self.tell()
        notice = told(self.author)[0]
        self.assertNotContains(self.get(self.editor, ALL), "A &lt;draft&gt;")
        self.put_away(self.editor, notice.pk)
        self.put_away(self.editor)
        notice.refresh_from_db()
        self.assertIsNone(notice.read_at)

    def test_reading_changes_nothing(self):
        self.tell()
        self.client.force_login(self.author)
        for address in (
            reverse("editorial_notices_put_away"),
            reverse("editorial_notice_put_away", args=[told(self.author)[0].pk]),
        ):
            self.assertEqual(self.client.get(address).status_code, 405)
        self.assertIsNone(told(self.author)[0].read_at)

    def test_what_is_gone_is_put_away_without_a_word(self):
        for number in (0, 10**18):
            self.assertEqual(self.put_away(self.author, number).status_code, 303)

    def test_nobody_is_sent_to_another_host(self):
        response = self.put_away(self.author, next="https://elsewhere.example/")
        self.assertRedirects(response, reverse(ALL), 303, fetch_redirect_response=False)

    def test_who_lost_the_right_to_a_page_reads_nothing_of_it_any_more(self):
        page = make_private(make_post(self.site.journal, "Now private", owner=self.author))
        tell(Kind.FAILED, page, [self.author])
        self.assertTrue(get_shown(self.author).filter(page=page.pk).exists())
        page.owner = self.editor
        page.save(update_fields=["owner"])
        self.assertNotContains(self.get(self.author, ALL), "Now private")

    def test_a_deleted_page_takes_its_notices_along(self):
        self.tell()
        self.draft.delete()
        self.assertFalse(EditorialNotice.objects.exists())


class PanelTests(DeskTestCase):
    def test_an_empty_desk_has_no_panel(self):
        self.assertNotContains(self.get(self.author), 'id="notices')

    def test_it_says_what_happened_and_leads_there(self):
        self.tell()
        response = self.get(self.author)
        self.assertContains(response, "Your essay was sent back with remarks")
        self.assertContains(response, "A &lt;draft&gt;")
        self.assertContains(response, "Words &lt;0&gt;")
        self.assertContains(response, reverse("wagtailadmin_pages:edit", args=[self.draft.pk]))
        self.assertContains(response, "csrfmiddlewaretoken")

    def test_what_is_put_away_stays_on_its_page_alone(self):
        self.tell(2)
        first = told(self.author)[0]
        response = self.put_away(self.author, first.pk, next=reverse("wagtailadmin_home"))
        self.assertRedirects(response, reverse("wagtailadmin_home"), 303)
        self.assertEqual(self.shown(), 1)
        self.assertEqual(len(self.get(self.author, ALL).context["notices"]), 2)
        self.put_away(self.author)
        self.assertEqual(self.shown(), 0)
        first.refresh_from_db()
        read_at = first.read_at
        self.put_away(self.author, first.pk)
        first.refresh_from_db()
        self.assertEqual(first.read_at, read_at)

    def test_desk_and_page_ask_as_much_for_thirteen_as_for_three(self):
        self.tell(3)
        for name in ("wagtailadmin_home", ALL):
            self.get(self.author, name)
        few = [self.count(name) for name in ("wagtailadmin_home", ALL)]
        self.tell(10)
        self.assertEqual([self.count(name) for name in ("wagtailadmin_home", ALL)], few)

    def count(self, name):
        with CaptureQueriesContext(connection) as captured:
            self.client.get(reverse(name))
        return len(captured)

    def shown(self):
        request = self.get(self.author).wsgi_request
        return len(NoticesPanel().get_context_data({"request": request})["notices"])


class PageTests(DeskTestCase):
    def test_an_empty_page_says_what_will_stand_there(self):
        self.assertContains(self.get(self.author, ALL), "Nobody has told you anything yet.")

    def test_fifty_stand_on_a_page(self):
        self.tell(51)
        self.assertEqual(len(self.get(self.author, ALL).context["notices"]), 50)
        self.assertEqual(len(self.get(self.author, ALL, p=2).context["notices"]), 1)
        self.assertEqual(self.get(self.author, ALL, p="x\0").status_code, 200)
