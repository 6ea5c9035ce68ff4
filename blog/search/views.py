"""The search page."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from .find import find
from .forms import SearchForm

HITS_PER_PAGE = 20


@csrf_exempt  # what does not read is told 405, not asked for a token
@require_safe
def search(request):
    """Answer any query at all: with what was found, or with a sentence."""
    form = SearchForm(request.GET)
    query = form.cleaned_data["q"] if form.is_valid() or "q" not in form.errors else ""
    found = find(query, request) if query else {}
    kind = form.get_kind()
    hits = [hit for name, hits in found.items() for hit in hits if kind in ("", name)]
    context = {
        "query": query or request.GET.get("q", "")[:100].replace("\x00", ""),
        "searched": bool(query),
        "kind": kind,
        "counts": {name: len(hits) for name, hits in found.items()},
        "total": sum(map(len, found.values())),
        "results": Paginator(hits, HITS_PER_PAGE).get_page(request.GET.get("page")),
        "message": form.errors["q"][0] if "q" in form.errors else "",
    }
    return render(request, "search/search.html", context)
