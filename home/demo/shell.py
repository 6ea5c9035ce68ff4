"""The journal's name, menus and standing pages, for a site that nobody has named yet."""

from blog.comments.commentable import Policy
from blog.comments.models import CommentSettings
from home.models import FooterMenuItem, MainMenuItem, SiteSettings, StandardPage

from .content import Table, read, read_rows
from .markup import to_rich_text
from .streams import make_stream

SITE_FACTS = ("name", "tagline", "grade", "time_zone", "colophon")
SECTIONS = ("home", "journal", "films", "diary", "quotes")
SITE_KEYS = {*SITE_FACTS, *SECTIONS, "page", "menu", "author", "account"}
PAGE_KEYS = {"slug", "title", "standfirst", "body"}
MENUS = {"main": MainMenuItem, "footer": FooterMenuItem}


def is_unnamed(laid_out):
    """Return whether the site still has the name that it was born with."""
    return SiteSettings.for_site(laid_out.site).name == SiteSettings._meta.get_field("name").default


def dress(laid_out, shelf):
    """Give the site its name, front page, standing pages and menus, once.

    Returns how many pages were written.
    """
    table = Table("site.toml", read("site.toml"), SITE_KEYS, {"name", "menu"})
    for name in SECTIONS:
        if page := getattr(laid_out, name):
            shelf.pages[f"page:{name}"] = page
    written = _make_standing_pages(laid_out, shelf)
    for name in SECTIONS:
        if page := getattr(laid_out, name):
            _dress_page(page, table, name, shelf)
    settings = SiteSettings.for_site(laid_out.site)
    for name, value in table.only(*SITE_FACTS).items():
        setattr(settings, name, value)
    settings.save()
    _make_menus(settings, table["menu"], shelf)
    comments = CommentSettings.for_site(laid_out.site)
    comments.guidelines = shelf.pages.get("page:how-replies-work")
    comments.policy = Policy.REVIEW_NEW
    # Whatever the day on which somebody tries it: the essays that say otherwise are closed.
    comments.close_after_days = 0
    comments.save()
    return written


def _dress_page(page, table, section, shelf):
    for name, value in table.get(section, {}).items():
        if not hasattr(page, name):
            table.fail(f"{section}.{name}", "is not a field of that page; correct it.")
        setattr(page, name, to_rich_text(value, shelf.find) if name == "about" else value)
    page.save()
    page.save_revision().publish()


def _make_standing_pages(laid_out, shelf):
    rows = read_rows("site.toml", "page", PAGE_KEYS, {"slug", "title"}, "slug")
    for row in rows:
        page = StandardPage.objects.child_of(laid_out.home).filter(slug=row["slug"]).first()
        if page is None:
            page = StandardPage(title=row["title"], slug=row["slug"])
            laid_out.home.refresh_from_db()
            laid_out.home.add_child(instance=page)
        shelf.pages[f"page:{row['slug']}"] = page
    empty = [row for row in rows if not shelf.pages[f"page:{row['slug']}"].body]
    for row in empty:
        page = shelf.pages[f"page:{row['slug']}"]
        page.standfirst = row.get("standfirst", "")
        field = StandardPage._meta.get_field("body")
        page.body = make_stream(field, row.get("body", []), shelf=shelf, file=row.file)
        page.save()
        page.save_revision().publish()
    return len(empty)


def _make_menus(settings, menus, shelf):
    for name, model in MENUS.items():
        model.objects.filter(settings=settings).delete()
        for order, values in enumerate(menus.get(name, [])):
            row = Table(
                "site.toml", values, {"label", "page", "address"}, {"label"}, f"menu.{name}"
            )
            if row.get("page") in SECTIONS and f"page:{row['page']}" not in shelf.pages:
                continue  # a section that the owner deleted before the demo came
            try:
                page = shelf.page(f"page:{row['page']}") if row.get("page") else None
            except LookupError as error:
                row.fail("page", str(error))
            model.objects.create(
                settings=settings,
                sort_order=order,
                label=row["label"],
                page=page,
                address=row.get("address", ""),
            )
