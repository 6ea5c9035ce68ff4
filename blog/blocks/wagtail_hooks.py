from wagtail import hooks

from .page_links import LivePageLinkHandler


@hooks.register("register_rich_text_features", order=10)
def link_to_live_pages(features):
    features.register_link_type(LivePageLinkHandler)
