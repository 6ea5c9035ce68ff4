"""Who sees, decides on and answers what in the admin."""

import re

from django.contrib.auth.models import Group
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blog.accounts.models import Author, User
from blog.comments.models import Comment, CommentSettings
from home.setup import lay_out_journal
from tests.factories.comments import make_comment, make_in_every_state
from tests.factories.posts import make_post

LIST = "wagtailsnippets_comments_comment:list"
ROLES = ["author", "editor", "moderator", "owner"]


def make_person(role):
    """Return someone who works here: an owner, or a member of the group of that name."""
    email = f"{role}@mail.example"
    if role == "owner":
        return User.objects.create_superuser(email, "secret", display_name="Olive Owner")
    user = User.objects.create_user(email, "secret", display_name=f"{role.title()} Person")
    user.groups.add(Group.objects.get(name=role.title()))
    return user


class AdminTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.journal = lay_out_journal().journal
        cls.people = {role: make_person(role) for role in ROLES}
        cls.post = make_post(cls.journal, "By nobody")
        cls.own = make_post(cls.journal, "By the author", owner=cls.people["author"])
        cls.waiting = make_comment(cls.post, "Waiting elsewhere.", status="pending")
        cls.own_waiting = make_comment(cls.own, "Waiting at home.", status="pending")
        cls.own_published = make_comment(cls.own, "Seen at home.")

    def enter(self, role):
        self.client.force_login(self.people[role])

    def decide(self, comment, decision):
        url = reverse("wagtailsnippets_comments_comment:decide", args=[comment.pk])
        return self.client.post(url, {"decision": decision})

    def answer(self, comment, body="Thank you."):
        url = reverse("wagtailsnippets_comments_comment:answer", args=[comment.pk])
        return self.client.post(url, {"body": body})

    def status_of(self, comment):
        return Comment.objects.values_list("status", flat=True).get(pk=comment.pk)


class RefusalTests(AdminTestCase):
    def test_nobody_adds_changes_deletes_or_chooses_a_comment_by_a_form(self):
        for role in ROLES:
            self.enter(role)
            for name, args in {"add": [], "edit": [1], "delete": [1], "usage": [1]}.items():
                args = [self.waiting.pk] if args else []
                response = self.client.get(
                    reverse(f"wagtailsnippets_comments_comment:{name}", args=args)
                )
                with self.subTest(role=role, view=name):
                    self.assertRedirects(response, reverse("wagtailadmin_home"))
            response = self.client.get("/admin/snippets/choose/comments/comment/")
            self.assertEqual(response.status_code, 404)

    def test_words_cannot_be_rewritten_by_posting_to_the_edit_view(self):
        self.enter("owner")
        url = reverse("wagtailsnippets_comments_comment:edit", args=[self.waiting.pk])
        self.client.post(url, {"body": "Other words.", "status": "published"})
        self.waiting.refresh_from_db()
        self.assertEqual(self.waiting.body, "Waiting elsewhere.")
        self.assertEqual(self.waiting.status, "pending")

    def test_strangers_are_sent_to_sign_in(self):
        for response in (self.client.get(reverse(LIST)), self.decide(self.waiting, "approve")):
            self.assertEqual(response.status_code, 302)
            self.assertIn("/login/", response.url)
        self.assertEqual(self.status_of(self.waiting), "pending")

    def test_an_author_decides_on_nothing_not_even_at_home(self):
        self.enter("author")
        for comment in (self.waiting, self.own_waiting):
            for decision in ("approve", "reject", "spam", "erase"):
                self.decide(comment, decision)
                self.assertEqual(self.status_of(comment), "pending")

    def test_an_author_sees_and_answers_nothing_elsewhere(self):
        published = make_comment(self.post, "Seen elsewhere.")
        self.enter("author")
        html = self.client.get(reverse(LIST)).content.decode()
        self.assertNotIn("elsewhere.", html)
        self.assertNotIn("By nobody", html)  # nor in the filter
        url = reverse("wagtailsnippets_comments_comment:inspect", args=[published.pk])
        self.assertRedirects(self.client.get(url), reverse("wagtailadmin_home"))
        self.answer(published)
        self.assertFalse(published.answers.exists())

    def test_decisions_need_a_post_and_djangos_token(self):
        self.enter("owner")
        url = reverse("wagtailsnippets_comments_comment:decide", args=[self.waiting.pk])
        self.assertEqual(self.client.get(url + "?decision=approve").status_code, 405)
        strict = self.client_class(enforce_csrf_checks=True)
        strict.force_login(self.people["owner"])
        self.assertEqual(strict.post(url, {"decision": "approve"}).status_code, 403)
        self.assertEqual(self.status_of(self.waiting), "pending")

    def test_a_decision_that_is_not_possible_says_so(self):
        self.enter("owner")
        for comment, decision in [
            (self.own_published, "reject"), (self.waiting, "hide"), (self.waiting, "x"),
        ]:  # fmt: skip
            before = self.status_of(comment)
            response = self.client.get(self.decide(comment, decision).url)
            self.assertContains(response, "This was not possible")
            self.assertEqual(self.status_of(comment), before)

    def test_a_comment_that_is_gone_is_404(self):
        self.enter("owner")
        self.assertEqual(self.decide(Comment(pk=999_999), "approve").status_code, 404)

    def test_an_empty_answer_is_422(self):
        self.enter("owner")
        self.assertContains(
            self.answer(self.own_published, "  "), "Write something first.", status_code=422
        )

    def test_where_replies_are_hidden_an_answer_is_kept_in_the_form(self):
        hidden = make_post(self.journal, "Hidden", comments_state="hidden")
        comment = make_comment(hidden, status="pending")
        self.enter("owner")
        response = self.answer(comment, "My long answer.")
        self.assertContains(response, "My long answer.", status_code=422)
        self.assertEqual(self.status_of(comment), "pending")

    def test_nobody_is_led_to_another_site_afterwards(self):
        self.enter("owner")
        url = reverse("wagtailsnippets_comments_comment:decide", args=[self.waiting.pk])
        response = self.client.post(url, {"decision": "spam", "next": "https://evil.example/"})
        self.assertEqual(response.url, reverse(LIST))


