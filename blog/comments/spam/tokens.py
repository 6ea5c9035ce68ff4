"""What a comment is taken apart into for the filter: str values that other comments share.

Words stand as they are, two neighbours with a space between, all else as "kind:value". Addresses
of people and whole numbers are left out: what is learned may not tell of anybody.
"""

import re
import unicodedata
from collections import Counter
from urllib.parse import urlsplit

from .links import WHOLE_LINK, find_links
from .words import split_words

MOST_TOKENS = 400
MOST_WORDS = 180  # the first; spam says early what it wants
LONGEST_TOKEN = 64  # as the column
LONGEST_WORD = 24
MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
REPEATED = re.compile(r"(.)\1{2,}", re.DOTALL)
PATH_WORD = re.compile(r"[a-z]{3,}")
LETTERS = re.compile(r"[^\W\d_]+")
SIZES = (3, 6, 12, 25, 60, 150)  # words
FEWEST_SHOUTED = 8  # letters
MANY_SIGNS = 3


def make_tokens(body, name=""):
    """Return the tokens of a comment as list of str without doubles, links and shape first.

    name: as it was typed; only its shape is kept, such as "Aa0" for "Orla77".
    """
    hosts, rest = find_links(body)
    rest, mails = MAIL.subn(" ", rest)
    words = _tidy(split_words(REPEATED.sub(r"\1\1", rest)))
    tokens = [f"host:{host}" for host in hosts]
    tokens += [f"path:{word}" for link in WHOLE_LINK.findall(body) for word in _path_words(link)]
    tokens += _describe(rest, words, len(hosts), mails)
    tokens.append(f"name:{_shape_of(name)}")
    tokens += words
    edged = ["^", *words, "$"]
    tokens += [f"{first} {second}" for first, second in zip(edged, edged[1:], strict=False)]
    return list(dict.fromkeys(token[:LONGEST_TOKEN] for token in tokens))[:MOST_TOKENS]


def is_word(token):
    """Return whether a token is made of words, or the host of a link, that can be shown."""
    return ":" not in token or token.startswith("host:")


def _tidy(words):
    """Return the first words, cut, with only the length of numbers."""
    return [
        f"#{min(len(word), 9)}" if word.isdigit() else word[:LONGEST_WORD]
        for word in words[:MOST_WORDS]
    ]


def _path_words(link):
    try:
        path = urlsplit(link if "://" in link else f"//{link}").path
    except ValueError:
        return []
    return PATH_WORD.findall(path.lower())[:5]


def _describe(text, words, links, mails):
    """Return what can be said of a comment as a whole."""
    facts = [f"size:{sum(len(words) >= size for size in SIZES)}"]
    facts.append(f"links:{min(links, 3)}")
    letters = [character for character in text if character.isalpha()]
    if len(letters) > FEWEST_SHOUTED and sum(map(str.isupper, letters)) > len(letters) / 2:
        facts.append("has:capitals")
    if text.count("!") >= MANY_SIGNS:
        facts.append("has:cries")
    if mails:
        facts.append("has:mail")
    if letters:
        facts.append(f"script:{_script_of(letters)}")
    return facts


def _script_of(letters):
    """Return the script of most of the first letters, such as "cyrillic"."""
    names = (unicodedata.name(letter, "").partition(" ")[0] for letter in letters[:100])
    return Counter(names).most_common(1)[0][0].lower()


def _shape_of(name):
    """Return "Aa Aa" for "Orla Wren", "aa0" for "orla77", "AA" for "ORLA"."""
    shape = LETTERS.sub(
        lambda match: "AA" if match[0].isupper() else "Aa" if match[0][0].isupper() else "aa", name
    )
    return re.sub(r"\d+", "0", shape)[:20]
