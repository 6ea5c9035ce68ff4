from wagtail import hooks

from .page_links import LivePageLinkHandler
from .richtext import citation, footnote, quotation


@hooks.register("register_rich_text_features", order=10)
def link_to_live_pages(features):
    features.register_link_type(LivePageLinkHandler)


@hooks.register("register_icons")
def add_icons_of_the_apparatus(icons):
    return [*icons, "blocks/icons/footnote.svg", "blocks/icons/quoted-line.svg"]


@hooks.register("register_rich_text_features")
def add_the_apparatus(features):
    for button in (quotation, citation, footnote):
        button.register(features)
