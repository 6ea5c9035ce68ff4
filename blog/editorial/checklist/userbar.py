"""Wagtail’s own content checks, which look at the page as a browser draws it, in this house."""

from wagtail.admin.userbar import ContentCheckerItem

# Large words that are no headings: axe would have them marked up as such.
LARGE_WORDS = [".standfirst", ".pull"]


class HouseCheckerItem(ContentCheckerItem):
    axe_exclude = [*ContentCheckerItem.axe_exclude, *LARGE_WORDS]


def use_house_checker(items):
    """Put ours in the place of Wagtail's checker among the items of a userbar."""
    for place, item in enumerate(items):
        if isinstance(item, ContentCheckerItem) and not isinstance(item, HouseCheckerItem):
            items[place] = HouseCheckerItem(in_editor=item.in_editor)
