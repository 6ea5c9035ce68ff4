"""Taking a person out of what other parts keep: mails to others, the log, the queue of tasks."""

import json
import re
from html import escape

from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django_tasks_db.models import DBTaskResult
from wagtail.models import ModelLogEntry

from blog.outbox.actions import forget_mails_to
from blog.outbox.models import Mail

from ..models import Comment, CommentEdit, Commenter, Notice, Report

COMMENT_MAILS = "comment"  # how the kinds of all mails about comments begin
STILL_TO_GO = (Mail.State.WAITING, Mail.State.SENDING)
SOMEBODY = "…"


def scrub_mails(address, names, removed):
    """Delete mails to an address and those that told others of it; return how many there were.

    names: under which its owner wrote. removed: ids of comments of which nothing stays. A mail
    that has yet to go to somebody else goes, without the name and the address.
    """
    count = forget_mails_to(address)
    count += Mail.objects.filter(about__in=[f"comment:{pk}" for pk in removed]).delete()[0]
    words = [address, *names]
    mentions = Q()
    for word in words:
        for column in ("subject", "text", "html", "last_error"):
            mentions |= Q(**{f"{column}__icontains": word})
            mentions |= Q(**{f"{column}__icontains": escape(word)})
    mails = Mail.objects.filter(mentions, Q(kind__startswith=COMMENT_MAILS))
    for mail in mails.filter(state__in=STILL_TO_GO):
        for column in ("subject", "text", "html", "last_error"):
            setattr(mail, column, blot_out(getattr(mail, column), words))
        mail.save(update_fields=["subject", "text", "html", "last_error"])
        count += 1
    return count + mails.exclude(state__in=STILL_TO_GO).delete()[0]


def blot_out(text, words):
    """Return a text with a mark in the place of whole words, also as they stand in HTML."""
    for word in sorted({*words, *map(escape, words)}, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", SOMEBODY, text, flags=re.IGNORECASE)
    return text


def scrub_log(address, names, commenter_ids, comment_ids):
    """Leave nothing but ids in what the audit log says of a reader and of what they wrote."""
    for model, ids in ((Commenter, commenter_ids), (Comment, comment_ids)):
        entries = ModelLogEntry.objects.for_model(model).filter(object_id__in=map(str, ids))
        for entry in entries:
            entry.label = f"{model._meta.object_name} {entry.object_id}"
            entry.data = {}
            entry.save(update_fields=["label", "data"])
    ours = [Comment, CommentEdit, Commenter, Notice, Report]
    for model in ours:
        for entry in ModelLogEntry.objects.for_model(model).filter(_mentions(address, names)):
            entry.label, entry.data = f"{model._meta.object_name} {entry.object_id}", {}
            entry.save(update_fields=["label", "data"])


def scrub_tasks(address):
    """Delete tasks, done or not, that hold an address, and return how many there were."""
    as_text = {name: Cast(name, TextField()) for name in ("args_kwargs", "return_value")}
    tasks = DBTaskResult.objects.alias(
        **{f"{name}_text": column for name, column in as_text.items()}
    )
    holds = Q(traceback__icontains=address)
    for name in as_text:
        for word in (address, json.dumps(address)[1:-1]):
            holds |= Q(**{f"{name}_text__icontains": word})
    return tasks.filter(holds).order_by().delete()[0]


def _mentions(address, names):
    mentions = Q()
    for word in [address, *names]:
        mentions |= Q(label__icontains=word)
    return mentions