class QueueTests(AdminTestCase):
    def test_those_who_moderate_see_everything_with_what_it_needs(self):
        answer = make_comment(self.post, "An answer.", parent=make_comment(self.post, "Asked."))
        for role in ("editor", "moderator", "owner"):
            self.enter(role)
            response = self.client.get(reverse(LIST))
            for words in ("Waiting elsewhere.", "Waiting at home.", answer.body, "“Asked.”"):
                self.assertContains(response, words)
            self.assertContains(response, "wren@mail.example")
            self.assertContains(response, 'value="approve"')

    def test_an_author_sees_what_is_said_at_home_and_can_answer_it(self):
        bylined = make_post(
            self.journal, "Bylined", author=Author.objects.create(
                user=self.people["author"], name="A. Person", slug="ap"
            ),
        )  # fmt: skip
        make_comment(bylined, "Seen under the byline.")
        self.enter("author")
        response = self.client.get(reverse(LIST))
        for words in ("Waiting at home.", "Seen at home.", "Seen under the byline."):
            self.assertContains(response, words)
        self.assertNotContains(response, 'value="approve"')
        self.answer(self.own_published, "Thank you, Wren.")
        self.assertEqual(self.own_published.answers.get().name, "A. Person")
        self.answer(self.own_waiting)
        self.assertFalse(self.own_waiting.answers.exists())

    def test_a_name_cannot_break_out(self):
        hostile = "\"'><script>alert(1)</script>"
        comment = make_comment(self.post, hostile, name=hostile, status="pending")
        self.enter("owner")
        urls = [reverse(LIST), f"/admin/bulk/comments/comment/approve/?id={comment.pk}"]
        urls += [
            reverse(f"wagtailsnippets_comments_comment:{name}", args=[comment.pk])
            for name in ("inspect", "answer")
        ]
        for url in urls:
            self.assertNotContains(self.client.get(url), "<script>alert(1)")

    def test_filters_and_search(self):
        self.enter("owner")
        for query, found in {
            "status=pending": 2,
            "status=published": 1,
            f"page={self.own.pk}": 2,
            "q=elsewhere": 1,
            "q=wren@mail": 3,
            "created_at_from=2099-01-01": 0,
        }.items():
            response = self.client.get(f"{reverse(LIST)}?{query}")
            self.assertEqual(response.context["paginator"].count, found, query)

    def test_the_number_of_queries_does_not_grow(self):
        self.enter("moderator")
        few = self.count_queries()
        for number in range(10):
            make_comment(
                self.post,
                parent=self.own_published,
                author=self.people["owner"],
                name=f"R {number}",
            )
        self.assertEqual(Comment.objects.count(), 13)
        self.assertEqual(self.count_queries(), few)

    def count_queries(self):
        """Return what the list asks; other parts' menus ask too, so it is compared, not fixed."""
        self.client.get(reverse(LIST))
        with CaptureQueriesContext(connection) as queries:
            self.client.get(reverse(LIST))
        return len(queries)


