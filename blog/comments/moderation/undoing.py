"""Taking decisions back, for as long as nobody was mailed about them."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.permissions import policy_registry

from blog.lib.http import see_other

from ..actions import undo_judgement
from ..models import Comment, Judgement
from .addresses import get_next_url, wants_json
from .bulk import MOST_AT_ONCE
from .counts import count_waiting
from .rows import render_rows
from .telling import say


@require_POST
def undo(request):
    """Take back one's own last decisions about the comments that the form names."""
    policy = policy_registry.get_by_type(Comment)
    if not policy.user_has_permission(request.user, "moderate"):
        raise PermissionDenied
    asked = [pk for pk in request.POST.getlist("judgement")[:MOST_AT_ONCE] if _is_number(pk)]
    mine = Judgement.objects.filter(pk__in=asked, by=request.user).order_by("-pk")
    judgements = list(mine.select_related("comment"))
    done = [undo_judgement(one, by=request.user) for one in judgements]
    said = _tell(sum(done), len(asked))
    if wants_json(request):
        back = {one.comment_id for one, is_done in zip(judgements, done, strict=True) if is_done}
        data = {"said": said, "row": render_rows(request, Comment.objects.filter(pk__in=back))}
        data["waiting"] = count_waiting().sentence
        return JsonResponse(data, status=200 if back else 409)
    say(request, said, is_done=any(done))
    return see_other(get_next_url(request))


def _is_number(text):
    return text.isascii() and text.isdigit() and len(text) < 19


def _tell(done, asked):
    if not done:
        return _("It is too late to take this back, or someone else has decided since.")
    said = ngettext(
        "Taken back: %(number)s comment is what it was.",
        "Taken back: %(number)s comments are what they were.",
        done,
    ) % {"number": done}
    return said if done == asked else f"{said} {_('For the others it was too late.')}"
