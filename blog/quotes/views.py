"""What a quotation shows beside its page."""

from django.http import Http404, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from .cards import get_card
from .models import Quote

# The address stays when the words change, so a copy is asked for again after an hour.
CARD_HEADERS = {
    "Cache-Control": "public, max-age=3600",
    # Previews elsewhere show it in pages of their own.
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}


@csrf_exempt  # what does not read is told 405, not asked for a token
@require_safe
def quote_card(request, slug):
    """Show the share card of a quotation that readers may see."""
    quote = None
    if "\0" not in slug:
        quote = Quote.objects.published().for_listing().filter(slug=slug).first()
    if quote is None or not quote.get_absolute_url():
        raise Http404("There is no such quotation.")
    return HttpResponse(get_card(quote), content_type="image/png", headers=CARD_HEADERS)
