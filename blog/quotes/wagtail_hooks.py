from wagtail.snippets.models import register_snippet

from .viewsets import QuoteViewSet

register_snippet(QuoteViewSet)
