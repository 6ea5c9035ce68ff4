"""One run of the timed work: everything that is due, each item by itself."""

import logging
import time

from django.db import connection

from .due import due_expiries, due_publications
from .expiring import expire_due
from .failing import is_still_due, keep_for_later
from .publishing import publish_due
from .reasons import PASSING_ERRORS, in_words
from .summary import Summary

logger = logging.getLogger(__name__)

# Whoever waits for SQLite's one writer asks only now and then: without a rest between one item and
# the next, somebody who saves a draft while much is due would wait until it fails.
REST_SECONDS = 0.03


def run_due(most=None, first=None):
    """Publish and expire everything that is due, and return a Summary.

    most: how many items at the most; None is all. first: the primary key, as a str, of a page that
    goes before the others. Publications come first: one may renew an item that ends as well.
    """
    summary = Summary()
    left = most
    for find, act, outcome in (
        (due_publications, publish_due, "published"),
        (due_expiries, expire_due, "expired"),
    ):
        items = sorted(find(), key=lambda item: not (item.is_page and item.object_id == first))
        for number, item in enumerate(items[:left]):
            if number and connection.vendor == "sqlite":
                time.sleep(REST_SECONDS)
            attend_to(item, act, outcome, summary)
        left = None if left is None else max(0, left - len(items))
    return summary


def attend_to(item, act, outcome, summary):
    """Do what is due for one item and file it in `summary`; nothing is raised.

    outcome: where it is filed if all but what was to follow the commit went well.
    """
    try:
        summary.note(act(item), item)
    except PASSING_ERRORS as error:
        logger.warning("%s has to wait: %s", item, error)
        summary.failed.append((item, in_words(error, item)))
    except Exception as error:
        logger.exception("%s failed.", item)
        try:
            if is_still_due(item):
                keep_for_later(item, error)
                summary.failed.append((item, in_words(error, item)))
            else:
                # Only what was to follow the commit failed; the item itself is done.
                summary.note(outcome, item)
        except Exception:
            logger.exception("The failure of %s could not be noted.", item)
            summary.failed.append((item, str(error)))
