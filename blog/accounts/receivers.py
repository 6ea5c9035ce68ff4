"""What follows a change of an account."""

from django.conf import settings
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.users.models import UserProfile


@receiver(post_save, sender=settings.AUTH_USER_MODEL)
def give_a_profile(instance, created, raw=False, **kwargs):
    """Without one, Wagtail's admin would print times in TIME_ZONE, which is UTC."""
    if created and not raw:
        UserProfile.get_for_user(instance)
