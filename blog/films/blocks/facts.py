"""Facts about a film in rows, each block printing its heading only over what is known."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blog.blocks import groups
from blog.blocks.fields import LineBlock, LinesBlock
from blog.blocks.media import TrailerBlock
from blog.lib.locales import currency_choices, money

from .rows import KindsValue, RowsValue, RowValue, group_rows


class ScoreValue(RowValue):
    needed = ("source", "value")


class ScoreBlock(blocks.StructBlock):
    source = LineBlock(max_length=100, label=_("Source"), help_text=_("Such as “IMDb”."))
    value = LineBlock(max_length=40, label=_("Score"), help_text=_("As they print it: “7.8/10”."))
    votes = blocks.IntegerBlock(required=False, min_value=0, label=_("Votes"))
    as_of = blocks.DateBlock(required=False, label=_("As of"))
    url = blocks.URLBlock(required=False, label=_("Address"))

    class Meta:
        icon = "list-ul"
        label = _("Score")
        value_class = ScoreValue


class ScoresValue(RowsValue):
    @property
    def by_source(self):
        """The rows by who counts: a list of (source, rows)."""
        return group_rows(self.rows, lambda row: row["source"])


class ScoresBlock(blocks.StructBlock):
    items = blocks.ListBlock(ScoreBlock(), label=_("Scores"))

    class Meta:
        icon = "list-ol"
        label = _("Scores elsewhere")
        group = groups.FILM
        template = "films/blocks/scores.html"
        value_class = ScoresValue
        description = _("What others count, with its source and date; never mixed with your stars")


class OfferValue(RowValue):
    needed = ("service",)

    @property
    def kind_label(self):
        return dict(WATCH_KINDS).get(self.get("kind"), "")


WATCH_KINDS = [
    ("stream", _("Stream")),
    ("free", _("Free")),
    ("rent", _("Rent")),
    ("buy", _("Buy")),
    ("disc", _("Disc")),
    ("cinema", _("Cinema")),
    ("library", _("Library")),
]


class OfferBlock(blocks.StructBlock):
    service = LineBlock(max_length=150, label=_("Service"))
    kind = blocks.ChoiceBlock(choices=WATCH_KINDS, default="stream", label=_("How"))
    url = blocks.URLBlock(required=False, label=_("Address"))
    note = LineBlock(required=False, max_length=200, label=_("Note"))
    is_sponsored = blocks.BooleanBlock(
        required=False,
        label=_("The journal earns from this link"),
        help_text=_("Says so beside the link, as the law in many countries asks."),
    )

    class Meta:
        icon = "media"
        label = _("Place")
        value_class = OfferValue


class WatchValue(KindsValue):
    @property
    def is_sponsored(self):
        """Whether the disclosure has to be printed."""
        return any(row.get("is_sponsored") and row.href for row in self.rows)


class WatchBlock(blocks.StructBlock):
    items = blocks.ListBlock(OfferBlock(), label=_("Places"))
    checked_on = blocks.DateBlock(
        required=False, label=_("Checked on"), help_text=_("Printed: it goes stale.")
    )

    class Meta:
        icon = "media"
        label = _("Where to watch")
        group = groups.FILM
        template = "films/blocks/watch.html"
        value_class = WatchValue
        description = _("Services with links, and when you last looked")


class AwardValue(RowValue):
    @property
    def says_something(self):
        return bool(self.get("festival") or self.get("award"))

    @property
    def result_label(self):
        return dict(AWARD_RESULTS).get(self.get("result"), "")


class AwardsValue(RowsValue):
    @property
    def by_year(self):
        """The rows by year, None for those without one: a list of (year, rows)."""
        return group_rows(self.rows, lambda row: row.get("year"))


AWARD_RESULTS = [("won", _("Won")), ("nominated", _("Nominated")), ("shown", _("Shown"))]


class AwardBlock(blocks.StructBlock):
    year = blocks.IntegerBlock(required=False, min_value=1870, max_value=2200, label=_("Year"))
    festival = LineBlock(required=False, max_length=150, label=_("Festival or academy"))
    award = LineBlock(required=False, max_length=150, label=_("Award"))
    category = LineBlock(required=False, max_length=150, label=_("Category"))
    result = blocks.ChoiceBlock(
        choices=AWARD_RESULTS, required=False, default="won", label=_("Result")
    )

    class Meta:
        icon = "pick"
        label = _("Award")
        value_class = AwardValue


class AwardsBlock(blocks.StructBlock):
    items = blocks.ListBlock(AwardBlock(), label=_("Awards"))

    class Meta:
        icon = "pick"
        label = _("Awards")
        group = groups.FILM
        template = "films/blocks/awards.html"
        value_class = AwardsValue
        description = _("Festival, award, category, result and year")


class SumValue(RowValue):
    needed = ("amount", "currency")

    @property
    def printed(self):
        """The sum as the language in force prints it."""
        return money(self["amount"], self["currency"])

    @property
    def kind_label(self):
        return dict(SUM_KINDS).get(self.get("kind"), "")


SUM_KINDS = [
    ("budget", _("Budget")),
    ("opening", _("Opening weekend")),
    ("home", _("At home")),
    ("world", _("Worldwide")),
]


class SumBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(choices=SUM_KINDS, default="world", label=_("What"))
    amount = blocks.IntegerBlock(required=False, min_value=0, label=_("Amount"))
    currency = blocks.ChoiceBlock(choices=currency_choices, default="USD", label=_("Currency"))

    class Meta:
        icon = "list-ul"
        label = _("Sum")
        value_class = SumValue


class BoxOfficeBlock(blocks.StructBlock):
    items = blocks.ListBlock(SumBlock(), label=_("Sums"))

    class Meta:
        icon = "list-ul"
        label = _("Box office")
        group = groups.FILM
        template = "films/blocks/box_office.html"
        value_class = KindsValue
        description = _("What it cost and took; what is not known is not printed")


class TrackValue(RowValue):
    needed = ("title",)


class TrackBlock(blocks.StructBlock):
    title = LineBlock(max_length=200, label=_("Title"))
    performer = LineBlock(required=False, max_length=200, label=_("Performer"))

    class Meta:
        icon = "media"
        label = _("Track")
        value_class = TrackValue


class SoundtrackBlock(blocks.StructBlock):
    items = blocks.ListBlock(TrackBlock(), label=_("Tracks"))
    source = LineBlock(
        required=False, max_length=200, label=_("Source"), help_text=_("Who says so.")
    )

    class Meta:
        icon = "media"
        label = _("Soundtrack")
        group = groups.FILM
        template = "films/blocks/soundtrack.html"
        value_class = RowsValue
        description = _("Tracks with their performers")


class DisagreementValue(RowValue):
    needed = ("text",)


class DisagreementBlock(blocks.StructBlock):
    about = LineBlock(
        required=False, max_length=100, label=_("About"), help_text=_("Such as “Running time”.")
    )
    text = LinesBlock(rows=2, label=_("What each says"))

    class Meta:
        icon = "warning"
        label = _("Point")
        value_class = DisagreementValue


class DisagreementsBlock(blocks.StructBlock):
    items = blocks.ListBlock(DisagreementBlock(), label=_("Points"))

    class Meta:
        icon = "warning"
        label = _("Where sources disagree")
        group = groups.FILM
        template = "films/blocks/disagreements.html"
        value_class = RowsValue
        description = _("Said plainly, instead of picking one in silence")


class FactsBody(blocks.StreamBlock):
    """What stands beside a film, in the order that the author likes."""

    trailer = TrailerBlock(group=groups.FILM)
    watch = WatchBlock()
    scores = ScoresBlock()
    awards = AwardsBlock()
    box_office = BoxOfficeBlock()
    soundtrack = SoundtrackBlock()
    disagreements = DisagreementsBlock()

    class Meta:
        required = False
        label = _("More facts")
