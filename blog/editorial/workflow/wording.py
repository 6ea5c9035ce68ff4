"""The words of a review, the same ones on every button."""

from django.utils.translation import gettext as _


def submit_words(page):
    """Return what submitting is called: another word when the page was sent back before.

    page: the one that is edited; None, or without a number, for one that is begun.
    """
    state = page.current_workflow_state if page and page.pk else None
    if state and state.status == state.STATUS_NEEDS_CHANGES:
        return _("Submit again")
    return _("Submit for review")


def send_back_words():
    return _("Send back with remarks")


def approve_with_remark_words(words):
    """Return the label of an approval that asks for a remark first; words: of the plain one."""
    return _("%(approve)s, with a remark") % {"approve": words}


def end_words(page, user):
    """Return what ending a review is called: for whom it is their own, and for the others."""
    state = page.current_workflow_state
    if state and user.pk in (state.requested_by_id, page.owner_id):
        return _("Take back from review")
    return _("End the review")
