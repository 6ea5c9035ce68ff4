"""When people are told: one line for each signal."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from ..models import Publication
from ..signals import page_announced, publication_undone
from .happenings import note_live, note_undone, note_updated


@receiver(page_announced)
def tell_of_publication(page, publication, **kwargs):
    note_live(publication, page)


@receiver(post_save, sender=Publication)
def tell_of_scheduled_update(instance, created, raw=False, **kwargs):
    if created and not raw and instance.intended_at and not instance.is_first:
        note_updated(instance, instance.page.specific)


@receiver(publication_undone)
def take_back_what_was_told(page, publication, **kwargs):
    note_undone(publication, page)
