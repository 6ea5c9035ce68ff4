"""People in the admin, by e-mail address and display name; and what they change themselves."""

from io import BytesIO

from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import TestCase
from django.urls import reverse
from PIL import Image as Drawing
from wagtail.users.models import UserProfile

from blog.accounts.actions import make_owner
from blog.accounts.models import User
from home.setup import lay_out_journal
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.images import draw

TAKEN = "Someone else signs in with this e-mail address."


class UserModelTests(TestCase):
    def test_one_email_in_two_cases_is_refused_by_the_database(self):
        UserFactory(email="Ines@example.org")
        with self.assertRaises(IntegrityError), transaction.atomic():
            UserFactory(email="iNES@example.org")
        self.assertEqual(User.objects.count(), 1)

    def test_a_user_without_an_email_is_refused(self):
        with self.assertRaisesMessage(ValueError, "A user needs an e-mail address."):
            User.objects.create_user("", "p")

    def test_a_person_is_called_by_the_display_name_and_else_by_the_email(self):
        user = UserFactory(email="ines@example.org", display_name="Inés Vale")
        self.assertEqual((str(user), user.get_full_name()), ("Inés Vale", "Inés Vale"))
        user.display_name = ""
        self.assertEqual(str(user), "ines@example.org")


class UserAdminTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.owner = make_owner("owner@example.org", PASSWORD, display_name="Olive")
        cls.editors = Group.objects.get(name="Editor")
        cls.ines = UserFactory(email="Ines@example.org", display_name="Ines", groups=["Author"])

    def setUp(self):
        self.client.force_login(self.owner)

    def add(self, **fields):
        data = {
            "email": "mina@example.org",
            "display_name": "Mina",
            "password1": PASSWORD,
            "password2": PASSWORD,
            "groups": [self.editors.pk],
        }
        return self.client.post(reverse("wagtailusers_users:add"), data | fields)

    def edit(self, user, **fields):
        data = {"email": user.email, "display_name": user.display_name, "is_active": "on"}
        url = reverse("wagtailusers_users:edit", args=[user.pk])
        return self.client.post(url, data | fields)

    def test_adding_someone_with_a_taken_email_in_another_case_is_refused(self):
        response = self.add(email="INES@example.org")
        self.assertFormError(response.context["form"], "email", TAKEN)
        self.assertEqual(User.objects.count(), 2)

    def test_adding_someone_without_email_or_name_is_refused(self):
        response = self.add(email="", display_name="")
        self.assertFormError(response.context["form"], "email", "This field is required.")
        self.assertFormError(response.context["form"], "display_name", "This field is required.")

    def test_a_password_that_is_too_short_or_like_the_name_is_refused(self):
        response = self.add(password1="mina", password2="mina")
        self.assertIn("too short", str(response.context["form"].errors["password2"]))

    def test_owner_adds_an_editor_who_signs_in(self):
        self.assertRedirects(self.add(), reverse("wagtailusers_users:index"))
        mina = User.objects.get(email="mina@example.org")
        self.assertEqual((mina.display_name, mina.groups.get()), ("Mina", self.editors))
        self.assertFalse(mina.is_superuser)
        self.assertTrue(mina.check_password(PASSWORD))

    def test_owner_changes_name_and_email_and_the_password_stays(self):
        response = self.edit(self.ines, email="ines.vale@example.org", display_name="Ines Vale")
        self.assertRedirects(response, reverse("wagtailusers_users:index"))
        self.ines.refresh_from_db()
        self.assertEqual(str(self.ines), "Ines Vale")
        self.assertEqual(self.ines.email, "ines.vale@example.org")
        self.assertTrue(self.ines.check_password(PASSWORD))

    def test_changing_the_case_of_ones_own_email_is_no_clash(self):
        self.assertEqual(self.edit(self.ines, email="INES@example.org").status_code, 302)
        self.assertEqual(self.edit(self.ines, email="OWNER@example.org").status_code, 200)

    def test_the_form_shows_the_display_name_and_no_first_or_last_name(self):
        for url in (
            reverse("wagtailusers_users:add"),
            reverse("wagtailusers_users:edit", args=[self.ines.pk]),
        ):
            response = self.client.get(url)
            self.assertContains(response, 'name="display_name"', count=1)
            self.assertContains(response, 'name="email"', count=1)
            self.assertNotContains(response, 'name="first_name"')
            self.assertNotContains(response, 'name="last_name"')

    def test_people_are_found_by_name_and_by_email(self):
        for query in ("ines", "INES@EXAMPLE"):
            response = self.client.get(reverse("wagtailusers_users:index"), {"q": query})
            self.assertContains(response, "Ines@example.org")
            self.assertNotContains(response, "Olive</a>")

    def test_an_owner_cannot_take_the_own_rights_away(self):
        self.edit(self.owner, email="owner@example.org")
        self.owner.refresh_from_db()
        self.assertTrue(self.owner.is_superuser and self.owner.is_active)


class AccountTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        lay_out_journal()
        cls.url = reverse("wagtailadmin_account")
        cls.ines = UserFactory(email="ines@example.org", display_name="Ines", groups=["Author"])
        UserFactory(email="mina@example.org")

    def setUp(self):
        self.client.force_login(self.ines)

    def post(self, **fields):
        data = {
            "name_email-display_name": "Ines",
            "name_email-email": "ines@example.org",
            "theme-theme": "system",
            "theme-contrast": "system",
            "theme-density": "default",
            "theme-keyboard_shortcuts": "on",
            "locale-preferred_language": "",
            "locale-current_time_zone": "",
            "comment_mail-frequency": "hourly",
        }
        return self.client.post(self.url, data | fields)

    def test_another_persons_email_is_refused(self):
        response = self.post(**{"name_email-email": "MINA@example.org"})
        self.assertContains(response, TAKEN)
        self.ines.refresh_from_db()
        self.assertEqual(self.ines.email, "ines@example.org")

    def test_a_broken_profile_picture_is_refused_with_a_sentence(self):
        whole = draw((900, 900))
        upload = SimpleUploadedFile("me.jpg", whole[:-400], "image/jpeg")
        response = self.post(**{"avatar-avatar": upload})
        self.assertContains(response, "This file is broken or cut short.")

    def test_someone_changes_the_own_name(self):
        self.assertRedirects(self.post(**{"name_email-display_name": "Ines Vale"}), self.url)
        self.ines.refresh_from_db()
        self.assertEqual(str(self.ines), "Ines Vale")

    def test_a_profile_picture_is_kept_small_and_tells_no_place(self):
        exif = Drawing.Exif()
        exif.get_ifd(0x8825)[1] = "N"
        exif[0x010F] = "Telltale camera"
        upload = SimpleUploadedFile("me.jpg", draw((900, 600), exif=exif), "image/jpeg")
        self.assertRedirects(self.post(**{"avatar-avatar": upload}), self.url)
        stored = UserProfile.objects.get(user=self.ines).avatar.read()
        self.assertNotIn(b"Telltale", stored)
        self.assertNotIn(b"Exif", stored)
        self.assertEqual(Drawing.open(BytesIO(stored)).size, (400, 267))
        self.assertRedirects(self.post(**{"avatar-avatar-clear": "on"}), self.url)
        self.assertFalse(UserProfile.objects.get(user=self.ines).avatar)
