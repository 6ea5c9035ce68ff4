"""Whose diary is whose, at every address of it in the admin."""

from datetime import date

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.permissions import policy_registry

from blog.accounts.actions import ensure_author
from blog.accounts.models import User
from blog.films.models import Viewing
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.films import make_film, make_viewing

SECRET = "Zwiebelkuchen"
NOWHERE = ("index", "index_results", "add", "watched")
OF_AN_ENTRY = ("edit", "delete", "history", "history_results", "usage")


def people():
    """Return {name: user} of all kinds who enter the admin, and a second author."""
    users = {role.lower(): UserFactory(groups=[role]) for role in ("Author", "Editor", "Moderator")}
    users["other"] = UserFactory(groups=["Author"])
    users["owner"] = User.objects.create_superuser("owner@example.org", "p")
    return users


class DiaryTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.library = lay_out_journal().films
        cls.film = make_film(cls.library, "Aftersun", 2022)
        cls.people = people()
        cls.own = make_viewing(
            cls.film,
            author=ensure_author(cls.people["author"]),
            watched_on=date(2024, 5, 1),
            private_note=SECRET,
            is_private=True,
        )
        cls.nobodys = make_viewing(cls.film, private_note=SECRET)

    def get(self, name, *args, **query):
        return self.client.get(reverse(f"viewing:{name}", args=args), query)

    def form(self, viewing=None, **changes):
        fields = {"film": self.film.pk, "is_private": "on"}
        if viewing:
            fields |= {"watched_on": str(viewing.watched_on or "")}
        return fields | changes


class AddressTests(DiaryTestCase):
    def statuses(self, role, viewing):
        self.client.force_login(self.people[role])
        addresses = [(name,) for name in NOWHERE] + [(name, viewing.pk) for name in OF_AN_ENTRY]
        return {self.get(*address).status_code for address in addresses}

    def test_readers_are_sent_to_sign_in(self):
        for name in NOWHERE:
            self.assertIn("/login/", self.get(name).url)
        for name in OF_AN_ENTRY:
            self.assertIn("/login/", self.get(name, self.own.pk).url)

    def test_a_moderator_sees_no_diary(self):
        self.assertEqual(self.statuses("moderator", self.own), {302})

    def test_another_author_sees_nothing_of_an_entry(self):
        self.client.force_login(self.people["other"])
        for viewing in (self.own, self.nobodys):
            for name in OF_AN_ENTRY:
                with self.subTest(name=name):
                    self.assertRedirects(
                        self.get(name, viewing.pk),
                        reverse("wagtailadmin_home"),
                        fetch_redirect_response=False,
                    )
        self.assertNotContains(self.get("index"), "Aftersun")
        self.assertNotContains(self.get("index_results", film=self.film.pk), "Aftersun</a>")

    def test_another_author_changes_and_deletes_nothing(self):
        self.client.force_login(self.people["other"])
        self.client.post(reverse("viewing:edit", args=[self.own.pk]), self.form(half_stars=1))
        self.client.post(reverse("viewing:delete", args=[self.own.pk]))
        self.assertEqual(Viewing.objects.get(pk=self.own.pk).half_stars, None)

    def test_author_editor_and_owner_reach_the_entry(self):
        for role in ("author", "editor", "owner"):
            self.assertEqual(self.statuses(role, self.own), {200}, role)

    def test_an_entry_that_is_gone_is_404(self):
        self.client.force_login(self.people["editor"])
        self.assertEqual(self.get("edit", 10**9).status_code, 404)

    def test_the_policy_names_the_same_people(self):
        policy = policy_registry.get_by_type(Viewing)
        for action in ("change", "delete"):
            may = set(policy.users_with_permission_for_instance(action, self.own))
            asked = {
                user
                for user in self.people.values()
                if policy.user_has_permission_for_instance(user, action, self.own)
            }
            self.assertEqual(may, asked)
            self.assertEqual(may, {self.people[name] for name in ("author", "editor", "owner")})
        adders = set(policy.users_with_permission("add"))
        self.assertEqual(adders, set(self.people.values()) - {self.people["moderator"]})
        self.assertEqual(set(policy.users_with_permission("view")), adders)


