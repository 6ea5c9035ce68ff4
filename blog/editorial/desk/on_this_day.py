"""“On this day”: what was published and seen on it in earlier years, and the birthday of a film."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Min, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component
from wagtail.permissions import policy_registry

from blog.films.links import essay_address
from blog.films.models import FilmPage, Viewing
from blog.lib.zones import get_site_zone
from blog.posts.models import PostPage
from blog.posts.starting import may_start_essay

from .rights import own, publishes
from .years import bounds, round_years, same_days

SHOWN = 3  # of each kind


@dataclass(frozen=True)
class Memory:
    """years: how many ago. url: where it can be read or changed, or "". write_url: to write
    about it, or ""."""

    years: int
    sentence: str
    title: str
    url: str = ""
    write_url: str = ""

    @property
    def when(self):
        sentence = ngettext("%(years)s year ago", "%(years)s years ago", self.years)
        return sentence % {"years": self.years}


class OnThisDayPanel(Component):
    """Nothing on days that nothing happened on."""

    name = "on-this-day"
    template_name = "editorial/desk/on_this_day.html"

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        today = timezone.localdate(timezone=get_site_zone())
        memories = [*get_essays(user, today), *get_evenings(user, today)]
        memories.sort(key=lambda memory: memory.years)
        return {"memories": memories + get_anniversary(user, today)}


def get_essays(user, today):
    """Return Memories of the user's own live essays, of everybody's for who publishes them."""
    posts = PostPage.objects.live() if publishes(user) else own(PostPage.objects.live(), user)
    first = posts.aggregate(first=Min("first_published_at"))["first"]
    zone = get_site_zone()
    days = same_days(today, first.astimezone(zone).year) if first else []
    if not days:
        return []
    spans = (bounds(day, zone) for day in days)
    on_days = (Q(first_published_at__gte=begin, first_published_at__lt=end) for begin, end in spans)
    posts = posts.filter(reduce(or_, on_days)).order_by("-first_published_at", "-pk")
    return [
        Memory(
            years=today.year - post.first_published_at.astimezone(zone).year,
            sentence=_("published"),
            title=post.title,
            url=post.get_url() or "",
        )
        for post in posts.defer_streamfields()[:SHOWN]
    ]


def get_evenings(user, today):
    """Return Memories of evenings that `user` keeps in the diary."""
    policy = policy_registry.get_by_type(Viewing)
    viewings = policy.instances_user_has_any_permission_for(user, {"change"})
    first = viewings.aggregate(first=Min("watched_on"))["first"]
    days = same_days(today, first.year) if first else []
    if not days:
        return []
    viewings = viewings.filter(watched_on__in=days).select_related("film")
    viewings = viewings.defer("film__guide", "film__facts", "film__content_notes", "private_note")
    may_start = may_start_essay(user)
    return [
        Memory(
            years=today.year - viewing.watched_on.year,
            sentence=_("seen again") if viewing.is_rewatch else _("seen"),
            title=str(viewing.film),
            url=reverse("viewing:edit", args=[viewing.pk]),
            write_url=essay_address(viewing=viewing.pk) if may_start else "",
        )
        for viewing in viewings.order_by("-watched_on", "-pk")[:SHOWN]
    ]


def get_anniversary(user, today):
    """Return the Memory of one film that came out a round number of years ago, another each day.

    Films know the year of their release alone.
    """
    films = FilmPage.objects.published().filter(year__in=round_years(today)).order_by("pk")
    count = films.count()
    if not count:
        return []
    film = films.defer_streamfields()[today.toordinal() % count]
    return [
        Memory(
            years=today.year - film.year,
            sentence=_("came out"),
            title=str(film),
            url=film.get_url() or "",
            write_url=essay_address(film=film.pk) if may_start_essay(user) else "",
        )
    ]
