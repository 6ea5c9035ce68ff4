"""Who sees and answers what in the admin, and who does not."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blog.accounts.models import Author
from blog.comments.models import Comment
from tests.factories.comments import make_comment
from tests.factories.posts import make_post

from .admin import LIST, ROLES, AdminTestCase


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
            response = self.client.get(f"{reverse(LIST)}?status=all")
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

    def test_what_a_spoiler_hides_is_open_wherever_it_is_decided(self):
        asked = make_comment(self.post, "Asked ||of the door||.")
        answer = make_comment(self.post, "He ||leaves||.", parent=asked, status="pending")
        self.enter("moderator")
        urls = [f"{reverse(LIST)}?status=all"] + [
            reverse(f"wagtailsnippets_comments_comment:{name}", args=[answer.pk])
            for name in ("inspect", "answer")
        ]
        for url in urls:
            response = self.client.get(url)
            self.assertContains(response, '<details class="spoiler" open><summary>', count=2)
            self.assertNotContains(response, '<details class="spoiler">')

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
        self.client.get(f"{reverse(LIST)}?status=all")
        with CaptureQueriesContext(connection) as queries:
            self.client.get(f"{reverse(LIST)}?status=all")
        return len(queries)
