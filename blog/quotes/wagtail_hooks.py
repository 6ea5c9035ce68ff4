from django.shortcuts import redirect
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.permissions import policy_registry
from wagtail.snippets.models import register_snippet

from .models import Quote
from .panels import QuoteOfTheDayPanel
from .usage import pages_using
from .viewsets import QuoteViewSet
from .warnings import warn_of_page, warn_of_quote

register_snippet(QuoteViewSet)


@hooks.register("construct_homepage_panels")
def offer_a_quotation(request, panels):
    if policy_registry.get_by_type(Quote).user_has_permission(request.user, "add"):
        panels.append(QuoteOfTheDayPanel())


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def look_at_the_cast(request, instance):
    if isinstance(instance, Quote):
        warn_of_quote(request, instance)


@hooks.register("after_publish_page")
def look_at_the_quotations_of_a_page(request, page):
    warn_of_page(request, page)


@hooks.register("before_delete_snippet")
def refuse_to_delete_what_stands_in_pages(request, instances):
    used = [quote for quote in instances if isinstance(quote, Quote) and pages_using(quote)]
    if not used:
        return None
    sentence = ngettext(
        "“%(quote)s” still stands in a page. Take it out of there first, or make it a draft.",
        "%(number)d of these quotations still stand in pages. Take them out of there first.",
        len(used),
    )
    messages.error(request, sentence % {"quote": used[0], "number": len(used)})
    return redirect("wagtailsnippets_quotes_quote:usage", used[0].pk)
