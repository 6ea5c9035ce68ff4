"""Deciding on comments in the admin: one by one, in bulk, and by policy."""

import re

from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.admin.menu import admin_menu

from blog.comments.models import Comment, CommentSettings
from blog.comments.moderation.menu import ReaderCommentsMenuItem
from tests.factories.comments import make_comment, make_in_every_state

from .admin import LIST, ROLES, AdminTestCase


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

    def test_only_approving_is_the_first_choice(self):
        self.enter("owner")
        for comment, filled in ((self.waiting, ["approve"]), (self.own_published, [])):
            url = reverse("wagtailsnippets_comments_comment:inspect", args=[comment.pk])
            html = self.client.get(url).content.decode()
            found = re.findall(r'class="button button-small" name="decision" value="(\w+)"', html)
            self.assertEqual(found, filled)
            self.assertRegex(html, r'button-secondary" name="decision" value="spam"')

    def test_the_page_of_one_comment_shows_what_was_done(self):
        self.enter("moderator")
        self.decide(self.waiting, "reject")
        self.decide(self.waiting, "spam")
        url = reverse("wagtailsnippets_comments_comment:inspect", args=[self.waiting.pk])
        response = self.client.get(url)
        self.assertContains(response, "Comment rejected, Moderator Person")
        self.assertContains(response, "Comment marked as spam, Moderator Person")
        self.assertContains(response, f"/bulk/comments/comment/delete/?id={self.waiting.pk}&amp;")


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
            self.assertContains(response, "The oldest has waited 4\xa0weeks")
            # Short, so that three digits fit into the menu too.
            self.assertContains(response, '"2 comments"')
            self.assertEqual(self.menu_url(), reverse(LIST))

    def menu_url(self):
        """Return where the menu of who is signed in leads for reader comments."""
        request = self.client.get("/admin/").wsgi_request
        item = next(
            item
            for item in admin_menu.menu_items_for_request(request)
            if isinstance(item, ReaderCommentsMenuItem)
        )
        return item.render_component(request).url

    def test_an_author_has_the_list_but_nothing_to_decide(self):
        self.enter("author")
        response = self.client.get("/admin/")
        self.assertNotContains(response, "the oldest since")
        self.assertContains(response, "Reader comments")
        self.assertNotContains(response, '"2 comments"')
        self.assertEqual(self.menu_url(), reverse(LIST))

    def test_an_empty_queue_takes_no_room(self):
        Comment.objects.update(status="rejected")
        self.enter("owner")
        self.assertNotContains(self.client.get("/admin/"), "waiting-comments")
        self.assertEqual(self.menu_url(), reverse(LIST))


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
