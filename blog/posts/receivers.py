from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from wagtail.models import PageViewRestriction
from wagtail.signals import init_new_page, page_published, page_unpublished, post_page_move

from .actions import sign_with_own_byline
from .models import PostPage
from .ratings import refresh_film_of, refresh_films_of, remember_film


@receiver(init_new_page)
def begin_with_own_byline(page, **kwargs):
    if isinstance(page, PostPage):
        sign_with_own_byline(page)


@receiver(pre_save, sender=PostPage)
def remember_the_film_before(sender, instance, update_fields, **kwargs):
    # Autosave writes a few columns of the page alone, every few seconds.
    if update_fields is None or {"film", "film_id"} & set(update_fields):
        remember_film(instance)


@receiver([page_published, page_unpublished], sender=PostPage)
def weigh_the_essay(sender, instance, **kwargs):
    refresh_film_of(instance)


@receiver(post_save, sender=PostPage)
def weigh_what_left_the_lists(sender, instance, update_fields, **kwargs):
    if update_fields and "is_unlisted" in update_fields:
        refresh_film_of(instance)


@receiver(post_delete, sender=PostPage)
def weigh_without_the_essay(sender, instance, **kwargs):
    refresh_film_of(instance)


@receiver(post_page_move)
def weigh_what_was_moved(instance, **kwargs):
    refresh_films_of(PostPage.objects.descendant_of(instance, inclusive=True))


@receiver([post_save, post_delete], sender=PageViewRestriction)
def weigh_what_was_hidden_or_shown(sender, instance, **kwargs):
    refresh_films_of(PostPage.objects.descendant_of(instance.page, inclusive=True))
