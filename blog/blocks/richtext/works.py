"""Films and books that rich text cites: which, and the records that references are made of."""

from django.apps import apps
from django.utils.translation import gettext as _
from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs

from blog.citations.records import book_record, film_record

from ..visibility import is_public, with_privacy

MODELS = {"film": "films.FilmPage", "book": "citations.Book"}
LARGEST_ID = 2**63 - 1


def work_key(kind, pk):
    """Return the key of a work, such as "film-12"; "" for what cannot be one.

    kind, pk: str from stored HTML or a script, or None.
    """
    is_number = isinstance(pk, str) and pk.isascii() and pk.isdecimal() and len(pk) < 20
    if kind not in MODELS or not is_number or not 0 < int(pk) <= LARGEST_ID:
        return ""
    return f"{kind}-{int(pk)}"


def cited_ids(source):
    """Yield (kind, int) for each citation in `source`, the stored HTML of rich text or None."""
    if not source or 'linktype="citation"' not in source:
        return
    for tag in FIND_A_TAG.findall(source):
        attrs = extract_attrs(tag)
        if attrs.get("linktype") == "citation" and (
            key := work_key(attrs.get("kind"), attrs.get("id"))
        ):
            kind, _dash, pk = key.partition("-")
            yield kind, int(pk)


class CitedWorks:
    """Stands in for a chooser block where `gather()` meets a citation."""

    is_lean = True

    def __init__(self, kind):
        self.kind = kind

    @property
    def model_class(self):
        return apps.get_model(MODELS[self.kind])

    def fetch(self, ids):
        """Return {id: work}, films with what `is_public` asks."""
        works = self.model_class.objects.all()
        if self.kind == "film":
            works = with_privacy(works).defer_streamfields()
        return works.in_bulk(ids)

    def get_pictures(self, work):
        return ()


CITED = {kind: CitedWorks(kind) for kind in MODELS}


def fetch_records(keys, at_hand=None):
    """Return {key: record} for the works that readers may see, one query for each kind at most.

    keys: such as "film-12". at_hand: {model: {id: work}} that `gather()` fetched for the same
    body; what it lacks of a model is gone.
    """
    records = {}
    for kind, cited in CITED.items():
        ids = {int(key.partition("-")[2]) for key in keys if key.startswith(f"{kind}-")}
        if not ids:
            continue
        works = (at_hand or {}).get(cited.model_class)
        if works is None:
            works = cited.fetch(ids)
        for pk in ids & works.keys():
            if record := record_of(works[pk]):
                records[record["id"]] = record
    return records


def record_of(work):
    """Return the record of a film or book; None for one that is gone or not for readers."""
    if work is None:
        return None
    if isinstance(work, apps.get_model(MODELS["book"])):
        return book_record(work)
    return film_record(work) if is_public(work) else None


def describe_work(kind, work):
    """Return what the editor calls a film or book; for one that is not printed, a sentence why."""
    if work is None:
        return _("gone: no longer in the library")
    if kind == "film" and not is_public(work):
        return _("%(film)s, not printed: readers cannot see this film") % {"film": work}
    return str(work)
