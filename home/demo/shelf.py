"""Everything that the content refers to by a name, found or, for pictures, made when asked for."""

from django.core.files.base import ContentFile
from django.utils.functional import cached_property

from blog.accounts.models import Author, User
from blog.citations.models import Book
from blog.films.models import Person
from blog.images.actions import add_image
from blog.images.models import Image
from blog.quotes.models import Quote

from .content import CONTENT, Table, read, read_rows

ARTWORK = CONTENT.parent / "artwork"
BOOK_FACTS = ("title", "authors", "year", "publisher", "edition", "translators", "isbn", "url")
PERSON_KEYS = {"name", "other_names", "about"}


class Shelf:
    """Names to rows. Each method raises LookupError, with the rest of a sentence, for no such."""

    def __init__(self):
        self.pages = {}  # "film:the-work", "essay:the-swing", "page:about": page
        table = Table("images.toml", read("images.toml"), {"alt", "credit"}, {"alt", "credit"})
        self.alt, self.credit = table["alt"], table["credit"]
        self.images, self.people = {}, {}

    def page(self, name):
        try:
            return self.pages[name]
        except KeyError:
            raise LookupError(f"“{name}” is not a page of the demo; correct the name.") from None

    def film(self, slug):
        return self.page(f"film:{slug}")

    def quote(self, key):
        return self._row(Quote.objects.filter(slug=key), key, "quotes.toml has no such key")

    def author(self, slug):
        return self._row(Author.objects.filter(slug=slug), slug, "site.toml has no such author")

    def user(self, email):
        return self._row(
            User.objects.filter(email__iexact=email), email, "site.toml has no such account"
        )

    def image(self, name):
        """Return the picture called `name`, stored the first time that something shows it."""
        if name not in self.images:
            self.images[name] = self._find_image(name) or self._add_image(name)
        return self.images[name]

    def person(self, name):
        """Return who is called so, with what people.toml knows, made when first asked for."""
        if name not in self.people:
            found = Person.objects.filter(name=name).first()
            self.people[name] = found or Person.objects.create(
                name=name, **self._known.get(name, {})
            )
        return self.people[name]

    def book(self, key):
        """Return the book that books.toml calls `key`, made when first asked for."""
        if key not in self._books:
            raise LookupError(f"“{key}”: books.toml has no such key; correct the name.")
        facts = self._books[key].only(*BOOK_FACTS)
        same = {name: facts.get(name, "") for name in ("title", "authors")}
        return Book.objects.filter(**same).first() or Book.objects.create(**facts)

    def find(self, name):
        """Return the book or page called `name`, such as "book:middlemarch" or "film:the-work"."""
        kind, _colon, key = name.partition(":")
        return self.book(key) if kind == "book" else self.page(name)

    @cached_property
    def _books(self):
        keys = {"key", *BOOK_FACTS}
        rows = read_rows("books.toml", "book", keys, {"key", "title"}, "key")
        return {row["key"]: row for row in rows}

    @cached_property
    def _known(self):
        rows = read_rows("people.toml", "person", PERSON_KEYS, {"name"}, "name")
        return {row["name"]: row.only("other_names", "about") for row in rows}

    def _row(self, rows, name, problem):
        row = rows.first()
        if row is None:
            raise LookupError(f"“{name}”: {problem}; correct the name.")
        return row

    def _find_image(self, name):
        return Image.objects.filter(title=image_title(name)).first()

    def _add_image(self, name):
        path = ARTWORK / f"{name}.webp"
        if name not in self.alt or not path.is_file():
            raise LookupError(
                f"“{name}” has no drawing or no alternative text; "
                "draw it with scripts/draw_artwork.py and describe it in images.toml."
            )
        return add_image(
            file=ContentFile(path.read_bytes(), name=path.name),
            title=image_title(name),
            description=self.alt[name],
            credit=self.credit,
        )


def image_title(name):
    """Return "The work (poster)" for "poster-the-work"."""
    kind, _dash, subject = name.partition("-")
    return f"{subject.replace('-', ' ').capitalize()} ({kind})"