class DecideTests(AdminTestCase):
    def test_one_button_for_each_decision(self):
        for role in ("editor", "moderator", "owner"):
            self.enter(role)
            for decision, status in {
                "approve": "published",
                "reject": "rejected",
                "spam": "spam",
            }.items():
                comment = make_comment(self.post, status="pending")
                response = self.decide(comment, decision)
                self.assertRedirects(response, reverse(LIST), status_code=303)
                self.assertEqual(self.status_of(comment), status)

    def test_a_moderators_answer_lets_the_comment_appear(self):
        self.enter("moderator")
        response = self.answer(self.waiting, "Welcome.")
        self.assertEqual(response.status_code, 303)
        self.assertEqual(self.status_of(self.waiting), "published")
        answer = self.waiting.answers.get()
        self.assertEqual((answer.status, answer.name), ("published", "Moderator Person"))

    def test_the_buttons_in_the_list_and_on_the_page_carry_djangos_token(self):
        strict = self.client_class(enforce_csrf_checks=True)
        strict.force_login(self.people["moderator"])
        pages = [reverse(LIST)] + [
            reverse(f"wagtailsnippets_comments_comment:{name}", args=[self.waiting.pk])
            for name in ("inspect", "answer")
        ]
        for page in pages:
            html = strict.get(page).content.decode()
            token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', html)[1]
            url = reverse("wagtailsnippets_comments_comment:decide", args=[self.waiting.pk])
            response = strict.post(url, {"decision": "hide", "csrfmiddlewaretoken": token})
            self.assertEqual(response.status_code, 303, page)

    def test_the_page_of_one_comment_shows_what_was_done(self):
        self.enter("moderator")
        self.decide(self.waiting, "reject")
        self.decide(self.waiting, "spam")
        url = reverse("wagtailsnippets_comments_comment:inspect", args=[self.waiting.pk])
        response = self.client.get(url)
        self.assertContains(response, "Comment rejected, Moderator Person")
        self.assertContains(response, "Comment marked as spam, Moderator Person")
        self.assertContains(response, 'value="erase"')


class BulkTests(AdminTestCase):
    def url(self, action, *comments, query=""):
        ids = "&".join(f"id={comment.pk}" for comment in comments) or query
        return f"/admin/bulk/comments/comment/{action}/?{ids}"

    def test_an_author_can_do_nothing_in_bulk(self):
        self.enter("author")
        for action in ("approve", "reject", "spam", "hide", "delete"):
            self.client.post(self.url(action, self.waiting, self.own_waiting, self.own_published))
        states = Comment.objects.values_list("status", flat=True)
        self.assertEqual(sorted(states), ["pending", "pending", "published"])

    def test_each_decision_for_many(self):
        self.enter("moderator")
        for action, status in {
            "approve": "published",
            "reject": "rejected",
            "spam": "spam",
        }.items():
            comments = [make_comment(self.post, status="pending") for _ in range(3)]
            confirm = self.client.get(self.url(action, *comments))
            self.assertContains(confirm, "I came to it through the chairs too.", count=3)
            self.client.post(self.url(action, *comments))
            self.assertEqual({self.status_of(comment) for comment in comments}, {status})

    def test_what_is_not_possible_is_left_and_named(self):
        states = make_in_every_state(self.post)
        self.enter("owner")
        url = self.url("reject", *states.values())
        self.assertContains(self.client.get(url), "they stay as they are")
        self.client.post(url)
        self.assertEqual(self.status_of(states["published"]), "published")
        self.assertEqual(self.status_of(states["hidden"]), "hidden")
        self.assertEqual(self.status_of(states["pending"]), "rejected")

    def test_erasing_stands_in_for_wagtails_deleting(self):
        make_comment(self.own, parent=self.own_published)
        self.enter("owner")
        self.client.post(self.url("delete", self.own_published, self.waiting))
        self.assertEqual(self.status_of(self.own_published), "erased")
        self.assertFalse(Comment.objects.filter(pk=self.waiting.pk).exists())

    def test_all_means_what_waits(self):
        self.enter("owner")
        self.client.post(self.url("spam", query="id=all"))
        states = Comment.objects.values_list("status", flat=True)
        self.assertEqual(sorted(states), ["published", "spam", "spam"])


class DeskTests(AdminTestCase):
    def test_what_waits_stands_on_the_desk_and_in_the_menu_of_those_who_decide(self):
        for role in ("editor", "moderator", "owner"):
            self.enter(role)
            response = self.client.get("/admin/")
            self.assertContains(response, "2 replies, the oldest since")
            self.assertContains(response, "2 reader comments")

    def test_an_author_has_the_list_but_nothing_to_decide(self):
        self.enter("author")
        response = self.client.get("/admin/")
        self.assertNotContains(response, "the oldest since")
        self.assertContains(response, "Reader comments")
        self.assertNotContains(response, "2 reader comments")

    def test_an_empty_queue_takes_no_room(self):
        Comment.objects.update(status="rejected")
        self.enter("owner")
        self.assertNotContains(self.client.get("/admin/"), "waiting-comments")


class SettingsTests(AdminTestCase):
    def test_only_the_owner_changes_the_policy(self):
        for role in ROLES:
            self.enter(role)
            response = self.client.get("/admin/settings/comments/commentsettings/", follow=True)
            may = 'name="policy"' in response.content.decode()
            self.assertEqual(may, role == "owner", role)

    def test_the_policy_of_a_new_site_is_that_a_person_reads_everything(self):
        self.assertEqual(CommentSettings().policy, "review_all")

    def test_moderating_is_the_one_right_that_groups_can_be_given(self):
        self.enter("owner")
        group = Group.objects.get(name="Moderator")
        response = self.client.get(reverse("wagtailusers_groups:edit", args=[group.pk]))
        self.assertContains(response, "Can moderate reader comments")
        self.assertNotContains(response, "Can delete reader comment")
