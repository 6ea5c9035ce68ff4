"""Why something could not be published or taken down, for people who write and not programs."""

from django.core.exceptions import FieldDoesNotExist, ObjectDoesNotExist, ValidationError
from django.db import IntegrityError, InterfaceError, OperationalError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

# A lock or a lost connection is nobody's fault, and gone at the next tick.
PASSING_ERRORS = (OperationalError, InterfaceError)


def in_words(error, item=None):
    """Return what an exception means, in whole sentences.

    item: the DueItem that failed, which lets the words name fields and other pages.
    """
    if isinstance(error, ValidationError):
        return " ".join(sentences_of(error, item))
    if isinstance(error, PASSING_ERRORS):
        return _("The database was busy. Nothing is lost: it is tried again at once.")
    if isinstance(error, ObjectDoesNotExist):
        return _("Something that it needs was deleted (%(what)s).") % {"what": error}
    if item is not None and item.model is None:
        return _("The program no longer knows this kind of page.")
    if isinstance(error, IntegrityError):
        return _("The database refused it, as something else stands in its place (%(what)s).") % {
            "what": one_line(error)
        }
    what = one_line(error)
    name = type(error).__name__
    return _("The program failed (%(what)s). The log says more.") % {
        "what": f"{name}: {what}" if what else name
    }


def sentences_of(error, item):
    """Yield a sentence for each thing that is wrong with the fields of a page or snippet."""
    if not hasattr(error, "error_dict"):
        yield from error.messages
        return
    model = get_model_of(item)
    for name, errors in error.error_dict.items():
        if name == "slug" and (taken := slug_in_words(item)):
            yield taken
            continue
        field = find_field(model, name)
        label = capfirst(field.verbose_name) if field else name
        for one in errors:
            if field and one.code in {"null", "blank"}:
                yield emptiness_in_words(field, label)
            elif name == "__all__":
                yield from one.messages
            else:
                yield from (f"{label}: {message}" for message in one.messages)


def emptiness_in_words(field, label):
    """Return the sentence for a field that must not be empty and is."""
    if field.is_relation:
        return _("“%(field)s” is empty: what was chosen there was deleted.") % {"field": label}
    return _("“%(field)s” is empty and must not be.") % {"field": label}


def slug_in_words(item):
    """Return who has the address that a due page wants, as a sentence; "" when nobody has."""
    if item is None or not item.is_page or item.revision_id is None:
        return ""
    revision = Revision.objects.filter(pk=item.revision_id).first()
    page = Page.objects.filter(pk=item.object_id).first()
    if revision is None or page is None:
        return ""
    slug = revision.content.get("slug")
    other = page.get_siblings(inclusive=False).filter(slug=slug).first()
    if other is None:
        return ""
    return _("The address %(address)s is already used by “%(title)s”.") % {
        "address": other.relative_url(None) or f"…/{slug}/",
        "title": other.title,
    }


def get_model_of(item):
    """Return the specific model of a due item, or None."""
    if item is None or item.model is None:
        return None
    found = item.get_object()
    return type(found) if found else item.model


def find_field(model, name):
    """Return the field of that name, or None."""
    try:
        return model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        return None


def one_line(error):
    """Return the text of an exception without line breaks: drivers of databases write several."""
    return " ".join(str(error).split())
