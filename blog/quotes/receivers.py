from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import page_published

from .cards import forget_card
from .keeping import keep_words, wants_keeping
from .models import Quote
from .tasks import draw_card


@receiver(page_published)
def keep_the_words_of_a_page(sender, instance, **kwargs):
    # The signal comes for a page that was only scheduled, too.
    if instance.live and wants_keeping(instance):
        transaction.on_commit(partial(keep_words, instance.pk), robust=True)


@receiver(post_save, sender=Quote)
def draw_the_card(sender, instance, raw, **kwargs):
    if instance.is_public and not raw:
        draw_card.enqueue(instance.pk)


@receiver(post_delete, sender=Quote)
def take_the_card_away(sender, instance, **kwargs):
    transaction.on_commit(partial(forget_card, instance.card))
