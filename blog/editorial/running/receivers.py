from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published

from .publications import note_publication, remember_before


@receiver(pre_save)
def remember_what_readers_see(sender, instance, raw, update_fields, **kwargs):
    # Publishing saves a whole page; autosave and the like write a few columns of it.
    if issubclass(sender, Page) and instance.live and update_fields is None and not raw:
        remember_before(instance)


@receiver(page_published)
def note_what_was_published(
    sender, instance, revision=None, alias=False, is_return=False, **kwargs
):
    # Wagtail sends this for what is only scheduled too; an alias has no text of its own; what an
    # undo or the trash brings back was published before.
    if instance.live and not alias and not is_return:
        note_publication(instance, revision)
