"""A server on this machine that answers as the sources do, from the files in answers/."""

import json
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from django.test import override_settings

from tests.factories.images import draw
from tests.lib.fetching import OddPages, serving

ANSWERS = Path(__file__).with_name("answers")
TOKEN = "token-of-a-test"


def recorded(name):
    """Return the recorded answer called `name`, as a dict to change."""
    return json.loads((ANSWERS / f"{name}.json").read_text(encoding="utf-8"))


class Replay:
    """What the server says. `say` replaces an answer; `asked` holds the paths that were asked."""

    def __init__(self):
        self.said, self.asked, self.address = {}, [], ""

    def say(self, name, body=b"", status=200, **headers):
        """Answer `name` with other bytes, a dict as JSON, or another status."""
        if isinstance(body, dict):
            body = json.dumps(body).encode()
        self.said[name] = (status, headers, body)

    def answer(self, name):
        if name in self.said:
            return self.said[name]
        if name == "picture":
            return 200, {"Content_Type": "image/jpeg"}, draw((60, 90))
        return 200, {}, (ANSWERS / f"{name}.json").read_bytes()


def name_of(path):
    """Return the name of the answer to a path with its query."""
    parts = urlsplit(path)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    if parts.path == "/w/api.php":
        if query["action"] == "wbsearchentities":
            return "wikidata-search"
        return "wikidata-labels" if query["props"] == "labels" else "wikidata-entities"
    if parts.path.startswith("/wiki/Special:EntityData/"):
        return "wikidata-film"
    if parts.path.startswith(("/wiki/Special:FilePath/", "/t/p/")):
        return "picture"
    if parts.path == "/3/search/movie":
        return "tmdb-search"
    return "tmdb-credits" if parts.path.endswith("/credits") else "tmdb-film"


@contextmanager
def replaying(token=TOKEN):
    """Yield the Replay that both sources talk to. token: of TMDB, None for none."""
    replay = Replay()

    class Handler(OddPages):
        def do_GET(self):  # noqa: N802 - http.server's name
            replay.asked.append((self.path, dict(self.headers)))
            if self.path.startswith("/3/") and self.headers["Authorization"] != f"Bearer {TOKEN}":
                status, headers, body = 401, {}, (ANSWERS / "tmdb-401.json").read_bytes()
            else:
                status, headers, body = replay.answer(name_of(self.path))
            self.head(status, **{"Content_Type": "application/json;charset=utf-8"} | headers)
            self.wfile.write(body)

    with (
        serving(Handler) as (address, _asked),
        override_settings(
            WIKIDATA_URL=address,
            WIKIMEDIA_COMMONS_URL=address,
            TMDB_URL=address,
            TMDB_PICTURES_URL=address,
            TMDB_TOKEN=token,
        ),
    ):
        replay.address = address
        yield replay
