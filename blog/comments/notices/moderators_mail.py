"""What moderators and pages' writers are mailed: what waits, is reported or is new."""

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.permissions import policy_registry

from blog.lib.stars import stars_label

from ..commenters.history import summarise
from ..models import Comment, Notice
from ..reasons import describe_reasons
from .choices import CHOICES, get_last_judgement_id
from .letters import get_site_name, get_words, make_letter
from .readers_mail import MOST_IN_ONE, get_stop_headers
from .tokens import DECIDE_FOR, DecideLink, StopLink, absolute, get_decide_url, get_stop_url

Kind = Notice.Kind
Status = Comment.Status

LIST_URL = "wagtailsnippets_comments_comment:list"
INSPECT_URL = "wagtailsnippets_comments_comment:inspect"

OFFERED = {Kind.WAITING: ("approve", "spam", "answer"), Kind.REPORTED: ("keep", "hide", "spam")}


@dataclass(frozen=True)
class Case:
    """One comment to look at. links: [(label, absolute address)]."""

    notice: Notice
    comment: Comment
    history: object = None
    links: list = field(default_factory=list)

    @property
    def kind(self):
        return self.notice.kind

    @property
    def title(self):
        return self.comment.page.title

    @property
    def edit(self):
        """The new words that wait, where the comment itself is read already."""
        return getattr(self.comment, "waiting_edit", None)

    @property
    def words(self):
        if self.kind == Kind.WAITING and self.edit:
            new = Comment(body=self.edit.body, masked=self.comment.masked)
            return get_words(new, self.admin_address)
        return get_words(self.comment, self.admin_address)

    @property
    def stars(self):
        row = self.edit if self.kind == Kind.WAITING and self.edit else self.comment
        return stars_label(row.half_stars) if row.half_stars else ""

    @property
    def reasons(self):
        row = self.edit if self.edit else self.comment
        return describe_reasons(row.reasons) if self.kind == Kind.WAITING else []

    @property
    def reports(self):
        if self.kind != Kind.REPORTED:
            return []
        return [one for one in self.comment.reports.all() if one.closed_at is None]

    @property
    def admin_address(self):
        return absolute(reverse(INSPECT_URL, args=[self.comment.pk]))

    @property
    def page_address(self):
        is_shown = self.comment.is_published
        url = self.comment.get_absolute_url() if is_shown else self.comment.page.get_url()
        return absolute(url or "/")


def get_cases(notices, user):
    """Return the Case of each notice that still holds: still undecided, and theirs to see."""
    policy = policy_registry.get_by_type(Comment)
    visible = policy.instances_user_has_permission_for(user, "view")
    ids = {notice.comment_id for notice in notices}
    allowed = set(visible.filter(pk__in=ids).order_by().values_list("pk", flat=True))
    if not user.is_active:
        allowed = set()
    told = Notice.objects.filter(
        user=user, comment_id__in=ids, kind=Kind.WAITING, mailed_at__isnull=False
    )
    told_ids = set(told.values_list("comment_id", flat=True))
    holding = [
        notice for notice in notices if notice.comment_id in allowed and _holds(notice, told_ids)
    ]
    histories = summarise({notice.comment.commenter_id for notice in holding} - {None})
    may_moderate = policy.user_has_permission(user, "moderate")
    return [
        Case(
            notice,
            notice.comment,
            histories.get(notice.comment.commenter_id),
            _get_links(notice, user) if may_moderate else [],
        )
        for notice in holding
    ]


def compose(cases, user, frequency):
    """Return the arguments of `queue_mail` for what one account is to look at."""
    stop_url = get_stop_url(StopLink(user=user.pk, frequency=frequency))
    floods = [case for case in cases if case.kind == Kind.FLOOD]
    shown = [case for case in cases if case.kind != Kind.FLOOD]
    context = {
        "is_flood": bool(floods),
        "cases": shown[:MOST_IN_ONE],
        "left_out": max(0, len(shown) - MOST_IN_ONE),
        "list_address": absolute(f"{reverse(LIST_URL)}?status={Status.PENDING}"),
        "account_address": absolute(reverse("wagtailadmin_account")),
        "account": user,
        "decides": any(case.links for case in shown),
        "days": DECIDE_FOR.days,
        "stop_url": stop_url,
    }
    letter = make_letter("emails/moderators.html", context, get_subject(cases))
    return {
        "recipient": user.email,
        "subject": letter.subject,
        "text": letter.text,
        "html": letter.html,
        "kind": "comment-moderation",
        "about": f"comment:{cases[0].comment.pk}" if len(cases) == 1 else "",
        "headers": get_stop_headers(stop_url),
    }


def get_subject(cases):
    """Return what the mail is called: by what is most urgent in it."""
    by_kind = {kind: [case for case in cases if case.kind == kind] for kind in Kind.values}
    first = cases[0]
    values = {"name": first.comment.name, "title": first.title, "count": len(cases)}
    values["site"] = get_site_name()
    if by_kind[Kind.FLOOD]:
        words = _("Many more replies than usual on %(site)s")
    elif len(cases) == 1:
        words = {
            Kind.WAITING: _("%(name)s wrote on “%(title)s”, and it waits"),
            Kind.REPORTED: _("A reader reported what %(name)s wrote on “%(title)s”"),
            Kind.NEW: _("%(name)s wrote on “%(title)s”"),
        }[first.kind]
    elif by_kind[Kind.WAITING] or by_kind[Kind.REPORTED]:
        values["count"] = len(by_kind[Kind.WAITING]) + len(by_kind[Kind.REPORTED])
        words = ngettext("%(count)s reply to look at on %(site)s",
                         "%(count)s replies to look at on %(site)s", values["count"])  # fmt: skip
    else:
        words = ngettext("%(count)s new reply on %(site)s",
                         "%(count)s new replies on %(site)s", len(cases))  # fmt: skip
    return " ".join((words % values).split())


def _holds(notice, told_ids):
    """Return whether there is still something to look at; told_ids: of what was said to wait."""
    comment = notice.comment
    if notice.kind == Kind.WAITING:
        return comment.is_awaiting or (comment.is_published and hasattr(comment, "waiting_edit"))
    if notice.kind == Kind.REPORTED:
        return comment.is_published and comment.reported_at is not None
    if notice.kind == Kind.NEW:
        return comment.is_published and comment.pk not in told_ids
    return notice.kind == Kind.FLOOD


def _get_links(notice, user):
    """Return the one-button pages that fit; those of edits and private notes are in the admin."""
    comment = notice.comment
    if comment.is_private or (notice.kind == Kind.WAITING and not comment.is_awaiting):
        return []
    judgement = get_last_judgement_id(comment)
    return [
        (
            CHOICES[action].label,
            get_decide_url(DecideLink(user.pk, comment.pk, action, judgement)),
        )
        for action in OFFERED.get(notice.kind, ("answer",))
    ]
