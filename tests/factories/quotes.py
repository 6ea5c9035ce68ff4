"""The smallest valid quotations."""

from datetime import timedelta

from django.utils import timezone

from blog.quotes.models import Quote


def make_quote(words="I am large, I contain multitudes.", *, days_ago=0, themes=(), **fields):
    """Return a kept Quote of these words, plain str, kept so many days ago."""
    created_at = timezone.now() - timedelta(days=days_ago)
    quote = Quote.objects.create(text=f"<p>{words}</p>", created_at=created_at, **fields)
    quote.themes.add(*themes)
    return quote