class KeepingTests(DiaryTestCase):
    def save(self, role, viewing, **changes):
        self.client.force_login(self.people[role])
        address = reverse("viewing:edit", args=[viewing.pk])
        return self.client.post(address, self.form(viewing, **changes))

    def test_what_an_author_adds_is_their_own_byline_or_not(self):
        self.client.force_login(self.people["other"])
        someone = ensure_author(self.people["author"])
        self.client.post(reverse("viewing:add"), self.form(author=someone.pk, half_stars=9))
        viewing = Viewing.objects.get(half_stars=9)
        self.assertEqual(viewing.author.user, self.people["other"])

    def test_an_editor_adds_for_somebody_else(self):
        self.client.force_login(self.people["editor"])
        someone = ensure_author(self.people["author"])
        self.client.post(reverse("viewing:add"), self.form(author=someone.pk, half_stars=9))
        self.assertEqual(Viewing.objects.get(half_stars=9).author, someone)

    def test_a_day_to_come_is_refused_with_a_sentence(self):
        response = self.save("author", self.own, watched_on="2999-01-01")
        self.assertContains(response, "That day has not come yet.")

    def test_a_film_that_is_no_film_is_refused_with_a_sentence(self):
        for film in (10**9, 10**30, "x", "-1", "\0"):
            with self.subTest(film=film):
                response = self.save("author", self.own, film=film, public_note="Kept words")
                self.assertContains(response, "not in the library any more")
                self.assertContains(response, "Kept words")

    def test_only_its_author_and_the_owner_see_the_private_note(self):
        for role, is_seen in (("author", True), ("owner", True), ("editor", False)):
            self.client.force_login(self.people[role])
            html = self.get("edit", self.own.pk).content.decode()
            self.assertEqual(SECRET in html, is_seen, role)
            self.assertEqual("private_note" in html, is_seen, role)

    def test_an_editor_keeps_a_note_that_they_may_not_read(self):
        fields = {"author": self.own.author_id, "half_stars": 7, "private_note": "overwritten"}
        self.save("editor", self.own, **fields)
        self.own.refresh_from_db()
        self.assertEqual((self.own.half_stars, self.own.private_note), (7, SECRET))

    def test_an_editor_does_not_take_an_entry_over_to_read_its_note(self):
        mine = ensure_author(self.people["editor"])
        for viewing in (self.own, self.nobodys):
            response = self.save("editor", viewing, author=mine.pk)
            self.assertContains(response, "so it stays theirs")
            viewing.refresh_from_db()
            self.assertNotEqual(viewing.author, mine)

    def test_an_entry_without_a_note_changes_hands(self):
        Viewing.objects.filter(pk=self.own.pk).update(private_note="")
        mine = ensure_author(self.people["editor"])
        self.save("editor", self.own, author=mine.pk)
        self.own.refresh_from_db()
        self.assertEqual(self.own.author, mine)

    def test_the_private_note_is_neither_listed_searched_nor_exported(self):
        self.client.force_login(self.people["owner"])
        self.assertNotContains(self.get("index"), SECRET)
        self.assertEqual(list(self.get("index", q=SECRET).context["object_list"]), [])
        for file_type in ("csv", "xlsx"):
            exported = self.get("index", export=file_type)
            self.assertEqual(exported.status_code, 200)
        rows = b"".join(self.get("index", export="csv").streaming_content).decode()
        self.assertIn("Aftersun", rows)
        self.assertNotIn(SECRET, rows)


class ListTests(DiaryTestCase):
    def setUp(self):
        self.client.force_login(self.people["editor"])

    def listed(self, **query):
        return list(self.get("index", **query).context["object_list"])

    def test_filters(self):
        zama = make_viewing(make_film(self.library, "Zama", 2017), half_stars=8)
        author = self.own.author
        for query, expected in (
            ({"author": author.pk}, [self.own]),
            ({"film": zama.film_id}, [zama]),
            ({"half_stars": 8}, [zama]),
            ({"is_private": "true"}, [self.own]),
            ({"watched_on_from": "2024-05-01", "watched_on_to": "2024-05-31"}, [self.own]),
            ({"q": "zámA"}, [zama]),
            ({"film": "x", "half_stars": "99"}, None),
        ):
            with self.subTest(query=query):
                response = self.get("index", **query)
                self.assertEqual(response.status_code, 200)
                if expected is not None:
                    self.assertEqual(list(response.context["object_list"]), expected)

    def test_odd_searches_answer(self):
        for query in ("\0", "x" * 5000, '"', "%", "🎬", "\u202eש"):
            self.assertEqual(self.get("index", q=query).status_code, 200)

    def test_queries_do_not_grow_with_the_diary(self):
        counts = []
        for number in (3, 10):
            for n in range(number):
                film = make_film(self.library, f"Film {number} {n}")
                make_viewing(film, watched_on=date(2024, 1, n + 1), half_stars=5)
            self.get("index")
            with CaptureQueriesContext(connection) as queries:
                self.get("index")
            counts.append(len(queries))
        # How many they are is up to the menu, which other parts fill.
        self.assertEqual(counts[0], counts[1])
