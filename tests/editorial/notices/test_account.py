"""What people choose to be told, among the settings of their account."""

from django.test import TestCase, override_settings
from django.urls import reverse

from blog.accounts.models import User
from blog.editorial.models import NoticeChoice, NoticeKind
from blog.editorial.notices.choices import DEFAULTS, Ways, choose, get_ways_of
from blog.editorial.notices.preferences import get_kinds

from .ground import lay_out_people

Kind = NoticeKind


@override_settings(HAS_MAIL_SERVER=True)
class AccountTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        lay_out_people(cls)

    def open(self, user):
        self.client.force_login(user)
        return self.client.get(reverse("wagtailadmin_account"))

    def save(self, user, *ticked):
        """Send the whole form with these boxes of ours ticked."""
        forms = [form for form in self.get_forms(user) if form.prefix != "password"]
        data = {}
        for form in forms:
            for field in form:
                value = field.value()
                if value not in (None, False) and form.prefix not in ("notices", "avatar"):
                    data[field.html_name] = value
        data |= {f"notices-{name}": "on" for name in ticked}
        response = self.client.post(reverse("wagtailadmin_account"), data)
        self.assertEqual(response.status_code, 302)

    def get_forms(self, user):
        context = self.open(user).context
        return [
            panel.get_form() for panels in context["panels_by_tab"].values() for panel in panels
        ]

    def test_a_moderator_who_writes_nothing_has_no_table(self):
        self.assertNotContains(self.open(self.moderator), "notice-ways")

    def test_each_is_asked_for_what_they_may_be_told(self):
        self.assertNotIn(Kind.SUBMITTED, get_kinds(self.author))
        self.assertIn(Kind.SENT_BACK, get_kinds(self.author))
        self.assertIn(Kind.SUBMITTED, get_kinds(self.editor))
        self.assertNotIn(Kind.APPROVED, get_kinds(self.editor))

    def test_a_solo_author_is_asked_nothing_of_reviews(self):
        User.objects.exclude(pk=self.owner.pk).delete()
        kinds = get_kinds(self.owner)
        self.assertFalse({Kind.SUBMITTED, Kind.SENT_BACK, Kind.APPROVED} & set(kinds))
        self.assertIn(Kind.FAILED, kinds)

    def test_every_box_has_a_name(self):
        response = self.open(self.author)
        self.assertContains(response, 'aria-label="An essay went live: by mail"')
        self.assertContains(response, 'aria-label="An essay went live: on the desk"')

    def test_without_a_mail_server_there_is_nothing_to_choose_of_mails(self):
        with override_settings(HAS_MAIL_SERVER=False):
            self.assertNotContains(self.open(self.author), "by mail")
            self.save(self.author, "live_desk")
        self.assertEqual(get_ways_of(self.author)[Kind.LIVE], DEFAULTS[Kind.LIVE])
        self.assertEqual(get_ways_of(self.author)[Kind.FAILED], Ways(False, True))

    def test_what_is_chosen_is_kept_and_shown(self):
        self.save(self.author, "soon_mail", "live_desk", "live_mail")
        ways = get_ways_of(self.author)
        self.assertEqual(ways[Kind.SOON], Ways(False, True))
        self.assertEqual(ways[Kind.LIVE], Ways(True, True))
        self.assertEqual(ways[Kind.EXPIRED], Ways(False, False))
        self.assertEqual(ways[Kind.SUBMITTED], DEFAULTS[Kind.SUBMITTED], "not asked, not changed")
        self.assertFalse(NoticeChoice.objects.filter(kind=Kind.LIVE).exists(), "as it is anyway")
        self.assertFalse(NoticeChoice.objects.exclude(user=self.author).exists())

    def test_choosing_again_overwrites(self):
        for wish in (Ways(True, False), Ways(False, False), Ways(False, False)):
            choose(self.author, {Kind.LIVE: wish})
            self.assertEqual(get_ways_of(self.author)[Kind.LIVE], wish)
        choose(self.author, {Kind.LIVE: DEFAULTS[Kind.LIVE]})
        self.assertFalse(NoticeChoice.objects.exists())

    def test_of_wagtails_own_only_the_remarks_are_left(self):
        for user in (self.author, self.editor, self.owner):
            fields = {field.name for form in self.get_forms(user) for field in form}
            self.assertIn("updated_comments_notifications", fields)
            self.assertFalse(
                {"submitted_notifications", "approved_notifications", "rejected_notifications"}
                & fields
            )
