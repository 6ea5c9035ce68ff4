from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Site

from .models import SiteSettings


@receiver(post_save, sender=SiteSettings)
def name_site(instance, raw=False, **kwargs):
    """Give Wagtail's site the journal's name: feeds, mails and cards ask it, and cannot ask us."""
    site = Site.objects.filter(pk=instance.site_id).exclude(site_name=instance.name).first()
    if site and not raw:
        site.site_name = instance.name
        site.save(update_fields=["site_name"])
