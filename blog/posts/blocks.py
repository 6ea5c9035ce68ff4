"""The body of an essay: the blocks of three parts, in the groups of the design."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blog.blocks import groups
from blog.blocks.lists import FAQBlock, LinksBlock
from blog.blocks.media import PairBlock, PictureBlock, TrailerBlock
from blog.blocks.quotations import BookQuoteBlock
from blog.blocks.references import ReferencesBlock
from blog.blocks.reviews import ReviewBlock
from blog.blocks.text import AsideBlock, ProseBlock, SceneBreakBlock, SpoilerBlock
from blog.films.blocks import FilmCardBlock, FilmFactsBlock, FilmListBlock
from blog.quotes.blocks import DialogueBlock, EpigraphBlock, PullQuoteBlock, QuotationBlock


class PostBody(blocks.StreamBlock):
    """Order is how often an author reaches for a block."""

    prose = ProseBlock(group=groups.PROSE)
    scene_break = SceneBreakBlock(group=groups.PROSE)
    quotation = QuotationBlock(group=groups.QUOTATION)
    pull_quote = PullQuoteBlock(group=groups.QUOTATION)
    book_quote = BookQuoteBlock(group=groups.QUOTATION)
    dialogue = DialogueBlock(group=groups.QUOTATION)
    epigraph = EpigraphBlock(group=groups.QUOTATION)
    review = ReviewBlock(group=groups.QUOTATION)
    picture = PictureBlock(group=groups.PICTURE)
    pair = PairBlock(group=groups.PICTURE)
    trailer = TrailerBlock(group=groups.PICTURE)
    film_card = FilmCardBlock(group=groups.FILM)
    film_list = FilmListBlock(group=groups.FILM)
    film_facts = FilmFactsBlock(group=groups.FILM)
    aside = AsideBlock(group=groups.MORE)
    spoiler = SpoilerBlock(group=groups.MORE)
    faq = FAQBlock(group=groups.MORE)
    links = LinksBlock(group=groups.MORE)
    references = ReferencesBlock(group=groups.MORE)

    class Meta:
        required = False
        label = _("Body")
