"""What readers' stars for a film come to: from the rows that its page lists, or for many films.

A take is a published comment on a film that answers nobody, with stars or without.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Count, Sum
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from blog.lib.stars import MAX_HALF_STARS, MIN_HALF_STARS

from .models import Comment
from .rows import get_thread_rows

BAR_STEP, BAR_WIDTH, HISTOGRAM_HEIGHT, LEAST_HEIGHT = 20, 17, 64, 2  # units of the drawing


@dataclass(frozen=True)
class ReadersMean:
    """How many readers gave stars, and how many on average."""

    half_stars_sum: int
    count: int

    @property
    def mean(self):
        """The mean in stars, a Decimal with one digit such as 4.4; None of nothing."""
        if not self.count:
            return None
        return _round(Decimal(self.half_stars_sum) / (2 * self.count), "0.1")

    @property
    def mean_words(self):
        return number_format(self.mean) if self.count else ""

    @property
    def mean_half_stars(self):
        """The mean as whole half stars, for the drawing of stars beside it."""
        if not self.count:
            return None
        return int(_round(Decimal(self.half_stars_sum) / self.count, "1"))


@dataclass(frozen=True)
class Takes(ReadersMean):
    """The takes of one page. counts: ten, of how many gave half a star, one star, and so on."""

    counts: tuple
    total: int  # with and without stars
    elsewhere: int  # of those with stars, how many were given on another site
    is_open: bool = False  # whether the page takes more of them

    @property
    def bars(self):
        """The ten bars of the histogram: dicts with x, y and height."""
        heights = [
            round(LEAST_HEIGHT + (HISTOGRAM_HEIGHT - LEAST_HEIGHT) * count / max(self.counts))
            for count in self.counts
        ]
        return [
            {"x": BAR_STEP * place, "y": HISTOGRAM_HEIGHT - height, "height": height}
            for place, height in enumerate(heights)
        ]

    @property
    def histogram_label(self):
        counts = ", ".join(number_format(count) for count in self.counts)
        return _("Ratings in half-stars, from a half to five: %(counts)s.") % {"counts": counts}


def summarise_takes(rows):
    """Return the Takes among the rows of a page; those that nobody can see do not count."""
    takes = [row for row in rows if row.is_published and row.parent_id is None]
    rated = [row for row in takes if row.half_stars]
    given = [row.half_stars for row in rated]
    return Takes(
        half_stars_sum=sum(given),
        count=len(given),
        counts=tuple(given.count(number) for number in range(1, MAX_HALF_STARS + 1)),
        total=len(takes),
        elsewhere=sum(bool(row.origin_name) for row in rated),
    )


def get_takes(page):
    """Return the Takes of a page, from the rows that its section shows; None where it hides them.

    page: the specific page. Costs one query, and none after or before the section is drawn.
    """
    is_shown = page.takes_ratings and not page.comments_are_hidden
    return summarise_takes(get_thread_rows(page)) if is_shown else None


def readers_means(page_ids):
    """Return {page id: ReadersMean} for those of `page_ids` that have stars, in one query."""
    rows = (
        Comment.objects.rated()
        .filter(status=Comment.Status.PUBLISHED, page_id__in=list(page_ids))
        .values_list("page_id")
        .annotate(Sum("half_stars"), Count("pk"))
    )
    return {page_id: ReadersMean(half_stars, count) for page_id, half_stars, count in rows}


def add_readers_means(pages):
    """Set `readers_mean` on every page of a list, in one query, and return the list.

    It is a ReadersMean, or None where nobody gave stars or the page hides what readers say.
    """
    pages = list(pages)
    means = readers_means(page.pk for page in pages if not page.comments_are_hidden)
    for page in pages:
        page.readers_mean = means.get(page.pk)
    return pages


def aggregate_rating(page):
    """Return schema.org's AggregateRating of a page as a dict, or None without stars.

    Only stars that were given here count: those from elsewhere are that site's to publish.
    """
    if not page.takes_ratings or page.comments_are_hidden:
        return None
    own = summarise_takes(row for row in get_thread_rows(page) if not row.origin_name)
    if not own.count:
        return None
    return {
        "@type": "AggregateRating",
        "ratingValue": float(own.mean),
        "ratingCount": own.count,
        "bestRating": MAX_HALF_STARS / 2,
        "worstRating": MIN_HALF_STARS / 2,
    }


def _round(number, step):
    return number.quantize(Decimal(step), rounding=ROUND_HALF_UP)
