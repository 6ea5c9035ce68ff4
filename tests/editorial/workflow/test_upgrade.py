"""A journal that stood before there were ideas and reviews."""

from importlib import import_module

from django.apps import apps
from django.contrib.auth.models import Group
from django.test import TestCase
from wagtail.models import Workflow

from home.setup import lay_out_journal

migration = import_module("blog.editorial.migrations.0004_who_keeps_ideas")


class UpgradeTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        lay_out_journal()
        migration.take_back(apps, None)

    def get_rights(self):
        return {
            group.name: sorted(
                group.permissions.filter(content_type__model="postidea").values_list(
                    "codename", flat=True
                )
            )
            for group in Group.objects.all()
        }

    def test_a_group_without_any_right_gets_none(self):
        Group.objects.get(name="Author").permissions.clear()
        migration.grant(apps, None)
        self.assertEqual(self.get_rights()["Author"], [])

    def test_authors_and_editors_may_keep_ideas_as_in_a_new_journal(self):
        before = self.get_rights()
        self.assertEqual(set(map(tuple, before.values())), {()})
        for _time in range(2):
            migration.grant(apps, None)
        rights = self.get_rights()
        self.assertEqual(rights["Author"], ["add_postidea"])
        editors = ["add_postidea", "change_postidea", "delete_postidea"]
        self.assertEqual(rights["Editor"], editors)
        self.assertEqual(rights["Moderator"], [])

    def test_the_review_is_laid_out_at_the_next_setup(self):
        Workflow.objects.all().delete()
        site = lay_out_journal()
        self.assertTrue(site.journal.has_workflow)
