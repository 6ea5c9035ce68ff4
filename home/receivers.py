from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
from wagtail.models import Site

from blog.editorial.notices.zones import note_zone_changed

from .models import SiteSettings


@receiver(post_save, sender=SiteSettings)
def name_site(instance, raw=False, **kwargs):
    """Give Wagtail's site the journal's name: feeds, mails and cards ask it, and cannot ask us."""
    site = Site.objects.filter(pk=instance.site_id).exclude(site_name=instance.name).first()
    if site and not raw:
        site.site_name = instance.name
        site.save(update_fields=["site_name"])


@receiver(pre_save, sender=SiteSettings)
def remember_the_zone_before(instance, **kwargs):
    rows = SiteSettings.objects.filter(pk=instance.pk, site__is_default_site=True)
    instance.zone_before = rows.values_list("time_zone", flat=True).first()


@receiver(post_save, sender=SiteSettings)
def tell_of_another_zone(instance, raw=False, **kwargs):
    if not raw and instance.zone_before not in (None, instance.time_zone):
        note_zone_changed(instance.zone_before, instance.time_zone)
