"""What a page leads to and what the library holds, asked once for all checks."""

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock
from wagtail.models import Comment, Page, Site

from blog.blocks.quotations import QuoteChooserBlock
from blog.films.models import FilmPage
from blog.lib.pages import is_restricted, live_and_public
from blog.lib.trash import is_in_trash
from blog.quotes.models import Quote

LARGEST_ID = 2**63 - 1


@dataclass(frozen=True)
class Target:
    """A page that another one leads to or shows. fault: why readers do not see it, or ""."""

    title: str
    fault: str


@dataclass
class Known:
    """What the checks may ask without a query.

    pages: {id: Target}; paths: {url path: Target}; drafts: {id: words} of quotations.
    """

    pages: dict = field(default_factory=dict)
    paths: dict = field(default_factory=dict)
    quotes: dict = field(default_factory=dict)
    documents: set = field(default_factory=set)
    images: set = field(default_factory=set)
    films: list = field(default_factory=list)  # (id, title, original title) of what readers see
    remarks: list = field(default_factory=list)  # content paths of those nobody has resolved
    root_path: str = "/"

    def get_fault(self, pk):
        """Return why readers do not see the page with this id, or "" when they do."""
        target = self.pages.get(pk)
        return target.fault if target else _("it was deleted")


def get_fault(page):
    """Return why readers do not see `page`, with `is_private` from the query, or ""."""
    if is_in_trash(page):
        return _("it is in the trash")
    if not page.live:
        return _("it is a draft")
    return _("it is private") if page.is_private else ""


def ask(page, pieces):
    """Return Known for the Pieces of a page: at most one query for each kind of thing."""
    root = _get_root_path()
    known = Known(root_path=root)
    ids = set(get_page_ids(pieces)) | {getattr(page, "film_id", None)} - {None}
    paths = {path for piece in pieces for path in get_own_paths(piece, root)}
    pages = Page.objects.annotate(is_private=is_restricted())
    for found in pages.filter(pk__in=ids):
        known.pages[found.pk] = Target(found.title, get_fault(found))
    for found in pages.filter(url_path__in=paths):
        known.paths[found.url_path] = Target(found.title, get_fault(found))
    quote_ids = {piece.raw for piece in pieces if isinstance(piece.block, QuoteChooserBlock)}
    known.quotes = Quote.objects.in_bulk(quote_ids - {None})
    known.documents = _existing(get_document_model(), get_link_ids(pieces, "document"))
    known.images = _existing(get_image_model(), get_image_ids(pieces))
    films = live_and_public(FilmPage.objects.all()).order_by("pk")
    known.films = list(films.values_list("pk", "title", "original_title"))
    remarks = Comment.objects.filter(page=page.pk, resolved_at=None).order_by("pk")
    known.remarks = list(remarks.values_list("contentpath", flat=True)) if page.pk else []
    return known


def _get_root_path():
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    return site.root_page.url_path if site else "/"


def _existing(model, ids):
    return set(model.objects.filter(pk__in=ids).values_list("pk", flat=True)) if ids else set()


def get_page_ids(pieces):
    """Yield the ids of the pages that choosers and links of a body name, citations too."""
    yield from get_link_ids(pieces, "page")
    for piece in pieces:
        if get_page_type(piece.block) and isinstance(piece.raw, int):
            yield piece.raw
        for link in piece.written.links if piece.written else ():
            if link.attrs.get("linktype") == "citation" and link.attrs.get("kind") == "film":
                yield from read_id(link)


def get_page_type(block):
    """Return the page model that a chooser block chooses from, or None for other blocks."""
    if not isinstance(block, blocks.ChooserBlock):
        return None
    model = getattr(block, "model_class", None)
    return model if isinstance(model, type) and issubclass(model, Page) else None


def get_link_ids(pieces, linktype):
    """Return the ids that links of this type name in rich text, a set."""
    links = (link for piece in pieces if piece.written for link in piece.written.links)
    return {pk for link in links if link.attrs.get("linktype") == linktype for pk in read_id(link)}


def read_id(link):
    """Return [the id of a link] as int, or [] for what is none."""
    text = link.attrs.get("id") or ""
    is_id = text.isascii() and text.isdecimal() and int(text[:20]) <= LARGEST_ID
    return [int(text)] if is_id else []


def get_image_ids(pieces):
    images = (piece.raw for piece in pieces if isinstance(piece.block, ImageBlock))
    return {raw["image"] for raw in images if isinstance(raw, dict) and raw.get("image")}


def get_own_paths(piece, root_path):
    """Yield the url paths of links that were typed as addresses of this very site."""
    addresses = []
    if piece.written:
        links = piece.written.links
        addresses = [link.attrs.get("href") for link in links if not link.attrs.get("linktype")]
    elif isinstance(piece.block, blocks.URLBlock):
        addresses = [piece.raw]
    for address in addresses:
        if path := get_own_path(address, root_path):
            yield path


def get_own_path(address, root_path):
    """Return the url path that an address of this site would have as a page, or "" elsewhere."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return ""
    is_own = not parts.netloc and parts.path.startswith("/")
    if parts.netloc and parts.netloc == urlsplit(settings.SITE_URL).netloc:
        is_own = True
    if not is_own:
        return ""
    return root_path + unquote(parts.path).strip("/") + "/" if parts.path.strip("/") else root_path
