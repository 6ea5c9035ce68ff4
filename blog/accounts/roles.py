"""What each group may do: the rights that its name promises, and no other.

Author writes and edits what is their own, without publishing. Editor writes and publishes
everything and keeps the pictures. Moderator decides on comments alone. The owner is a superuser.
"""

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

MODEL_RIGHTS = {
    "Author": [
        "wagtailadmin.access_admin",
        "quotes.add_quote",
        "quotes.change_quote",
    ],
    "Editor": [
        "wagtailadmin.access_admin",
        "accounts.add_author",
        "accounts.change_author",
        "comments.moderate_comment",
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


def grant_page_rights(*, home, journal, films):
    """Give the three groups their rights; what stands already is left alone.

    home, journal, films: the pages below which editors publish and to which authors add.
    It only ever grants, so a right that the owner gave a group besides is kept.
    """
    _make_missing_permissions()
    groups = {group.name: group for group in Group.objects.filter(name__in=MODEL_RIGHTS)}
    for name, rights in MODEL_RIGHTS.items():
        groups[name].permissions.add(*[_permission(*right.split(".")) for right in rights])
    for name, actions in MEDIA_RIGHTS.items():
        _grant_media(groups[name], actions)
    for page in (journal, films):
        _grant_page(groups["Author"], page, AUTHOR_PAGE_RIGHTS)
    _grant_page(groups["Editor"], home, EDITOR_PAGE_RIGHTS)


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
    for app_label in ("accounts", "comments", "quotes", "wagtailcore", "wagtaildocs"):
        create_permissions(apps.get_app_config(app_label), verbosity=0)
