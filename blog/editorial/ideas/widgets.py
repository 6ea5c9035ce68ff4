"""The quotation chooser in the form of an idea."""

from blog.films.diary.widgets import NumberedChooserMixin
from blog.quotes.models import Quote


def make_quote_input():
    """Return a widget that chooses a quotation; Wagtail makes its class with the viewset."""
    chooser = Quote.snippet_viewset.chooser_viewset.widget_class
    return type("QuoteInput", (NumberedChooserMixin, chooser), {})()
