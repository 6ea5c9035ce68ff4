"""The migration that brings our groups, there and back."""

from importlib import import_module

from django.apps import apps
from django.contrib.auth.models import Group
from django.test import TestCase
from wagtail.models import GroupApprovalTask, GroupPagePermission, Page, Task, Workflow

migration = import_module("blog.accounts.migrations.0003_groups")


def groups():
    return set(Group.objects.values_list("name", flat=True))


class GroupsMigrationTests(TestCase):
    def test_backwards_it_leaves_what_wagtail_had_made(self):
        migration.restore_stock_groups(apps, None)
        self.assertEqual(groups(), {"Editors", "Moderators"})
        root = Page.get_first_root_node()
        for name, rights in migration.STOCK_RIGHTS.items():
            rows = GroupPagePermission.objects.filter(group__name=name, page=root)
            self.assertEqual({row.permission.codename for row in rows}, set(rights))
        workflow = Workflow.objects.get()
        self.assertEqual(workflow.name, "Moderators approval")
        self.assertEqual(workflow.tasks.get().specific, GroupApprovalTask.objects.get())
        self.assertEqual(GroupApprovalTask.objects.get().groups.get().name, "Moderators")

    def test_forwards_again_nothing_of_it_is_left(self):
        migration.restore_stock_groups(apps, None)
        migration.make_groups(apps, None)
        self.assertEqual(groups(), {"Author", "Editor", "Moderator"})
        self.assertFalse(Workflow.objects.exists())
        self.assertFalse(Task.objects.exists())
        self.assertFalse(GroupApprovalTask.objects.exists())
