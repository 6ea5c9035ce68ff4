"""Where essays hang in Wagtail's admin."""

from django.urls import path
from wagtail import hooks

from . import starting_views
from .starting_buttons import offer_essay


@hooks.register("register_admin_urls")
def register_the_beginning_of_essays():
    return [path("start-essay/", starting_views.start, name="posts_start")]


@hooks.register("register_page_header_buttons")
def offer_an_essay_on_a_film(page, user, view_name, next_url=None):
    return offer_essay(page, user)


@hooks.register("register_page_listing_more_buttons")
def offer_an_essay_on_a_listed_film(page, user, next_url=None):
    return offer_essay(page, user)


@hooks.register("register_snippet_listing_buttons")
def offer_an_essay_on_a_quotation(snippet, user, next_url=None):
    return offer_essay(snippet, user)


@hooks.register("register_viewing_buttons")
def offer_an_essay_on_an_evening(viewing, user):
    return offer_essay(viewing, user)
