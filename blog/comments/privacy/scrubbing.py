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
UNTOUCHED = r"""</?[a-z][^<>]*>|<!--.*?-->|\b[a-z]+://[^\s<>"']*"""  # tags and addresses


def find_mails(comment_ids):
    """Return the ids of mails that tell of these comments, and of those that tell of answers.

    Ask before the comments are erased: their notices, which know it, go with them.
    """
    answers = Comment.objects.filter(parent__in=comment_ids).exclude(pk__in=comment_ids)
    answer_ids = list(answers.order_by().values_list("pk", flat=True))
    own = _telling_of(comment_ids)
    return own, _telling_of(answer_ids) - own


def scrub_mails(address, names, own, of_answers):
    """Delete mails to an address and those that told others of it; return how many there were.

    own, of_answers: of find_mails. note_erased() came before: what the own ones that wait told of
    others is told again. A name may be any word, and is looked for in mails of answers alone; the
    address is looked for in all, because it leads to nobody else.
    """
    count = forget_mails_to(address)
    Mail.objects.filter(pk__in=own).delete()
    count += len(own)
    mentions = Q()
    for column in WORDS_OF_MAIL:
        for word in {address, escape(address)}:
            mentions |= Q(**{f"{column}__icontains": word})
    about_comments = Mail.objects.filter(kind__startswith=COMMENT_MAILS)
    for mail in about_comments.filter(mentions | Q(pk__in=of_answers)):
        words = {name: blot_address(getattr(mail, name), address) for name in WORDS_OF_MAIL}
        if mail.pk in of_answers:
            words = {name: blot_out(text, names) for name, text in words.items()}
        if any(getattr(mail, name) != text for name, text in words.items()):
            _scrub(mail, words, is_told_again=mail.pk in of_answers)
            count += 1
    return count


def blot_address(text, address):
    """Return a text with a mark in the place of an address, which is no part of another one."""
    for word in {address, escape(address)}:
        whole = rf"(?<![\w.+-]){re.escape(word)}(?![\w-]|\.\w)"
        text = re.sub(whole, SOMEBODY, text, flags=re.IGNORECASE)
    return text


def blot_out(text, words):
    """Return a text with a mark in the place of whole words, but not in addresses and markup."""
    forms = sorted({*words, *map(escape, words)}, key=len, reverse=True)
    if not forms:
        return text
    whole = rf"(?<![\w&])(?P<word>{'|'.join(map(re.escape, forms))})(?!\w)"
    parts = re.compile(rf"{UNTOUCHED}|{whole}|&#?\w+;", re.IGNORECASE)
    return parts.sub(lambda part: SOMEBODY if part["word"] else part[0], text)


def _telling_of(comment_ids):
    about = Q(about__in=[f"comment:{pk}" for pk in comment_ids])
    mails = Mail.objects.filter(about | Q(notices__comment__in=comment_ids))
    return set(mails.order_by().values_list("pk", flat=True))


def _scrub(mail, words, is_told_again):
    """Delete a mail, or send it without the words where it waits and cannot be written anew."""
    row = Mail.objects.filter(pk=mail.pk)
    if mail.state in STILL_TO_GO and not (is_told_again and mail.notices.exists()):
        row.update(**words)
        return
    if mail.is_waiting:
        mail.notices.update(mail=None, mailed_at=None)
    row.delete()


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
    may be any word, so that nothing else is searched for but the address, whole.
    """
    searched = ModelLogEntry.objects.alias(data_text=Cast("data", TextField()))
    holding = Q(label__icontains=address) | Q(data_text__icontains=json.dumps(address)[1:-1])
    for model, ids in logged.items():
        own = {str(pk) for pk in ids}
        content_type = ContentType.objects.get_for_model(model)
        concerns = holding | Q(object_id__in=own)
        for entry in searched.filter(concerns, content_type=content_type):
            text = f"{entry.label} {json.dumps(entry.data, ensure_ascii=False)}"
            if entry.object_id not in own and blot_address(text, address) == text:
                continue  # a part of another address
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
