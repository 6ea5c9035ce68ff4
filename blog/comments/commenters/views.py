"""The page behind the mailed link that asks whose address it is. Looking at it changes nothing."""

from django.shortcuts import render

from blog.lib.http import see_other

from ..guards import public_form
from ..reasons import NOT_ME
from .device import forget_device, read_device, remember_device
from .proof import deny, get_claimed, get_of_request, prove
from .standing import get_standings
from .tokens import PROOF, LinkError

LARGEST_POST = 16 * 1024
LONGEST_ID = 19


@public_form(LARGEST_POST)
def proof(request, token):
    """Ask whether an address is its reader's, take the answer, and say what came of it."""
    try:
        row, since = PROOF.read(token)
    except LinkError as error:
        return show_lost_link(request, error.code)
    claimed = get_claimed(row, since)
    if request.method == "POST":
        return _take_answer(request, row, claimed)
    of_request = list(get_of_request(row, since))
    if not of_request and not row.is_proved:
        return show_lost_link(request, "withdrawn")
    context = {
        "address": row.email,
        "claimed": get_standings(claimed),
        "until": claimed[-1].pk if claimed else 0,
    }
    if claimed:
        return render(request, "comments/proof/ask.html", context)
    proved = [comment for comment in of_request if comment.is_proved]
    context |= {
        "standings": get_standings(proved),
        "was_denied": not proved and any(_was_denied(comment) for comment in of_request),
        "is_remembered": read_device(request) == row,
    }
    return render(request, "comments/proof/done.html", context)


def show_lost_link(request, code):
    """Say why a mailed link leads nowhere. code: of LinkError, or "withdrawn"."""
    status = 404 if code == "forged" else 410
    return render(request, "comments/proof/lost.html", {"code": code}, status=status)


def read_until(request):
    """Return the id of the last comment that the page with the button showed, or 0."""
    until = request.POST.get("until", "")
    return int(until) if until.isdecimal() and len(until) < LONGEST_ID else 0


def _take_answer(request, row, claimed):
    """Do what the button says, about no comment that its page did not show."""
    shown = [comment for comment in claimed if comment.pk <= read_until(request)]
    answer = see_other(request.path)
    if request.POST.get("action") == "deny":
        deny(row, shown)
        if read_device(request) == row:
            forget_device(answer)
    elif request.POST.get("action") == "prove":
        prove(row, shown)
        if request.POST.get("remember"):
            remember_device(answer, row, is_secure=request.is_secure())
    return answer


def _was_denied(comment):
    return any(reason["code"] == NOT_ME for reason in comment.reasons)
