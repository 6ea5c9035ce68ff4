"""What the trash says to whoever deletes pages or brings them back."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blog.lib.names import join_names

from .rows import until_in_words


def said_of_trashed(rows):
    """Return the sentence after pages went to the trash."""
    until = until_in_words(rows[0])
    if len(rows) == 1 and rows[0].page_count == 1:
        title = rows[0].page.get_admin_display_title()
        words = _("“%(title)s” is in the trash. You can bring it back until %(until)s.")
        return words % {"title": title, "until": until}
    count = sum(row.page_count for row in rows)
    words = _("%(count)s pages are in the trash. You can bring them back until %(until)s.")
    return words % {"count": count, "until": until}


def said_of_restored(restored):
    """Return the sentences after a page came back, from a Restored."""
    page = restored.page
    title = page.get_admin_display_title()
    if restored.moved_to:
        above = restored.moved_to.get_admin_display_title()
        sentences = [_("“%(title)s” is back, below “%(above)s”.")]
        sentences = [sentences[0] % {"title": title, "above": above}]
    else:
        sentences = [_("“%(title)s” is back in its place.") % {"title": title}]
    if restored.live:
        sentences.append(
            ngettext("Readers see it again.", "Readers see %(count)s pages again.", restored.live)
            % {"count": restored.live}
        )
    if restored.scheduled:
        sentences.append(_("What was scheduled is scheduled again."))
    if restored.old_slug:
        sentences.append(
            _("Its address “%(old)s” was taken meanwhile, so it is “%(new)s” now.")
            % {"old": restored.old_slug, "new": page.slug}
        )
    sentences += _said_of_drafts(restored)
    return " ".join(sentences)


def _said_of_drafts(restored):
    for titles, words in (
        (restored.unpublished, _("Back as a draft, because you may not publish: %(titles)s.")),
        (restored.expired, _("Back as a draft, because its time was over: %(titles)s.")),
        (restored.missed, _("Not scheduled any more, because the time has passed: %(titles)s.")),
    ):
        if titles:
            yield words % {"titles": join_names([f"“{title}”" for title in titles])}


def why_refused(page, row):
    """Return the sentence for whoever wants to work on a page of the trash.

    row: the TrashedPage of the page itself or of one above it.
    """
    title = page.get_admin_display_title()
    if row.page_id == page.pk:
        words = _("“%(title)s” is in the trash until %(until)s. Bring it back to work on it.")
        return words % {"title": title, "until": until_in_words(row)}
    words = _("“%(title)s” went to the trash with “%(above)s”. Bring that back to work on it.")
    return words % {"title": title, "above": row.page.get_admin_display_title()}
