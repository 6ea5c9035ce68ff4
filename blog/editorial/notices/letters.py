"""The mail of one notice: what happened, the words to it, and where it leads."""

from django.urls import reverse

from blog.comments.notices.letters import get_site_name, make_letter
from blog.comments.notices.tokens import absolute
from blog.outbox.messages import clean_words

TEMPLATE = "emails/editorial_notice.html"


def compose(notice):
    """Return the arguments of `queue_mail` that one EditorialNotice amounts to, without its key."""
    what = notice.get_kind_display()
    context = {
        "what": what,
        "title": notice.title,
        "words": notice.words,
        "address": absolute(notice.address) if notice.address else "",
        "account_address": absolute(reverse("wagtailadmin_account")),
        "account": notice.recipient,
    }
    letter = make_letter(TEMPLATE, context, subject=_in_one_line(f"{what}: {notice.title}"))
    return {
        "recipient": notice.recipient.email,
        "subject": letter.subject,
        "text": letter.text,
        "html": letter.html,
        "kind": get_mail_kind(notice.kind),
        "about": get_about(notice.page_id) if notice.page_id else "",
    }


def get_mail_kind(kind):
    """Return what the outbox calls the mails of one kind of notice."""
    return f"editorial-{kind}"


def get_about(page_id):
    """Return what the outbox calls the page that a mail is about."""
    return f"page:{page_id}"


def _in_one_line(words):
    # A title may hold whatever somebody pasted; a subject holds no line break.
    return " ".join(clean_words(words).split()) or get_site_name()
