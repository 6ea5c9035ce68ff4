"""Our three groups in the place of Wagtail's two, whose "Moderators" publish pages.

What each group may do is granted in `roles.py`, once the pages that rights hang on exist.
"""

from django.db import migrations

OURS = ["Author", "Editor", "Moderator"]
STOCK_RIGHTS = {
    "Editors": ["add_page", "change_page"],
    "Moderators": ["add_page", "change_page", "publish_page"],
}
STOCK_WORKFLOW = "Moderators approval"


def make_groups(apps, schema_editor):
    Group = apps.get_model("auth.Group")
    for name in OURS:
        Group.objects.get_or_create(name=name)
    apps.get_model("wagtailcore.Workflow").objects.filter(name=STOCK_WORKFLOW).delete()
    apps.get_model("wagtailcore.Task").objects.filter(name=STOCK_WORKFLOW).delete()
    Group.objects.filter(name__in=STOCK_RIGHTS).delete()


def restore_stock_groups(apps, schema_editor):
    """Make what Wagtail's own migrations leave: two groups and one workflow, on the root."""
    Group = apps.get_model("auth.Group")
    Permission = apps.get_model("auth.Permission")
    ContentType = apps.get_model("contenttypes.ContentType")
    root = apps.get_model("wagtailcore.Page").objects.get(depth=1)
    Group.objects.filter(name__in=OURS).delete()
    page_type = ContentType.objects.get(app_label="wagtailcore", model="page")
    for name, codenames in STOCK_RIGHTS.items():
        group = Group.objects.create(name=name)
        group.permissions.add(
            Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
        )
        for codename in codenames:
            permission, _ = Permission.objects.get_or_create(
                content_type=page_type, codename=codename, defaults={"name": codename}
            )
            group.page_permissions.create(page=root, permission=permission)

    task_type, _ = ContentType.objects.get_or_create(
        app_label="wagtailcore", model="groupapprovaltask"
    )
    task = apps.get_model("wagtailcore.GroupApprovalTask").objects.create(
        name=STOCK_WORKFLOW, content_type=task_type
    )
    task.groups.set(Group.objects.filter(name="Moderators"))
    workflow = apps.get_model("wagtailcore.Workflow").objects.create(name=STOCK_WORKFLOW)
    apps.get_model("wagtailcore.WorkflowTask").objects.create(
        workflow=workflow, task=task, sort_order=0
    )
    apps.get_model("wagtailcore.WorkflowPage").objects.create(workflow=workflow, page=root)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_author_portrait"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0098_apitoken"),
        # These give their rights to the stock groups, so they come before us.
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [migrations.RunPython(make_groups, restore_stock_groups)]
