"""The body of a film's own page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blog.blocks import groups
from blog.blocks.lists import FAQBlock, LinksBlock
from blog.blocks.media import PairBlock, PictureBlock, TrailerBlock
from blog.blocks.quotations import BareDialogueBlock, BareQuotationBlock, BookQuoteBlock
from blog.blocks.references import ReferencesBlock
from blog.blocks.reviews import ReviewBlock
from blog.blocks.text import AsideBlock, ProseBlock, SceneBreakBlock, SpoilerBlock

from .cards import FilmCardBlock, FilmListBlock
from .film_facts import FilmFactsBlock
from .points import PointsBlock


class GuideBody(blocks.StreamBlock):
    """What stands under a film's facts. Order is how often an author reaches for a block."""

    prose = ProseBlock(group=groups.PROSE)
    scene_break = SceneBreakBlock(group=groups.PROSE)
    quotation = BareQuotationBlock(group=groups.QUOTATION)
    book_quote = BookQuoteBlock(group=groups.QUOTATION)
    dialogue = BareDialogueBlock(group=groups.QUOTATION)
    review = ReviewBlock(group=groups.QUOTATION)
    picture = PictureBlock(group=groups.PICTURE)
    pair = PairBlock(group=groups.PICTURE)
    trailer = TrailerBlock(group=groups.PICTURE)
    film_card = FilmCardBlock(group=groups.FILM)
    film_list = FilmListBlock(group=groups.FILM)
    film_facts = FilmFactsBlock(group=groups.FILM)
    points = PointsBlock(group=groups.FILM)
    aside = AsideBlock(group=groups.MORE)
    spoiler = SpoilerBlock(group=groups.MORE)
    faq = FAQBlock(group=groups.MORE)
    links = LinksBlock(group=groups.MORE)
    references = ReferencesBlock(group=groups.MORE)

    class Meta:
        required = False
        label = _("Guide")
