"""What each group may do: the rights that its name promises, and no other.

Author writes and edits what is their own, without publishing. Editor writes and publishes
everything, keeps the pictures and sees what mails fail. Moderator decides on comments alone. The
owner is a superuser.
"""

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

# To add to the diary, or an idea, is to keep one's own: see `blog.films.diary.permissions`.
MODEL_RIGHTS = {
    "Author": [
        "wagtailadmin.access_admin",
        "citations.add_book",
        "citations.change_book",
        "editorial.add_postidea",
        "films.add_person",
        "films.change_person",
        "films.add_viewing",
        "quotes.add_quote",
        "quotes.change_quote",
    ],
    "Editor": [
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
    ],
    "Moderator": [
        "wagtailadmin.access_admin",
        "comments.moderate_comment",
    ],
}
# "add" means one's own: Wagtail lets people change and delete what they added themselves.
MEDIA_RIGHTS = {"Author": ["add", "choose"], "Editor": ["add", "change", "choose"]}
MEDIA_MODELS = [("wagtailimages", "image"), ("wagtaildocs", "document")]
AUTHOR_PAGE_RIGHTS = ["add"]
EDITOR_PAGE_RIGHTS = ["add", "change", "publish", "lock", "unlock"]


@transaction.atomic
def grant_page_rights(*, home, journal, films):
    """Give each group that has no right yet all that its name promises.

    home, journal, films: the pages below which editors publish and to which authors add.
    A group that has rights is left as it is: the owner may have taken some away.
    """
    _make_missing_permissions()
    for group in Group.objects.filter(name__in=MODEL_RIGHTS, permissions=None):
        group.permissions.set(
            [_permission(*right.split(".")) for right in MODEL_RIGHTS[group.name]]
        )
        _grant_media(group, MEDIA_RIGHTS.get(group.name, []))
        if group.name == "Author":
            _grant_page(group, journal, AUTHOR_PAGE_RIGHTS)
            _grant_page(group, films, AUTHOR_PAGE_RIGHTS)
        elif group.name == "Editor":
            _grant_page(group, home, EDITOR_PAGE_RIGHTS)


def _grant_page(group, page, actions):
    for action in actions:
        GroupPagePermission.objects.get_or_create(
            group=group, page_id=page.pk, permission=_permission("wagtailcore", f"{action}_page")
        )


def _grant_media(group, actions):
    root = Collection.get_first_root_node()
    for app_label, model in MEDIA_MODELS:
        for action in actions:
            GroupCollectionPermission.objects.get_or_create(
                group=group,
                collection=root,
                permission=_permission(app_label, f"{action}_{model}"),
            )


def _permission(app_label, codename):
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)


def _make_missing_permissions():
    """Django makes permissions after the last migration; this may be called before."""
    for app_label in (
        "accounts",
        "citations",
        "comments",
        "editorial",
        "films",
        "outbox",
        "quotes",
        "wagtailcore",
        "wagtaildocs",
    ):
        create_permissions(apps.get_app_config(app_label), verbosity=0)
