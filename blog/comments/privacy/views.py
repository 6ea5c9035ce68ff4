"""The page on which readers ask for the link to what is theirs: no account, no password."""

from django.shortcuts import render

from blog.lib.http import get_visitor_trait, see_other
from blog.outbox.server import has_mail_server

from ..guards import public_form
from .asking import mail_link
from .forms import AddressForm
from .limits import may_ask


@public_form()
def me(request):
    """Ask for an address, and answer in the same words whether or not it was ever used here."""
    form = AddressForm()
    status = 200
    is_full = False
    if request.method == "POST" and has_mail_server():
        form = AddressForm({"email": request.POST.get("email", "").replace("\0", "")})
        if not form.is_valid():
            status = 422
        elif not may_ask(get_visitor_trait(request)):
            status, is_full = 429, True
        else:
            mail_link(form.cleaned_data["email"])
            return see_other(f"{request.path}?sent=1")
    context = {
        "form": form,
        "has_mail_server": has_mail_server(),
        "is_full": is_full,
        "was_sent": "sent" in request.GET,
        "was_erased": "erased" in request.GET,
    }
    return render(request, "comments/reader/ask.html", context, status=status)
