"""The pages that every journal has, laid out once and found again."""

from types import SimpleNamespace
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Page, Site

from blog.accounts.roles import grant_page_rights
from blog.editorial.workflow.layout import lay_out_review
from blog.films.models import DiaryIndexPage, FilmIndexPage
from blog.posts.models import PostIndexPage
from blog.quotes.models import QuoteIndexPage

from .models import FooterMenuItem, HomePage, MainMenuItem, SiteSettings, StandardPage


@transaction.atomic
def lay_out_journal():
    """Return the journal's home, journal, films, diary, quotes, about and site, made or found.

    A page of these that the owner has moved or renamed is found by its type. The diary, the
    quotations and the page about the journal may be deleted for good: they are then None.
    """
    home = HomePage.objects.first()
    is_new = home is None
    if is_new:
        home = make_home()
    journal = find(PostIndexPage) or add(home, PostIndexPage(title="Journal", slug="journal"))
    films = find(FilmIndexPage) or add(home, FilmIndexPage(title="Films", slug="films"))
    diary, quotes = find(DiaryIndexPage), find(QuoteIndexPage)
    about = StandardPage.objects.filter(slug="about").first()
    if is_new:
        diary = diary or add(home, DiaryIndexPage(title="Diary", slug="diary"))
        quotes = quotes or add(home, QuoteIndexPage(title="Quotes", slug="quotes"))
        about = about or add(home, StandardPage(title="About", slug="about"))
    grant_page_rights(home=home, journal=journal, films=films)
    lay_out_review([journal, films])
    site = address_site(home)
    if is_new:
        settings_of_site = SiteSettings.for_site(site)
        search = {"label": "Search", "address": "/search/"}
        fill_menu(
            MainMenuItem, settings_of_site, [(journal, "Essays"), films, quotes, about, search]
        )
        fill_menu(
            FooterMenuItem, settings_of_site, [journal, diary, (quotes, "Commonplace book"), about]
        )
    return SimpleNamespace(
        home=home,
        journal=journal,
        films=films,
        diary=diary,
        quotes=quotes,
        about=about,
        site=site,
    )


def make_home():
    """Return a new home page in the place of the page that Wagtail welcomes with."""
    root = Page.get_first_root_node()
    welcome = root.get_children().filter(slug="home").first()
    home = add(root, HomePage(title="Home", slug="home-page" if welcome else "home"))
    if welcome:
        # The site goes with the page that it points to, so it is turned away first.
        Site.objects.filter(root_page=welcome).update(root_page=home)
        welcome.delete()
        home.refresh_from_db()
        home.slug = "home"
        home.save_revision().publish()
    return home


def address_site(home):
    """Return the default site, with the address of SITE_URL and `home` as its root."""
    address = urlsplit(settings.SITE_URL)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    wanted = {
        "hostname": address.hostname,
        "port": address.port or (443 if address.scheme == "https" else 80),
        "site_name": site.site_name or settings.WAGTAIL_SITE_NAME,
        "root_page": home,
    }
    # root_page_id first: a new site has no page to ask for.
    found = {name: getattr(site, name) for name in wanted} if site.root_page_id else {}
    if found != wanted:
        for name, value in wanted.items():
            setattr(site, name, value)
        site.save()
    return site


def fill_menu(model, site_settings, entries):
    """Give an empty menu its entries.

    entries: a page under its own title, a page and its label, or the fields of an entry.
    """
    if model.objects.filter(settings=site_settings).exists():
        return
    for order, entry in enumerate(entries):
        if isinstance(entry, Page):
            fields = {"page": entry}
        elif isinstance(entry, tuple):
            fields = {"page": entry[0], "label": entry[1]}
        else:
            fields = entry
        model.objects.create(settings=site_settings, sort_order=order, **fields)


def find(model):
    """Return the first page of this type, or None."""
    return model.objects.order_by("path").first()


def add(parent, page):
    """Return `page`, published below `parent`; a page without a revision goes down at its first
    scheduled change."""
    parent.refresh_from_db()
    parent.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page
