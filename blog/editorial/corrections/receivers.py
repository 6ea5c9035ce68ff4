from django.dispatch import receiver

from ..signals import publication_undone
from .actions import forget_undone


@receiver(publication_undone)
def take_the_note_back(publication, **kwargs):
    forget_undone(publication)
