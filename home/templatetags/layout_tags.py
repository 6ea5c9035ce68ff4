"""What the templates of every part print the same way: times, stars, names, bodies."""

from django import template
from django.conf import settings
from django.utils import formats, timezone
from django.utils.html import format_html, strip_tags
from django.utils.translation import gettext as _
from wagtail.models import Site

from blog.lib import names
from blog.lib.stars import stars_label, stars_numeral

register = template.Library()

# Longer ones are nonsense, and Python refuses to read very long ones.
LONGEST_PAGE_NUMBER = 6


@register.simple_tag(takes_context=True)
def shows_userbar(context):
    """Return whether the page is drawn for someone who may be signed in, or in a preview.

    Asks for the cookie only: to ask who the user is would mark every page as personal.
    """
    request = context.get("request")
    if request is None or hasattr(request, "shared_preview"):
        return False
    is_preview = getattr(request, "is_preview", False)
    return is_preview or settings.SESSION_COOKIE_NAME in request.COOKIES


@register.simple_tag(takes_context=True)
def canonical_url(context):
    """Return the page's one address, absolute; of the query only a list's page number stays."""
    request = context.get("request")
    if hasattr(request, "shared_preview"):
        return ""  # its own address is secret
    site = Site.find_for_request(request) if request else None
    if site is None:
        return ""
    number = request.GET.get("page", "")
    is_number = number.isdecimal() and len(number) <= LONGEST_PAGE_NUMBER
    query = f"?page={int(number)}" if is_number and int(number) > 1 else ""
    return f"{site.root_url}{request.path}{query}"


@register.simple_tag
def time_tag(when, css_class="", date_format=""):
    """Return a <time> with the date in words, or "" without one.

    when: an aware datetime or a date. date_format: Django's letters, "j F Y" unless given.
    """
    if not when:
        return ""
    if hasattr(when, "tzinfo"):
        when = timezone.localtime(when)
    words = formats.date_format(when, date_format or _("j F Y"))
    class_attribute = format_html(' class="{}"', css_class) if css_class else ""
    stamp = when.isoformat(timespec="seconds") if hasattr(when, "tzinfo") else when.isoformat()
    return format_html('<time{} datetime="{}">{}</time>', class_attribute, stamp, words)


@register.inclusion_tag("components/stars.html")
def stars(half_stars, who=""):
    """Show a rating as stars, a numeral and words. half_stars: 1 to 10; None shows nothing."""
    if not half_stars:
        return {}
    rating = stars_label(half_stars)
    if who:
        label = _("%(who)s gave it %(rating)s") % {"who": who, "rating": rating}
    else:
        label = _("Rated %(rating)s") % {"rating": rating}
    return {"half_stars": half_stars, "label": label, "numeral": stars_numeral(half_stars)}


@register.filter
def join_names(value):
    """Return names joined as the language in force does: "A, B and C"."""
    return names.join_names(value)


@register.filter
def with_outline(stream):
    """Yield (block, level, is_repeat) for each block of a body.

    level: of the heading that the block itself may print, 3 under an earlier h2, else 2, so
    that no level is skipped. is_repeat: the block's words stand in the body's prose as well.
    """
    stream = stream or []
    # The source and not its HTML: making that asks for every page that is linked to.
    prose = _plain(" ".join(block.value.source for block in stream if block.block_type == "prose"))
    level = 2
    for block in stream:
        is_repeat = block.block_type == "pull_quote" and _repeats(block.value, prose)
        yield block, level, is_repeat
        if block.block_type == "prose" and "<h2" in block.value.source:
            level = 3


def _repeats(pull_quote, prose):
    words = _plain(str(pull_quote.get("text") or "")).strip("“”\"'. ")
    return bool(words) and words in prose


def _plain(html):
    """Return the words alone, so that a change of type or of line does not make a difference."""
    return " ".join(strip_tags(html).replace("&nbsp;", " ").split()).casefold()
