from django.db.models.signals import post_save
from django.dispatch import receiver

from .models import Image
from .tasks import make_renditions


@receiver(post_save, sender=Image)
def make_renditions_of_new_image(instance, created, raw, **kwargs):
    if created and not raw:
        make_renditions.enqueue(instance.pk)
