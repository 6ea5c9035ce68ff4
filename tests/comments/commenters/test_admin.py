"""The page about a reader in the admin: who sees it, what it says, what its buttons do."""

from django.urls import reverse

from blog.comments.models import Comment
from tests.factories.comments import make_comment

from .desk import LIST, CommenterTestCase
from .readers import make_history, make_reader


class RefusalTests(CommenterTestCase):
    def test_only_moderators_see_readers(self):
        tails = ("", "results/", f"{self.reader.pk}/", f"{self.reader.pk}/erase/",
                 f"{self.reader.pk}/export/")  # fmt: skip
        self.enter("author")
        for tail in tails:
            response = self.client.get(LIST + tail)
            self.assertRedirects(response, reverse("wagtailadmin_home"))
        self.assertNotContains(self.client.get(reverse("wagtailadmin_home")), LIST)
        self.client.logout()
        for tail in tails:
            self.assertIn("/login/", self.client.get(LIST + tail).url)

    def test_nobody_else_changes_anything(self):
        self.enter("author")
        for name in ("ban", "revoke", "note", "forget_devices"):
            self.press(name, note="x")
        self.client.post(f"{self.url}erase/", {"text": "remove"})
        self.assertFalse(self.row().is_banned or self.row().note)
        self.assertEqual(self.logged(), [])

    def test_a_change_needs_a_post_and_djangos_token(self):
        url = f"{self.url}act/"
        self.assertEqual(self.client.get(f"{url}?act=ban").status_code, 405)
        strict = self.client_class(enforce_csrf_checks=True)
        strict.force_login(self.people["moderator"])
        for address in (url, f"{self.url}erase/"):
            data = {"act": "ban", "text": "remove"}
            self.assertEqual(strict.post(address, data).status_code, 403)
        self.assertFalse(self.row().is_banned)

    def test_who_is_gone_is_404(self):
        for tail in ("", "erase/", "export/"):
            self.assertEqual(self.client.get(f"{LIST}987654/{tail}").status_code, 404)
        self.assertEqual(self.client.post(f"{LIST}987654/act/").status_code, 404)

    def test_what_makes_no_sense_says_so(self):
        cases = [
            ("", {}, "Nothing was chosen."),
            ("lift_ban", {}, "That was so already"),
            ("give_back", {}, "That was so already"),
            ("note", {"note": "x" * 2001}, "The note is too long"),
            ("merge", {"other": "nobody@mail.example"}, "Nobody wrote here with the address"),
            ("merge", {"other": "a\0b"}, "Nobody wrote here with the address"),
            ("merge", {"other": "ZOE@mail.example"}, "one and the same address"),
            ("split", {"row": str(self.other.pk)}, "That was so already"),
            ("split", {"row": "9" * 40}, "That was so already"),
            ("split", {"row": "²"}, "That was so already"),
        ]
        for name, fields, sentence in cases:
            with self.subTest(name=name, fields=fields):
                self.assertContains(self.press(name, **fields), sentence)
        self.assertEqual(self.logged(), [])

    def test_erasing_needs_a_choice(self):
        response = self.client.post(f"{self.url}erase/")
        self.assertContains(response, "Choose first.", status_code=422)
        self.assertTrue(Comment.objects.filter(email="Zoe@mail.example").exists())


class PageTests(CommenterTestCase):
    def test_it_shows_everything_in_every_state(self):
        response = self.client.get(self.url)
        for status, comment in self.comments.items():
            self.assertContains(response, f"A {status} comment.")
            url = reverse("wagtailsnippets_comments_comment:inspect", args=[comment.pk])
            self.assertContains(response, url)
        self.assertNotContains(response, "Of the other.")
        self.assertNotContains(response, "<b>Quell")
        self.assertContains(response, "1 published, 1 waiting, 1 rejected, 1 spam")
        self.assertContains(response, "is marked as spam")

    def test_it_says_why_somebody_is_trusted(self):
        good = make_reader("good@mail.example", name="Good")
        make_history(self.post, good, "published")
        response = self.client.get(reverse("comments_commenter", args=[good.pk]))
        self.assertContains(response, "Trusted</h2>")
        self.assertContains(response, "The address is proved")
        response = self.client.get(reverse("comments_commenter", args=[self.other.pk]))
        self.assertContains(response, "Not trusted: Address not proved")

    def test_three_and_thirteen_comments_cost_the_same(self):
        Comment.objects.filter(commenter=self.reader).delete()
        counts = []
        for more in (3, 10):
            for number in range(more):
                comment = make_comment(
                    self.post, f"{more}-{number}", email=self.reader.email, status="pending"
                )
                self.decide(comment, "approve")
            counts.append(self.count_queries(self.url))
        self.assertEqual(*counts)

    def test_many_comments_are_paged(self):
        for number in range(20):
            make_comment(self.post, f"Number {number:02}.", email=self.reader.email, minutes=9)
        self.assertNotContains(self.client.get(self.url), "A pending comment.")
        for page in ("2", "99", "x"):
            response = self.client.get(f"{self.url}?p={page}")
            self.assertContains(response, "A pending comment." if page != "x" else "Number 19.")

    def test_an_erased_one_holds_its_place_elsewhere_not_here(self):
        make_comment(self.post, "Yes.", email="ana@mail.example", parent=self.comments["published"])
        self.decide(self.comments["published"], "erase")
        self.assertNotContains(self.client.get(self.url), "A published comment.")


class ListTests(CommenterTestCase):
    def find(self, query=""):
        html = self.client.get(f"{LIST}?{query}").content.decode()
        readers = {"reader": "zoe@mail.example", "other": "other@mail.example"}
        return {name for name, address in readers.items() if address in html}

    def test_it_is_in_the_menu_and_lists_everybody(self):
        self.assertContains(self.client.get(reverse("wagtailadmin_home")), LIST)
        self.assertEqual(self.find(), {"reader", "other"})

    def test_search_finds_names_and_addresses(self):
        self.assertEqual(self.find("q=ZOE@"), {"reader"})
        self.assertEqual(self.find("q=Other"), {"other"})
        self.assertEqual(self.find("q=zzzz"), set())
        self.client.get(f"{LIST}results/?q=%00")

    def test_filters(self):
        make_history(self.post, make_reader("good@mail.example", name="Good"), "published")
        self.assertEqual(self.find("standing=proved"), {"reader"})
        self.assertEqual(self.find("standing=unproved"), {"other"})
        self.assertContains(self.client.get(f"{LIST}?standing=trusted"), "good@mail.example")
        self.assertEqual(self.find("standing=trusted"), set())
        self.press("ban")
        self.press("revoke", self.other)
        self.assertEqual(self.find("standing=banned"), {"reader"})
        self.assertEqual(self.find("standing=revoked"), {"other"})
        for nonsense in ("standing=x", "p=x", "ordering=x", "p=99"):
            self.assertEqual(self.client.get(f"{LIST}?{nonsense}").status_code, 200)

    def test_every_column_sorts(self):
        for column in ("name", "email", "fact_published", "fact_pending", "created_at"):
            for sign in ("", "-"):
                self.assertEqual(self.find(f"ordering={sign}{column}"), {"reader", "other"})

    def test_three_and_thirteen_readers_cost_the_same(self):
        counts = []
        for more in (1, 10):
            for number in range(more):
                make_comment(self.post, "x", email=f"{more}.{number}@mail.example", name="N")
            counts.append(self.count_queries(LIST))
        self.assertEqual(*counts)
