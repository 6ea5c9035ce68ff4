"""Bylines: who has one, how it gets its slug, and where editors keep it."""

from django.core.exceptions import ValidationError
from django.test import TestCase
from django.urls import reverse

from blog.accounts.actions import ensure_author, make_owner
from blog.accounts.models import Author, User
from home.setup import lay_out_journal
from tests.factories.accounts import PASSWORD, AuthorFactory, UserFactory

TAKEN = "Another author has this slug. Choose a different one."
QUERIES_OF_THE_LIST = 15


class AuthorTests(TestCase):
    def test_a_slug_that_is_taken_is_refused_and_not_numbered(self):
        AuthorFactory(name="Ines Vale", slug="ines-vale")
        with self.assertRaises(ValidationError) as caught:
            Author(name="Ines Vale").full_clean()
        self.assertEqual(caught.exception.message_dict, {"slug": [TAKEN]})

    def test_an_empty_slug_is_made_from_the_name(self):
        author = Author(name="Inés d’Arc")
        author.full_clean()
        self.assertEqual(author.slug, "inés-darc")

    def test_a_name_without_letters_still_gets_a_slug(self):
        author = Author(name="…")
        author.full_clean()
        self.assertEqual(author.slug, "author")

    def test_for_user_finds_nobody_for_someone_without_a_byline(self):
        AuthorFactory()
        self.assertFalse(Author.objects.for_user(UserFactory()).exists())
        self.assertFalse(Author.objects.for_user(User()).exists())

    def test_a_byline_outlives_the_account(self):
        author = ensure_author(UserFactory())
        author.user.delete()
        author.refresh_from_db()
        self.assertIsNone(author.user)


class EnsureAuthorTests(TestCase):
    def test_a_byline_never_shows_the_whole_email(self):
        author = ensure_author(UserFactory(email="ines@example.org", display_name=""))
        self.assertEqual((author.name, author.slug), ("ines", "ines"))

    def test_a_second_call_finds_the_first_byline(self):
        user = UserFactory(display_name="Ines")
        first = ensure_author(user)
        user.display_name = "Inés"
        user.save()
        self.assertEqual(ensure_author(user), first)
        self.assertEqual(Author.objects.get().name, "Ines")

    def test_two_people_of_one_name_get_two_slugs(self):
        slugs = [ensure_author(UserFactory(display_name="Ines")).slug for _number in range(2)]
        self.assertEqual(slugs, ["ines", "ines-2"])


class MakeOwnerTests(TestCase):
    def test_a_word_that_is_no_email_is_refused(self):
        message = 'The owner\'s e-mail address is "owner"; write one such as me@example.org.'
        with self.assertRaisesMessage(ValueError, message):
            make_owner("owner", PASSWORD)

    def test_an_empty_password_is_refused(self):
        with self.assertRaisesMessage(ValueError, "The owner me@example.org needs a password."):
            make_owner("me@example.org", "")
        self.assertFalse(User.objects.exists())

    def test_the_owner_is_a_superuser(self):
        owner = make_owner("me@example.org", PASSWORD, display_name="Me")
        self.assertTrue(owner.is_superuser and owner.is_active)
        self.assertTrue(owner.check_password(PASSWORD))

    def test_someone_who_is_there_is_raised_and_keeps_the_password(self):
        UserFactory(email="Me@example.org", is_active=False)
        owner = make_owner("me@EXAMPLE.org", "another password")
        owner.refresh_from_db()
        self.assertTrue(owner.is_superuser and owner.is_active)
        self.assertTrue(owner.check_password(PASSWORD))
        self.assertEqual(User.objects.count(), 1)


class AuthorAdminTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        lay_out_journal()
        cls.editor = UserFactory(groups=["Editor"])
        cls.author = UserFactory(groups=["Author"])
        cls.ines = AuthorFactory(name="Ines Vale", slug="ines-vale")

    def add(self, **fields):
        data = {
            "name": "Mina Ode",
            "slug": "",
            "user": "",
            "portrait": "",
            "bio": "null",
            "url": "",
        }
        return self.client.post(reverse("wagtailsnippets_accounts_author:add"), data | fields)

    def test_an_author_does_not_edit_bylines(self):
        self.client.force_login(self.author)
        self.assertEqual(self.add().status_code, 302)
        self.assertEqual(Author.objects.count(), 1)

    def test_a_taken_slug_is_a_form_error(self):
        self.client.force_login(self.editor)
        self.assertContains(self.add(name="Ines Vale"), TAKEN)

    def test_an_editor_adds_a_byline_and_the_slug_follows_the_name(self):
        self.client.force_login(self.editor)
        self.assertRedirects(self.add(), reverse("wagtailsnippets_accounts_author:list"))
        self.assertEqual(Author.objects.get(slug="mina-ode").name, "Mina Ode")

    def test_an_author_chooses_a_byline_for_an_essay(self):
        self.client.force_login(self.author)
        url = reverse("wagtailsnippetchoosers_accounts_author:choose")
        self.assertContains(self.client.get(url), "Ines Vale")

    def test_the_list_of_bylines_asks_no_more_for_thirteen_than_for_three(self):
        self.client.force_login(self.editor)
        url = reverse("wagtailsnippets_accounts_author:list")
        for number in range(2):
            ensure_author(UserFactory(display_name=f"Writer {number}"))
        self.client.get(url)
        with self.assertNumQueries(QUERIES_OF_THE_LIST):
            self.client.get(url)
        for number in range(10):
            ensure_author(UserFactory(display_name=f"Another {number}"))
        with self.assertNumQueries(QUERIES_OF_THE_LIST):
            self.client.get(url)
