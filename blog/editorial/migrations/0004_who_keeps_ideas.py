"""Authors and editors of journals that stand may keep ideas; new ones: `accounts/roles.py`."""

from django.db import migrations

RIGHTS = {"Author": ["add"], "Editor": ["add", "change", "delete"]}


def grant(apps, schema_editor):
    """Give them to groups that have rights; one without any is granted all of them later."""
    for group, actions in groups_with_rights(apps):
        group.permissions.add(*(find_right(apps, action) for action in actions))


def take_back(apps, schema_editor):
    for group, actions in groups_with_rights(apps):
        group.permissions.remove(*(find_right(apps, action) for action in actions))


def groups_with_rights(apps):
    groups = apps.get_model("auth.Group").objects.filter(name__in=RIGHTS)
    standing = groups.filter(permissions__isnull=False).distinct()
    return [(group, RIGHTS[group.name]) for group in standing]


def find_right(apps, action):
    ideas, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="editorial", model="postidea"
    )
    # Django makes permissions after the last migration.
    right, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=ideas, codename=f"{action}_postidea", defaults={"name": f"Can {action} idea"}
    )
    return right


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0003_what_stood_before"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, take_back)]
