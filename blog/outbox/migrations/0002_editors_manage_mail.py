"""Editors of journals that stand may see mails; new journals grant it in `accounts/roles.py`."""

from django.db import migrations

RIGHT = "manage_mail"


def grant(apps, schema_editor):
    """Give the right to editors that have rights; one without any is granted all of them later."""
    Permission = apps.get_model("auth.Permission")
    mails, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="outbox", model="mail"
    )
    editors = apps.get_model("auth.Group").objects.filter(name="Editor", permissions__isnull=False)
    for group in editors.distinct():
        # Django makes permissions after the last migration.
        right, _ = Permission.objects.get_or_create(
            content_type=mails,
            codename=RIGHT,
            defaults={"name": "Can see mails and send them again"},
        )
        group.permissions.add(right)


def take_back(apps, schema_editor):
    apps.get_model("auth.Permission").objects.filter(
        content_type__app_label="outbox", codename=RIGHT
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("outbox", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, take_back)]
