from django.dispatch import receiver
from wagtail.signals import init_new_page

from .actions import sign_with_own_byline
from .models import PostPage


@receiver(init_new_page)
def begin_with_own_byline(page, **kwargs):
    if isinstance(page, PostPage):
        sign_with_own_byline(page)
