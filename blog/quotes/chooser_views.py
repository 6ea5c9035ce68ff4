"""The views of the quotation chooser."""

from django.http import Http404
from wagtail.snippets.views import chooser

from .forms import QuoteFilterForm


class QuoteListMixin:
    filter_form_class = QuoteFilterForm


class ChooseQuoteView(QuoteListMixin, chooser.ChooseView):
    pass


class ChooseQuoteResultsView(QuoteListMixin, chooser.ChooseResultsView):
    pass


class ChosenQuoteView(chooser.SnippetChosenView):
    def get_object(self, pk):
        try:
            return super().get_object(pk)
        except ValueError as error:
            raise Http404(f"{pk!r} is not the number of a quotation.") from error


class CreateQuoteView(chooser.SnippetCreateView):
    def save_form(self, form):
        form.instance.owner = self.request.user
        return super().save_form(form)
