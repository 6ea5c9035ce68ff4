"""Strings that try to run, to break out or to break the page, and what becomes of them.

`pytest tests/browser/test_hostile.py` posts those below. HOSTILE_FILES="a.json b.txt" adds those of
files: JSON with strings anywhere in it, or one string a line.
"""

import json
import os
import re
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from pathlib import Path

# One of each shape; made here.
STRINGS = [
    "<script>window.ran(1)</script>",
    "</textarea><script>window.ran(2)</script>",
    "</title></style></noscript><script>window.ran(3)</script>",
    '"><img src=x onerror=window.ran(4)>',
    "' onmouseover=window.ran(5) autofocus onfocus=window.ran(6) x='",
    "<svg/onload=window.ran(7)>",
    "<details open ontoggle=window.ran(8)>||</details>||",
    "javascript:window.ran(9)",
    'https://a.example/"onmouseover="window.ran(10)',
    "[x](javascript:window.ran(11)) ![x](https://a.example/x.png)",
    "<iframe srcdoc='<script>parent.ran(12)</script>'></iframe>",
    "<form action=https://a.example><input type=submit autofocus>",
    "<meta http-equiv=refresh content='0;url=https://a.example/'>",
    "<base href=https://a.example/><link rel=stylesheet href=//a.example/x.css>",
    "<style>*{display:none}</style><plaintext>",
    "<!-- --!> <![CDATA[ ]]> <?php system('id') ?> <%= 7*7 %>",
    "{{ 7*7 }} {% include '/etc/passwd' %} ${7*7} #{7*7}",
    "%3Cscript%3Ewindow.ran(13)%3C/script%3E &lt;script&gt;",
    "||<script>window.ran(14)</script>|| > *<b onclick=window.ran(15)>*",
    "'; DROP TABLE comments_comment; -- \" OR 1=1",
    "\u202e\u2066drawkcab\u2069 \u200f\u200e\u061c",
    "Z" + "\u0338\u0337\u0334\u0335\u0321\u0322\u0327" * 30,
    "W" * 300,
    "\ufdfa" * 60,
    "👩‍👩‍👧‍👦🏳️‍🌈" * 20,
    "\u0000\u0001\u001b[31m\u007f\ufffe",
    "\u200b\u2060\ufeff\u00ad",
    "\u2028\u2029\u0085\u000b\u000c",
    "..\\..\\..\\windows\\win.ini ../../../../etc/passwd",
    "\r\nSet-Cookie: x=1\r\n\r\n<html>",
    "NaN -1 1e309 0x7fffffff true null undefined",
    "ᚠᛇᚻ ﷽ 田中さん الكل בְּרֵאשִׁית",
    "__proto__ constructor toString",
]
RAN = "window.happened = []; window.ran = (n) => window.happened.push(n);"
TRAPS = "for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = window.ran;"
GOOD = {200, 303, 422}


class Poster:
    """Posts to one essay as a program does, and counts the answers."""

    def __init__(self, address, path):
        self.address, self.path = address, path
        with urllib.request.urlopen(address + path) as answer:  # noqa: S310
            page = answer.read().decode()
        self.action = re.search(r'data-comment-form[^>]* action="([^"]+)"', page)[1]
        self.statuses = Counter()
        self.bad = []

    def post(self, name, body):
        """Post twice, as a browser without scripts: the preview's ticket, then the words."""
        fields = {"name": name, "email": "o@mail.example", "body": body, "action": "preview"}
        status, page = self._send(fields)
        ticket = re.search(r'name="ticket" value="([^"]+)"', page)
        if status == 200 and ticket:
            status, page = self._send(fields | {"action": "post", "ticket": ticket[1]})
        return status

    def _send(self, fields):
        data = urllib.parse.urlencode(fields, errors="surrogatepass").encode()
        headers = {"Sec-Fetch-Site": "same-origin"}
        request = urllib.request.Request(self.address + self.action, data, headers)  # noqa: S310
        try:
            with _opener.open(request) as answer:
                status, page = answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            status, page = error.code, error.read().decode(errors="replace")
        self.statuses[status] += 1
        if status not in GOOD:
            self.bad.append((status, fields["name"][:80], fields["body"][:80]))
        return status, page


class _StayHere(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


_opener = urllib.request.build_opener(_StayHere)


def look(page, address, what_is_too_wide):
    """Open an address in a browser; return what ran there, what is too wide, what is missing."""
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(address)
    for name in ("mouseover", "focus", "click", "toggle", "error", "load"):
        page.evaluate(DISTURB, name)
    found = {"ran": page.evaluate("() => window.happened") + dialogs}
    found["too wide"] = what_is_too_wide(page)
    # Whatever is closed, opened or hidden by a string takes the rest of the page with it.
    found["lost"] = [part for part in PARTS if page.locator(part).count() != 1]
    found["foreign"] = page.locator(FOREIGN).count() + page.evaluate(HANDLERS)
    return {name: value for name, value in found.items() if value}


PARTS = ["main", "body > footer", "h1"]
FOREIGN = "main :is(script:not([type='application/ld+json']), iframe, object, embed, style, base)"
HANDLERS = """() => [...document.querySelectorAll('*')].filter(
  (one) => one.getAttributeNames().some((name) => name.startsWith('on'))).length"""
DISTURB = """name => {
  for (const one of document.querySelectorAll('.comment *')) {
    if (!one.closest('a')) one.dispatchEvent(new Event(name));
  }
}"""


def all_strings():
    """Return the strings above and those of the files that HOSTILE_FILES names."""
    files = os.environ.get("HOSTILE_FILES", "").split()
    return STRINGS + [one for path in files for one in read_strings(path)]


def read_strings(path):
    """Return the strings of a file: a JSON list, a test of a cleaner, or one a line."""
    text = Path(path).read_text(encoding="utf-8", errors="replace")
    if path.endswith(".json"):
        return [one for one in _flatten(json.loads(text)) if one]
    if path.endswith(".test"):
        return [text.partition("\n--\n")[0]]
    lines = [line for line in text.splitlines() if line.strip()]
    return lines if path.endswith(".txt") else [text]


def _flatten(found):
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        yield from _flatten(list(found.values()))
    elif isinstance(found, list):
        for one in found:
            yield from _flatten(one)
