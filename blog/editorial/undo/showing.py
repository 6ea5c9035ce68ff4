"""Showing readers a version that they saw before."""

from wagtail.signals import page_published, published


def show_again(page, revision, has_newer_draft):
    """Save `page` as live with what it holds, and tell all that follows what readers see.

    page: specific, with the words and dates of `revision`. It is no publication: nobody is told.
    """
    page.live, page.live_revision, page.expired = True, revision, False
    page.has_unpublished_changes = has_newer_draft
    # It was valid when it went live; a film that was deleted since is no reason to refuse.
    page.save(clean=False)
    page_published.send(sender=type(page), instance=page, revision=revision, is_return=True)
    published.send(sender=type(page), instance=page, revision=revision)
    if page.aliases.exists():
        page.update_aliases(revision=revision)
