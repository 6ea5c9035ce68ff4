"""The notes of corrections that readers see on a page."""

from ..models import Correction


def get_corrections(page):
    """Return the Corrections of `page`, the newest first; one query for each drawing of a page."""
    if page.pk is None:
        return []
    if "_corrections" not in page.__dict__:
        page.__dict__["_corrections"] = list(Correction.objects.filter(page_id=page.pk))
    return page.__dict__["_corrections"]


def describe_corrections(page):
    """Return the notes of `page` in the words of schema.org, a list of dicts."""
    return [
        {
            "@type": "CorrectionComment",
            "text": correction.text,
            "datePublished": correction.corrected_at,
        }
        for correction in get_corrections(page)
    ]
