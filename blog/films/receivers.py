"""What follows from changes of people and viewings."""

from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver

from .models import Person, Viewing
from .renaming import rename_in_films
from .standing import refresh_standing


@receiver(post_save, sender=Person)
def print_the_new_name(sender, instance, created, raw, **kwargs):
    if not (created or raw):
        rename_in_films(instance)


@receiver(pre_save, sender=Viewing)
def remember_the_film_before(sender, instance, **kwargs):
    before = Viewing.objects.filter(pk=instance.pk).values_list("film_id", flat=True).first()
    instance.film_id_before = before


@receiver([post_save, post_delete], sender=Viewing)
def weigh_the_viewing(sender, instance, **kwargs):
    for film_id in {instance.film_id, getattr(instance, "film_id_before", None)} - {None}:
        refresh_standing(film_id)
