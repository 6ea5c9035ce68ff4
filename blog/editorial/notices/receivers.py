"""When people are told: one line for each signal."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from ..models import Publication
from ..signals import (
    item_expired,
    page_announced,
    publication_held,
    publication_undone,
    schedule_failed,
)
from .happenings import note_expired, note_failed, note_held, note_live, note_undone, note_updated


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


@receiver(schedule_failed)
def tell_of_failure(item, attempt, **kwargs):
    note_failed(item, attempt)


@receiver(item_expired)
def tell_of_end(item, **kwargs):
    note_expired(item)


@receiver(publication_held)
def ask_for_a_yes(publication, **kwargs):
    note_held(publication)
