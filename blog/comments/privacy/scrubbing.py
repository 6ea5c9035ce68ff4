"""Taking a person out of what other parts keep: mails to others, the log, the queue of tasks."""

import json
import re
from html import escape

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django_tasks_db.models import DBTaskResult
from wagtail.models import ModelLogEntry

from blog.outbox.actions import forget_mails_to
from blog.outbox.models import Mail

from ..models import Comment, CommentEdit, Commenter, Notice, Report

COMMENT_MAILS = "comment"  # how the kinds of all mails about comments begin
WORDS_OF_MAIL = ("subject", "text", "html", "last_error")
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
        for column in WORDS_OF_MAIL:
            mentions |= Q(**{f"{column}__icontains": word})
            mentions |= Q(**{f"{column}__icontains": escape(word)})
    for mail in Mail.objects.filter(mentions, kind__startswith=COMMENT_MAILS).iterator():
        blotted = {name: blot_out(getattr(mail, name), words) for name in WORDS_OF_MAIL}
        if all(getattr(mail, name) == text for name, text in blotted.items()):
            continue  # a part of another word
        row = Mail.objects.filter(pk=mail.pk)
        row.update(**blotted) if mail.state in STILL_TO_GO else row.delete()
        count += 1
    return count


def blot_out(text, words):
    """Return a text with a mark in the place of whole words, also as they stand in HTML."""
    for word in sorted({*words, *map(escape, words)}, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", SOMEBODY, text, flags=re.IGNORECASE)
    return text


def find_logged(comment_ids, commenter_ids):
    """Return {model: ids} of all rows of a reader of which the audit log may tell."""
    logged = {Commenter: list(commenter_ids), Comment: list(comment_ids)}
    for model in (CommentEdit, Notice, Report):
        rows = model.objects.filter(comment__in=comment_ids).order_by()
        logged[model] = list(rows.values_list("pk", flat=True))
    return logged


def scrub_log(address, logged):
    """Leave nothing but ids in what the audit log says of a reader and of what they wrote.

    logged: of find_logged, asked before the rows went. Entries are titled by numbers, and a name
    may be any word, so that nothing is searched but an entry that is titled by the address.
    """
    for model, ids in logged.items():
        concerns = Q(label__iexact=address) | Q(object_id__in=[str(pk) for pk in ids])
        content_type = ContentType.objects.get_for_model(model)
        for entry in ModelLogEntry.objects.filter(concerns, content_type=content_type):
            # Their save() asks for a user and an action that may be gone.
            ModelLogEntry.objects.filter(pk=entry.pk).update(
                label=f"{model._meta.object_name} {entry.object_id}", data={}
            )


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
