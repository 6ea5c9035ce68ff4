"""The body of a film's own page."""

from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blog.blocks import groups
from blog.blocks.choosers import ListedSnippetChooserBlock
from blog.blocks.lists import FAQBlock, LinksBlock, ReferencesBlock
from blog.blocks.media import PairBlock, PictureBlock, TrailerBlock
from blog.blocks.text import AsideBlock, ProseBlock, SceneBreakBlock, SpoilerBlock

from .cards import FilmCardBlock, FilmListBlock
from .points import PointsBlock


class KeptQuoteBlock(ListedSnippetChooserBlock):
    """A quotation of the commonplace book, which films do not import."""

    def __init__(self, **kwargs):
        super().__init__("quotes.Quote", **kwargs)

    class Meta:
        icon = "openquote"
        label = _("From the commonplace book")
        group = groups.QUOTATION
        template = "films/blocks/quote.html"
        description = _("A quotation that was kept, with its source")

    def get_preview_value(self):
        return self.target_model.objects.published().for_listing().first()


class GuideBody(blocks.StreamBlock):
    """What stands under a film's facts. Order is how often an author reaches for a block."""

    prose = ProseBlock(group=groups.PROSE)
    scene_break = SceneBreakBlock(group=groups.PROSE)
    quote = KeptQuoteBlock(group=groups.QUOTATION)
    quotation = import_string("blog.quotes.blocks.QuotationBlock")(group=groups.QUOTATION)
    review = import_string("blog.quotes.blocks.ReviewBlock")(group=groups.QUOTATION)
    picture = PictureBlock(group=groups.PICTURE)
    pair = PairBlock(group=groups.PICTURE)
    trailer = TrailerBlock(group=groups.PICTURE)
    film_card = FilmCardBlock(group=groups.FILM)
    film_list = FilmListBlock(group=groups.FILM)
    points = PointsBlock(group=groups.FILM)
    aside = AsideBlock(group=groups.MORE)
    spoiler = SpoilerBlock(group=groups.MORE)
    faq = FAQBlock(group=groups.MORE)
    links = LinksBlock(group=groups.MORE)
    references = ReferencesBlock(group=groups.MORE)

    class Meta:
        required = False
        label = _("Guide")
