"""What a reader is mailed: answers, new replies, and what became of their own words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from blog.lib.pages import live_and_public
from blog.lib.stars import stars_label
from blog.outbox.messages import message_id

from ..models import Comment, Notice
from ..policies import HIDDEN, get_comments_state
from ..reasons import describe_reasons
from ..receipts import get_receipt_url
from .audience import can_answer_by_mail, concerns, subscribed_to, wanting_mail
from .letters import get_site_name, get_words, make_letter
from .tokens import StopLink, absolute, get_stop_url

Kind = Notice.Kind
Status = Comment.Status

ABOUT_OTHERS = (Kind.REPLY, Kind.NEW)
OWN_STATES = {Kind.PUBLISHED: Status.PUBLISHED, Kind.REFUSED: Status.REJECTED}
MOST_IN_ONE = 20  # comments that one mail prints; of more it gives the number


@dataclass(frozen=True)
class Entry:
    """One thing to tell. wish: the reader's own comment with which they asked to hear of it."""

    notice: Notice
    comment: Comment
    wish: Comment

    @property
    def kind(self):
        return self.notice.kind

    @property
    def recipient(self):
        return self.wish.email

    @property
    def title(self):
        return self.comment.page.title

    @property
    def address(self):
        """Where the reader finds it: in its place, or what only they may see at their receipt."""
        is_shown = self.comment.is_published
        url = self.comment.get_absolute_url() if is_shown else get_receipt_url(self.comment)
        return absolute(url)

    @property
    def words(self):
        return get_words(self.comment, self.address)

    @property
    def stars(self):
        return stars_label(self.comment.half_stars) if self.comment.half_stars else ""

    @property
    def is_review(self):
        return self.comment.half_stars is not None

    @property
    def answer(self):
        return self.notice.text

    @property
    def reasons(self):
        """Why it is not published, in sentences that its writer may read."""
        last = self.comment.judgements.order_by("pk").last()
        return describe_reasons(last.reasons, for_writer=True) if last else []


def get_entries(notices, person):
    """Return the Entry of each notice that still holds.

    notices: of one person, each with its comment and that one's page. It holds while the comment
    is as it was told to be, its page can be read, and the reader wants to hear of it.
    """
    page_ids = {notice.comment.page_id for notice in notices if notice.kind in ABOUT_OTHERS}
    pages = live_and_public(Page.objects.filter(pk__in=page_ids)).specific()
    shown = [page.pk for page in pages if get_comments_state(page) != HIDDEN]
    wishes = list(subscribed_to(shown).filter(person=person)) if shown else []
    own_ids = [notice.comment_id for notice in notices if notice.kind in OWN_STATES]
    own = {wish.pk: wish for wish in wanting_mail().filter(pk__in=own_ids, person=person)}
    entries = []
    for notice in notices:
        comment = notice.comment
        if notice.kind in ABOUT_OTHERS:
            is_news = comment.is_published and _get_person(comment) != person
            found = [wish for wish in wishes if is_news and concerns(wish, comment)]
            # To whoever was answered, the comment that was answered is the one that asked.
            wish = min(found, key=lambda wish: wish.pk != comment.parent_id, default=None)
        elif notice.kind in OWN_STATES:
            wish = own.get(comment.pk) if comment.status == OWN_STATES[notice.kind] else None
        else:
            wish = comment if can_answer_by_mail(comment) else None
        if wish:
            entries.append(Entry(notice, comment, wish))
    return entries


def compose(entries, person):
    """Return the arguments of `queue_mail` for one reader's entries."""
    first = entries[0]
    link = StopLink(person=person, comment=first.wish.pk, page=first.wish.page_id)
    stop_url = get_stop_url(link)
    left_out = max(0, len(entries) - MOST_IN_ONE)
    context = {
        "entries": entries[:MOST_IN_ONE],
        "left_out": left_out,
        "page_address": absolute(first.comment.page.get_url() or "/"),
        "stop_url": stop_url,
    }
    letter = make_letter("emails/readers.html", context, get_subject(entries))
    return {
        "recipient": first.recipient,
        "subject": letter.subject,
        "text": letter.text,
        "html": letter.html,
        "kind": "comment-notice",
        "about": f"comment:{first.comment.pk}" if len(entries) == 1 else "",
        "headers": {**get_thread_headers(entries, person), **get_stop_headers(stop_url)},
    }


def get_subject(entries):
    """Return what the mail is called: by its one thing, or by the number of them."""
    first = entries[0]
    values = {"name": first.comment.name, "title": first.title, "count": len(entries)}
    if len(entries) == 1:
        subjects = {
            Kind.REPLY: _("%(name)s answered you on “%(title)s”"),
            Kind.NEW: _("%(name)s wrote on “%(title)s”"),
            Kind.PUBLISHED: _("Your words on “%(title)s” are published"),
            Kind.REFUSED: _("Your words on “%(title)s” were not published"),
            Kind.ANSWER: _("An answer to what you wrote on “%(title)s”"),
        }
        return _in_one_line(subjects[first.kind] % values)
    if any(entry.comment.page_id != first.comment.page_id for entry in entries):
        values["title"] = get_site_name()
    words = ngettext("%(count)s new thing on “%(title)s”", "%(count)s new things on “%(title)s”",
                     len(entries))  # fmt: skip
    if all(entry.kind in ABOUT_OTHERS for entry in entries):
        words = ngettext("%(count)s new reply on “%(title)s”",
                         "%(count)s new replies on “%(title)s”", len(entries))  # fmt: skip
    return _in_one_line(words % values)


def get_thread_headers(entries, person):
    """Return the headers by which a mail program lays the mails on one conversation together.

    They name a first mail that never was: one for each page and reader, one for each thread.
    """
    pages = {entry.comment.page_id for entry in entries}
    if len(pages) > 1:
        return {}
    ids = [message_id(f"comments of page {pages.pop()} for {person}")]
    threads = {entry.comment.thread_id or entry.comment.pk for entry in entries}
    if len(threads) == 1:
        ids.append(message_id(f"thread {threads.pop()} for {person}"))
    return {"In-Reply-To": ids[-1], "References": " ".join(ids)}


def get_stop_headers(stop_url):
    """Return the headers with which a mail program offers to end these mails (RFC 8058)."""
    return {
        "List-Unsubscribe": f"<{stop_url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def _get_person(comment):
    """Return the id of the person who wrote a comment; merging may have come later."""
    writer = comment.commenter
    return writer and (writer.merged_into_id or writer.pk)


def _in_one_line(words):
    return " ".join(words.split())
