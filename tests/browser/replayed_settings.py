"""The journal as it is served, with its sources of films replaced by a server of the tests."""

import os
from urllib.parse import urlsplit

from blog.settings.production import *  # noqa: F403

_replay = urlsplit(os.environ["REPLAY_URL"])
WIKIDATA_URL = WIKIMEDIA_COMMONS_URL = TMDB_URL = TMDB_PICTURES_URL = _replay.geturl()
FETCH_TRUSTED_PLACES = {(_replay.hostname, _replay.port)}
