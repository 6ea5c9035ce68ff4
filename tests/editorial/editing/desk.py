"""An essay in the editor, as the tests of its buttons and dates press and fill them."""

import re
from datetime import UTC, datetime

import time_machine
from bs4 import BeautifulSoup
from django.test import TestCase
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield
from wagtail.users.models import UserProfile

from blog.posts.models import PostPage
from home.models import SiteSettings
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.posts import make_post

NOW = datetime(2027, 3, 5, 9, 0, tzinfo=UTC)  # a Friday
WHEN = "2027-03-08 09:00"
IN_WORDS = "Mon 8 Mar 2027, 09:00 Europe/Lisbon"


class EditorTestCase(TestCase):
    """A journal in Lisbon on 5 March 2027, with an editor and an author who have no zone."""

    @classmethod
    def setUpTestData(cls):
        laid = lay_out_journal()
        cls.journal, cls.home = laid.journal, laid.home
        cls.settings_row = SiteSettings.for_site(cls.home.get_site())
        cls.settings_row.time_zone = "Europe/Lisbon"
        cls.settings_row.save()
        cls.author = UserFactory(groups=["Author"], display_name="Anna")
        cls.editor = UserFactory(groups=["Editor"], display_name="Ben")
        with time_machine.travel(NOW, tick=False):
            cls.draft = make_post(cls.journal, "A draft", live=False, owner=cls.author)
            cls.draft.save_revision(user=cls.author)
            cls.live = make_post(cls.journal, "A live essay", owner=cls.author)

    def setUp(self):
        traveller = time_machine.travel(NOW, tick=False)
        self.clock = traveller.start()
        self.addCleanup(traveller.stop)
        self.client.force_login(self.editor)

    def live_in(self, user, zone):
        profile = UserProfile.get_for_user(user)
        profile.current_time_zone = zone
        profile.save()

    def edit_url(self, page):
        return reverse("wagtailadmin_pages:edit", args=[page.pk])

    @property
    def add_url(self):
        return reverse("wagtailadmin_pages:add", args=["posts", "postpage", self.journal.pk])

    def form(self, page=None, **fields):
        """Return what the editor's form sends; fields as people write them."""
        fields = {
            "title": page.title if page else "New",
            "slug": page.slug if page else "",
            "comments_state": "open",
            "body": streamfield([]),
            "content_notes": streamfield([]),
            "comments": inline_formset([]),
        } | fields
        return nested_form_data(fields)

    def press(self, page=None, button=None, follow=True, **fields):
        """Send the form by a button, which stands for its value; None saves a draft."""
        if button is not None:
            fields["action-publish"] = button
        url = self.edit_url(page) if page else self.add_url
        return self.client.post(url, self.form(page, **fields), follow=follow)

    def autosave(self, page, **fields):
        """Save as the editor does by itself, and return the answer."""
        data = self.form(page, **fields)
        return self.client.post(self.edit_url(page), data, headers={"accept": "application/json"})

    def get_buttons(self, response):
        """Return {words: value} of the buttons at the foot, in their order."""
        soup = BeautifulSoup(response.content, "html.parser")
        buttons = soup.select("footer button[type=submit]:not([aria-hidden]), footer button[class]")
        return {
            one_line(button.get_text()): button.get("value", "")
            for button in buttons
            if button.get("aria-hidden") is None and one_line(button.get_text())
        }

    def get_main_button(self, response):
        """Return the words and the value of the first button at the foot."""
        return next(iter(self.get_buttons(response).items()))

    def get_standing(self, response):
        soup = BeautifulSoup(response.content, "html.parser")
        return one_line(soup.select_one("[data-schedule-standing]").get_text())

    def get_messages(self, response):
        return [one_line(str(message)) for message in response.context["messages"]]

    def get_newest(self):
        return PostPage.objects.order_by("-pk").first()


def one_line(text):
    return re.sub(r"\s+", " ", text).strip()
