"""The commonplace book of the demo."""

from django.core.exceptions import ValidationError

from blog.blocks.provenance import Provenance
from blog.quotes.models import Quote

from .content import ContentError, read_rows
from .markup import to_rich_text

FACTS = (
    *("speaker", "source", "source_url", "detail", "provenance", "provenance_note"),
    *("language", "gloss", "conversation", "is_dialogue", "is_from_memory", "state"),
)
CHOSEN = ("film", "book", "person")
KEYS = {*FACTS, *CHOSEN, "key", "text", "themes", "saved"}


def keep_quotes(shelf, moved_by):
    """Keep the quotations that are missing; return how many were made."""
    rows = read_rows("quotes.toml", "quote", KEYS, {"key", "text", "provenance", "saved"}, "key")
    there = set(Quote.objects.values_list("slug", flat=True))
    missing = [row for row in rows if row["key"] not in there]
    for row in missing:
        if row["provenance"] == Provenance.UNVERIFIED and not row.get("provenance_note"):
            row.fail("provenance_note", "is missing; say why it could not be verified.")
        _keep(row, shelf, moved_by)
    return len(missing)


def _keep(row, shelf, moved_by):
    find = {"film": shelf.film, "book": shelf.book, "person": shelf.person}
    chosen = {}
    for name, wanted in row.only(*CHOSEN).items():
        try:
            chosen[name] = find[name](wanted)
        except LookupError as error:
            row.fail(name, str(error))
    quote = Quote(
        slug=row["key"],
        text=to_rich_text(row["text"], shelf.find),
        created_at=row["saved"] - moved_by,
        **chosen,
        **row.only(*FACTS),
    )
    try:
        quote.full_clean()
    except ValidationError as error:
        key, problems = next(iter(error.message_dict.items()))
        raise ContentError(f"{row.file}, {row.place}: {key}: {problems[0]} Correct it.") from None
    quote.save()
    quote.themes.set(row.get("themes", []))
