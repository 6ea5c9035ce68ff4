"""What all sources share: asking for JSON with patience and manners, and remembering answers."""

import hashlib
import json
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from django.core.cache import cache
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from blog.lib.fetch import AddressRefusedError, AnswerRefusedError, NoAnswerError, fetch

REMEMBER_SECONDS = 86_400
LONGEST_PAUSE_SECONDS = 3_600
USUAL_PAUSE_SECONDS = 60
# Raised with the shape of the records, so that no older answer is taken for a newer one.
SHAPE = 1


class SourceError(Exception):
    """A source did not answer. The message is a sentence for the author who asked."""


class Source:
    """One place that knows films. key: its name in addresses and `FilmPage.fact_sources`.

    attribution: the sentence that has to stand wherever its data does, "" for none.
    """

    key = label = attribution = attribution_url = ""
    most_bytes = 4 << 20
    seconds = 8

    @property
    def unavailable_because(self):
        """Why it cannot be asked at all, a sentence; "" when it can."""
        return ""

    def search(self, title, year=None):
        """Return Candidates for a title, the likeliest first. Raises SourceError."""
        title = " ".join(title.replace("\0", "").split())[:200]
        if not title:
            return []
        return self.remembered(
            "search", (title.casefold(), year), lambda: self._search(title, year)
        )

    def details(self, number):
        """Return the FilmRecord of a film by the source's own id, a str. Raises SourceError."""
        return self.remembered("details", (number,), lambda: self._details(number))

    def remembered(self, what, about, make):
        """Return what `make` returns, from the cache where that was asked a day ago or less."""
        if self.unavailable_because:
            raise SourceError(self.unavailable_because)
        asked = json.dumps([what, *about, get_language()]).encode()
        key = f"film-source:{SHAPE}:{self.key}:{hashlib.sha256(asked).hexdigest()}"
        found = cache.get(key)
        if found is None:
            found = make()
            cache.set(key, found, REMEMBER_SECONDS)
        return found

    def ask(self, url, headers=None):
        """Return the JSON object at `url`. Raises SourceError with the reason in a sentence."""
        self._keep_pause()
        try:
            answer = fetch(
                url,
                types=("application/json", "text/json"),
                headers={"Accept": "application/json", **(headers or {})},
                most_bytes=self.most_bytes,
                seconds=self.seconds,
            )
        except (NoAnswerError, AddressRefusedError) as error:
            raise SourceError(
                _("%(source)s cannot be reached. Try again later, or fill in the film by hand.")
                % {"source": self.label}
            ) from error
        except AnswerRefusedError as error:
            raise SourceError(self._unreadable()) from error
        if not answer.is_success:
            raise SourceError(self._reason(answer))
        try:
            found = json.loads(answer.body)
        except (ValueError, RecursionError) as error:
            raise SourceError(self._unreadable()) from error
        if not isinstance(found, dict):
            raise SourceError(self._unreadable())
        return found

    def no_such_film(self):
        return SourceError(_("%(source)s does not know this film.") % {"source": self.label})

    def _unreadable(self):
        return _("%(source)s answered with something that cannot be read.") % {"source": self.label}

    def _reason(self, answer):
        if answer.status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
            return self.refusal()
        if answer.status == HTTPStatus.NOT_FOUND:
            return str(self.no_such_film())
        if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
            seconds = pause_seconds(answer.headers.get("retry-after"))
            until = datetime.now(UTC).timestamp() + seconds
            cache.set(self._pause_key, until, seconds)
            return self._please_wait(seconds)
        return _("%(source)s answered with an error (%(status)d). Try again later.") % {
            "source": self.label,
            "status": answer.status,
        }

    def refusal(self):
        """Return the sentence for an answer that says we may not ask."""
        return _("%(source)s does not let the journal ask.") % {"source": self.label}

    @property
    def _pause_key(self):
        return f"film-source:{self.key}:pause"

    def _keep_pause(self):
        """Raise SourceError while the source has asked not to be asked."""
        left = (cache.get(self._pause_key) or 0) - datetime.now(UTC).timestamp()
        if left > 0:
            raise SourceError(self._please_wait(round(left) or 1))

    def _please_wait(self, seconds):
        return ngettext(
            "%(source)s asks for a pause. Try again in %(seconds)d second.",
            "%(source)s asks for a pause. Try again in %(seconds)d seconds.",
            seconds,
        ) % {"source": self.label, "seconds": seconds}


def pause_seconds(retry_after):
    """Return the seconds that a Retry-After header means, from 1 to an hour; a minute without one.

    retry_after: str of digits or of a date, or None.
    """
    try:
        seconds = int(retry_after)
    except (TypeError, ValueError):
        try:
            moment = parsedate_to_datetime(retry_after)
            seconds = (moment - datetime.now(moment.tzinfo and UTC)).total_seconds()
        except (TypeError, ValueError):
            seconds = USUAL_PAUSE_SECONDS
    return round(min(max(seconds, 1), LONGEST_PAUSE_SECONDS))
