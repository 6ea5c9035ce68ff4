"""A reader's own page, behind a mailed link: everything of theirs, and what they may do with it."""

from functools import wraps

from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from blog.lib.http import see_other
from blog.outbox.server import has_mail_server

from ..commenters.device import forget_device, forget_devices
from ..commenters.proof import prove
from ..commenters.standing import get_standings
from ..commenters.tokens import READER, LinkError
from ..commenters.views import read_until, show_lost_link
from ..guards import public_form
from ..models import Comment
from .changing import NameRefused, allow_mails, change_name, choose_mails, stop_mails
from .erasing import Text, erase_reader, withdraw_all
from .exporting import export_reader
from .forms import EraseForm, NameForm, read_mail_choices
from .owned import get_comments_of

PER_PAGE = 25


def of_reader(view):
    """Hand a view the row of the address for which the token in the link was signed."""

    @public_form()
    @wraps(view)
    def checked(request, token):
        try:
            row = READER.read(token)[0]
        except LinkError as error:
            return show_lost_link(request, error.code)
        return view(request, row, token)

    return checked


@of_reader
def reader(request, row, token):
    """Show everything that was written with an address, and take what its owner changes."""
    comments = get_comments_of(row.email).select_related("page", "parent", "commenter")
    shown = Paginator(comments, PER_PAGE).get_page(request.GET.get("page"))
    form = NameForm({"name": row.name})
    if request.method == "POST":
        act = ACTS.get(request.POST.get("action"))
        if act is None:
            return see_other(request.path)
        form = NameForm({"name": request.POST.get("name", "").replace("\0", "")})
        answer = act(request, row, list(shown), form)
        if answer is not None:
            return answer
    unproved = comments.filter(is_proved=False).order_by().values_list("pk", flat=True)
    context = {
        "address": row.email,
        "row": row,
        "token": token,
        "form": form,
        "errors": form.errors.get("name") if request.method == "POST" else None,
        "standings": get_standings(shown),
        "shown": shown,
        "total": shown.paginator.count,
        "unproved": len(unproved),
        "until": max(unproved, default=0),
        "has_mail_server": has_mail_server(),
        "notify_choices": Comment.Notify.choices,
        "done": _say_done(request.GET.get("done")),
    }
    status = 422 if context["errors"] else 200
    return render(request, "comments/reader/reader.html", context, status=status)


@of_reader
def withdraw(request, row, token):
    """Ask once more, then withdraw everything that was written with an address."""
    if request.method == "POST":
        withdraw_all(row.email)
        return _go_back(token, "withdrawn")
    context = {"address": row.email, "token": token, "total": get_comments_of(row.email).count()}
    return render(request, "comments/reader/withdraw.html", context)


@of_reader
def erase(request, row, token):
    """Say what erasing means, then do it: at once."""
    form = EraseForm(request.POST if request.method == "POST" else request.GET)
    if not form.is_valid():
        return see_other(f"{_url(token)}?done=choose#erase")
    text = Text(form.cleaned_data["text"])
    if request.method == "POST":
        erase_reader(row.email, text)
        answer = see_other(f"{reverse('comments:me')}?erased=1")
        forget_device(answer)
        return answer
    comments = get_comments_of(row.email)
    context = {
        "address": row.email,
        "token": token,
        "text": text,
        "keeps": text == Text.KEEP,
        "total": comments.count(),
        "published": comments.filter(status=Comment.Status.PUBLISHED).count(),
    }
    return render(request, "comments/reader/erase.html", context)


@require_GET
@of_reader
def data(request, row, token):
    """Hand out everything that is kept about an address, as a file."""
    export = export_reader(row.email)
    if request.GET.get("format") == "html":
        html = render_to_string("comments/reader/data.html", {"export": export})
        response = HttpResponse(html)
        response["Content-Disposition"] = 'attachment; filename="my-replies.html"'
        return response
    options = {"indent": 2, "ensure_ascii": False}
    response = JsonResponse(export, json_dumps_params=options)
    response["Content-Disposition"] = 'attachment; filename="my-replies.json"'
    return response


def _rename(request, row, shown, form):
    if not form.is_valid():
        return None
    try:
        kept = change_name(row, form.cleaned_data["name"])
    except NameRefused as error:
        form.add_error("name", str(error))
        return None
    return _go_on(request, "name_kept" if kept else "name")


def _choose_mails(request, row, shown, form):
    choose_mails(row, read_mail_choices(request.POST, shown))
    return _go_on(request, "mails")


def _stop_mails(request, row, shown, form):
    stop_mails(row)
    return _go_on(request, "stopped")


def _allow_mails(request, row, shown, form):
    allow_mails(row)
    return _go_on(request, "allowed")


def _prove(request, row, shown, form):
    claimed = get_comments_of(row.email).filter(is_proved=False, pk__lte=read_until(request))
    prove(row, list(claimed.select_related("page", "parent", "commenter")))
    return _go_on(request, "proved")


def _forget_devices(request, row, shown, form):
    forget_devices(row)
    # The link in the mail counts no more either; who pressed the button goes on with a new one.
    answer = _go_back(READER.sign(row), "devices")
    forget_device(answer)
    return answer


ACTS = {
    "name": _rename,
    "mails": _choose_mails,
    "stop": _stop_mails,
    "allow": _allow_mails,
    "prove": _prove,
    "devices": _forget_devices,
}


def _say_done(code):
    return {
        "name": _("Your name is changed."),
        "name_kept": _(
            "A person reads what appears here: your new name stands over what still waits and what "
            "you write from now on, and what is published keeps the name that was read with it."
        ),
        "mails": _("Your choice of mails is stored."),
        "stopped": _("We send you nothing more that you do not ask for."),
        "allowed": _("We send you again what you ask for."),
        "proved": _("Your address is proved. Each reply says below where it stands."),
        "devices": _("Every device is forgotten, and every link that we mailed before."),
        "withdrawn": _("Everything that you wrote is withdrawn."),
        "choose": _("Choose first what becomes of your words."),
    }.get(code, "")


def _go_on(request, done):
    page = request.GET.get("page", "")
    page = f"&page={page}" if page.isdecimal() and page.isascii() else ""
    return see_other(f"{request.path}?done={done}{page}")


def _go_back(token, done):
    return see_other(f"{_url(token)}?done={done}")


def _url(token):
    return reverse("comments:reader", args=[token])
