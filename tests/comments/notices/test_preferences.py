"""How often an account hears of comments: its own choice, among its own settings."""

from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from blog.comments.models import ModeratorMail, Notice
from blog.comments.notices.writing import note_submitted

from .ground import NoticesTestCase, make_waiting

FIELD = "comment_mail-frequency"


class PreferencesTests(NoticesTestCase):
    def setUp(self):
        self.url = reverse("wagtailadmin_account")
        self.client.force_login(self.moderator)

    def choose(self, frequency):
        fields = {
            "name_email-first_name": "M", "name_email-last_name": "",
            "name_email-email": self.moderator.email, "theme-theme": "system",
            "theme-contrast": "system", "theme-density": "default", FIELD: frequency,
        }  # fmt: skip
        return self.client.post(self.url, fields)

    @override_settings(HAS_MAIL_SERVER=False)
    def test_without_a_mail_server_there_is_no_choice(self):
        self.assertNotContains(self.client.get(self.url), FIELD)

    def test_an_unknown_choice_is_refused(self):
        self.choose("often")
        self.assertFalse(ModeratorMail.objects.exists())

    def test_it_is_hourly_until_somebody_chooses(self):
        response = self.client.get(self.url)
        self.assertContains(response, '<option value="hourly" selected>')
        self.assertFalse(ModeratorMail.objects.exists())

    def test_a_choice_is_kept_and_leaves_the_time_of_the_last_mail(self):
        now = timezone.now()
        ModeratorMail.objects.create(user=self.moderator, last_mailed_at=now)
        self.assertEqual(self.choose("daily").status_code, 302)
        row = ModeratorMail.objects.get()
        self.assertEqual((row.frequency, row.last_mailed_at), ("daily", now))

    def test_who_wants_no_mail_has_nothing_noted(self):
        note_submitted(make_waiting(self.post))
        self.choose("never")
        self.assertFalse(Notice.objects.filter(user=self.moderator).exists())
