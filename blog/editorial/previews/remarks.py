"""Remarks of those who read a draft by a link: they land in the editor, beside the title."""

import hashlib

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Comment

from blog.comments.forms import make_honeypot_name
from blog.comments.models import RateCount
from blog.comments.people import tidy_name
from blog.comments.spam.counting import begin_window, count_up
from blog.comments.writing import BodyForm, is_visible

from ..models import NoticeKind
from ..notices.writing import tell

LONGEST_NAME = 80
MOST_AN_HOUR, MOST_A_DAY = 10, 40  # remarks through one link
HOUR, DAY = 3600, 86400  # seconds


class TooManyRemarksError(ValueError):
    """More came through one link than friends write."""


class RemarkForm(BodyForm):
    """A name and some words, with the field that only programs fill in."""

    name = forms.CharField(required=False, strip=False)

    field_order = ["body", "name"]

    def __init__(self, data=None, *, link, **kwargs):
        self.honeypot_name = make_honeypot_name(link.page_id)
        self.fell_for_honeypot = bool(data and data.get(self.honeypot_name, "").strip())
        super().__init__(data, **kwargs)

    def clean_name(self):
        name = tidy_name(self.cleaned_data["name"])
        if not any(is_visible(character) for character in name):
            raise ValidationError(_("Say who you are, so that the author knows whom to ask."))
        if len(name) > LONGEST_NAME:
            raise ValidationError(
                _("At most %(longest)s characters fit here."), params={"longest": LONGEST_NAME}
            )
        return name

    def clean(self):
        if self.fell_for_honeypot:
            # There is no queue to hold it in, and a password manager may have filled the field.
            self.add_error(
                None,
                _("A field that people do not see was filled in. It is empty again: send it now."),
            )
        return super().clean()


def leave_remark(link, *, name, body):
    """Put a remark beside the title in the editor; the same one twice a day is kept once.

    Returns the wagtailcore.Comment, or None for one that stands there already. It is the link's
    maker who brings it, as an editor's remark needs an account. Raises TooManyRemarksError.
    """
    count_remark(link)
    with transaction.atomic():
        key = hashlib.sha256(f"{link.pk}\0{name}\0{body}".encode()).hexdigest()
        _row, is_new = RateCount.objects.get_or_create(
            key=f"remark {key}", begins_at=begin_window(DAY, timezone.now())
        )
        if not is_new:
            return None
        text = f"{describe_writer(link, name)}\n\n{body}"
        comment = Comment.objects.create(
            page_id=link.page_id, user=link.created_by, contentpath="title", text=text
        )
        concerned = [link.created_by, link.page.owner]
        tell(NoticeKind.REMARK, link.page, concerned, words=text, key=f"remark {comment.pk}")
    return comment


def count_remark(link):
    """Count one more remark through `link`. Raises TooManyRemarksError."""
    hour, day = f"remarks an hour {link.pk}", f"remarks a day {link.pk}"
    counts = count_up({hour: HOUR, day: DAY})
    if counts[hour] > MOST_AN_HOUR or counts[day] > MOST_A_DAY:
        raise TooManyRemarksError(f"Too many remarks through preview link {link.pk}.")


def describe_writer(link, name):
    """Return who says it and how they came by the draft."""
    if link.label:
        words = _("%(name)s, through the preview link “%(label)s”:")
        return words % {"name": name, "label": link.label}
    return _("%(name)s, through a preview link:") % {"name": name}
