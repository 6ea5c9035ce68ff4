"""Every page of a served journal, found by its links."""

import urllib.error
import urllib.parse
import urllib.request

from bs4 import BeautifulSoup

# One page in other states, each of them linked from every comment: test_comment_states.py has them.
STATES = ("comment=", "reply=", "thread=", "/report/")


def crawl(address):
    """Return {path: (status, HTML as bytes)} of all pages that links lead to."""
    found, waiting = {}, ["/"]
    while waiting:
        path = waiting.pop()
        found[path] = fetch(address + path)
        links = linked_paths(address, path, found[path][1])
        waiting += links - found.keys() - set(waiting)
    return found


def fetch(url):
    """Return status and body; the body is empty when it is not HTML."""
    url = urllib.parse.quote(url, safe=":/?&=%")
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:  # noqa: S310
            is_page = answer.headers.get_content_type() == "text/html"
            return answer.status, answer.read() if is_page else b""
    except urllib.error.HTTPError as error:
        return error.code, b""


def linked_paths(address, path, html):
    soup = BeautifulSoup(html, "html.parser")
    urls = (urllib.parse.urljoin(address + path, link["href"]) for link in soup.select("a[href]"))
    return {
        url.removeprefix(address).partition("#")[0]
        for url in urls
        if url.startswith(address + "/") and not any(state in url for state in STATES)
    }


def one_of_each_kind(paths, most):
    """Return at most so many paths of each folder: what is drawn by one template."""
    kinds = {}
    for path in sorted(paths):
        kinds.setdefault(path.rstrip("/").rpartition("/")[0], []).append(path)
    return [path for kind in kinds.values() for path in kind[:most]]
