"""Reading pages as a visitor's program does."""

from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from django.test import Client

from tests.factories.site import build_site

HOST = "127.0.0.1:8000"
ORIGIN = f"http://{HOST}"
# Attributes whose addresses a browser fetches without being asked.
FETCHED = {
    "script": ("src",),
    "link": ("href",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "iframe": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "form": ("action",),
    "input": ("src",),
}
LINKS_THAT_FETCH_NOTHING = {"canonical", "alternate", "me", "next", "prev", "author", "license"}


class Visitor(Client):
    """A client that asks the journal by its own address, as browsers do."""

    def __init__(self, **kwargs):
        super().__init__(headers={"host": HOST}, **kwargs)

    def read(self, path):
        """Return the page at `path`, which must be there, parsed."""
        response = self.get(path)
        assert response.status_code == 200, f"{path}: {response.status_code}"
        return parse(response)


def parse(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


class SeededSite:
    """A mixin for TestCase: one seeded journal for the whole class."""

    client_class = Visitor

    @classmethod
    def setUpTestData(cls):
        cls.site = build_site()


class EveryPage(SeededSite):
    """A mixin for TestCase: every kind of page that readers can open, asked for once."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        visitor = Visitor()
        cls.answers = {path: visitor.get(path) for path in cls.site.paths.values()}
        cls.soups = {path: parse(answer) for path, answer in cls.answers.items()}


def linked_paths(soup, path):
    """Return the paths with queries, on this host, that the page at `path` links to."""
    addresses = (urljoin(ORIGIN + path, link["href"]) for link in soup.select("a[href]"))
    return {
        address.removeprefix(ORIGIN).partition("#")[0]
        for address in addresses
        if address.startswith(ORIGIN + "/")
    }


def fetched_addresses(soup):
    """Return what a browser fetches for this page, as the page writes it."""
    found = set()
    for tag, names in FETCHED.items():
        for element in soup.find_all(tag):
            if tag == "link" and LINKS_THAT_FETCH_NOTHING & set(element.get("rel", ())):
                continue
            for name in names:
                found |= addresses_in(element.get(name, ""), is_set=name == "srcset")
    return found


def addresses_in(value, *, is_set):
    parts = value.split(",") if is_set else [value]
    return {part.split()[0] for part in parts if part.strip()}


def is_ours(address):
    """Tell whether an address is on this host, or holds its own data."""
    parts = urlsplit(urljoin(ORIGIN, address))
    return parts.netloc == HOST or parts.scheme == "data"
