"""Each group has the rights that its name promises, and no other."""

from django.contrib.auth.models import Group
from django.test import TestCase
from django.urls import reverse
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Task,
    Workflow,
)
from wagtail.permissions import policy_registry

from blog.accounts.actions import make_owner
from blog.accounts.roles import grant_page_rights
from blog.images.models import Image
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.films import make_film
from tests.factories.images import ImageFactory
from tests.factories.posts import make_post

GROUPS = ("Author", "Editor", "Moderator")


def model_rights(name):
    rights = Group.objects.get(name=name).permissions.select_related("content_type")
    return {f"{right.content_type.app_label}.{right.codename}" for right in rights}


def page_rights(name):
    rows = GroupPagePermission.objects.filter(group__name=name).select_related("page", "permission")
    return {(row.page.slug, row.permission.codename) for row in rows}


def media_rights(name):
    rows = GroupCollectionPermission.objects.filter(group__name=name).select_related("permission")
    return {row.permission.codename for row in rows}


class GroupTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = lay_out_journal()

    def test_wagtails_groups_are_gone_and_our_review_is_in_the_place_of_its_workflow(self):
        self.assertEqual(set(Group.objects.values_list("name", flat=True)), set(GROUPS))
        self.assertEqual([row.name for row in Workflow.objects.all()], ["Review"])
        self.assertEqual([row.name for row in Task.objects.all()], ["Review"])

    def test_author_adds_to_the_journal_and_the_films_and_has_no_more(self):
        self.assertEqual(page_rights("Author"), {("journal", "add_page"), ("films", "add_page")})
        self.assertEqual(
            model_rights("Author"),
            {
                "wagtailadmin.access_admin",
                "citations.add_book",
                "citations.change_book",
                "editorial.add_postidea",
                "films.add_person",
                "films.change_person",
                "films.add_viewing",
                "quotes.add_quote",
                "quotes.change_quote",
            },
        )
        self.assertEqual(
            media_rights("Author"),
            {"add_image", "choose_image", "add_document", "choose_document"},
        )

    def test_editor_publishes_below_the_home_page_and_keeps_media_quotes_and_replies(self):
        self.assertEqual(
            page_rights("Editor"),
            {
                (self.site.home.slug, f"{action}_page")
                for action in ("add", "change", "publish", "lock", "unlock")
            },
        )
        self.assertEqual(
            model_rights("Editor"),
            {
                "wagtailadmin.access_admin",
                "accounts.add_author",
                "accounts.change_author",
                "comments.moderate_comment",
                "citations.add_book",
                "citations.change_book",
                "citations.delete_book",
                "editorial.add_postidea",
                "editorial.change_postidea",
                "editorial.delete_postidea",
                "films.add_person",
                "films.change_person",
                "films.delete_person",
                "films.add_viewing",
                "films.change_viewing",
                "films.delete_viewing",
                "outbox.manage_mail",
                "quotes.add_quote",
                "quotes.change_quote",
                "quotes.delete_quote",
            },
        )
        self.assertEqual(
            media_rights("Editor"),
            {
                f"{action}_{model}"
                for action in ("add", "change", "choose")
                for model in ("image", "document")
            },
        )

    def test_moderator_decides_on_replies_and_nothing_else(self):
        self.assertEqual(page_rights("Moderator"), set())
        self.assertEqual(media_rights("Moderator"), set())
        self.assertEqual(
            model_rights("Moderator"), {"wagtailadmin.access_admin", "comments.moderate_comment"}
        )

    def test_rights_hang_on_the_one_root_collection(self):
        collections = set(GroupCollectionPermission.objects.values_list("collection", flat=True))
        self.assertEqual(collections, {Collection.get_first_root_node().pk})

    def test_granting_again_gives_nothing_back_that_the_owner_took_away(self):
        author = Group.objects.get(name="Author")
        author.permissions.remove(author.permissions.get(codename="add_quote"))
        author.page_permissions.filter(page=self.site.films).delete()

        grant_page_rights(home=self.site.home, journal=self.site.journal, films=self.site.films)

        self.assertNotIn("quotes.add_quote", model_rights("Author"))
        self.assertEqual(page_rights("Author"), {("journal", "add_page")})


class WhatPeopleMayDoTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = lay_out_journal()
        cls.author, cls.other, cls.editor, cls.moderator = (
            UserFactory(groups=[name]) for name in ("Author", "Author", "Editor", "Moderator")
        )
        cls.own = make_post(cls.site.journal, "My draft", live=False, owner=cls.author)
        cls.published = make_post(cls.site.journal, "Mine, published", owner=cls.author)
        cls.anothers = make_post(cls.site.journal, "Not mine", live=False, owner=cls.other)
        cls.picture = ImageFactory(uploaded_by_user=cls.other)

    def rights(self, user, page):
        return page.permissions_for_user(user)

    def test_author_edits_the_own_draft_and_no_one_elses(self):
        self.assertTrue(self.rights(self.author, self.own).can_edit())
        self.assertFalse(self.rights(self.author, self.anothers).can_edit())

    def test_author_never_publishes_or_schedules_or_locks(self):
        for page in (self.own, self.published, self.anothers):
            rights = self.rights(self.author, page)
            self.assertFalse(rights.can_publish(), page)
            self.assertFalse(rights.can_unpublish(), page)
            self.assertFalse(rights.can_lock(), page)
            self.assertFalse(rights.can_set_view_restrictions(), page)

    def test_author_does_not_delete_what_is_published(self):
        self.assertTrue(self.rights(self.author, self.own).can_delete())
        self.assertFalse(self.rights(self.author, self.published).can_delete())

    def test_author_adds_essays_and_films_and_no_page_at_the_top(self):
        self.assertTrue(self.rights(self.author, self.site.journal).can_add_subpage())
        self.assertTrue(self.rights(self.author, self.site.films).can_add_subpage())
        self.assertFalse(self.rights(self.author, self.site.home).can_add_subpage())
        self.assertFalse(self.rights(self.author, self.site.home).can_edit())

    def test_author_uses_every_picture_and_changes_only_the_own(self):
        policy = policy_registry.get_by_type(Image)
        own = ImageFactory(uploaded_by_user=self.author)
        self.assertTrue(
            policy.user_has_permission_for_instance(self.author, "choose", self.picture)
        )
        self.assertFalse(
            policy.user_has_permission_for_instance(self.author, "change", self.picture)
        )
        self.assertTrue(policy.user_has_permission_for_instance(self.author, "change", own))

    def test_editor_publishes_everything_and_manages_no_one(self):
        for page in (self.own, self.site.home, make_film(self.site.films)):
            rights = self.rights(self.editor, page)
            self.assertTrue(rights.can_edit() and rights.can_publish() and rights.can_lock(), page)
        for name in ("wagtailusers_users:index", "wagtailusers_groups:index", "wagtailsites:index"):
            self.client.force_login(self.editor)
            self.assertEqual(self.client.get(reverse(name)).status_code, 302, name)

    def test_moderator_sees_no_page_picture_or_quotation_to_edit(self):
        for page in (self.site.home, self.own, self.published):
            rights = self.rights(self.moderator, page)
            self.assertFalse(rights.can_edit() or rights.can_publish() or rights.can_delete(), page)
            self.assertFalse(rights.can_add_subpage(), page)
        self.client.force_login(self.moderator)
        for name in (
            "wagtailimages:index",
            "wagtailimages:add",
            "wagtaildocs:index",
            "wagtailsnippets_quotes_quote:list",
            "wagtailsnippets_accounts_author:list",
            "wagtailusers_users:index",
        ):
            self.assertEqual(self.client.get(reverse(name)).status_code, 302, name)
        self.assertEqual(self.client.get(reverse("wagtailadmin_home")).status_code, 200)

    def test_someone_without_a_group_does_not_get_in(self):
        self.client.force_login(UserFactory())
        response = self.client.get(reverse("wagtailadmin_home"))
        self.assertRedirects(
            response, f"{reverse('wagtailadmin_login')}?next=/admin/", fetch_redirect_response=False
        )

    def test_owner_manages_people(self):
        self.client.force_login(make_owner("owner@example.org", "a chair drawn in amber"))
        self.assertEqual(self.client.get(reverse("wagtailusers_users:index")).status_code, 200)
