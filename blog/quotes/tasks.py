from django_tasks import task


@task()
def draw_card(quote_id):
    """Draw the share card of a published quotation."""
    from .cards import refresh_card
    from .models import Quote

    quote = Quote.objects.published().for_listing().filter(pk=quote_id).first()
    if quote is None:
        return  # deleted or made a draft between enqueue and run
    refresh_card(quote)
