"""A small journal with every kind of page, block and comment in it, and with all that is unseen."""

from datetime import date, timedelta

from django.utils import timezone

from blog.accounts.actions import ensure_author
from blog.comments.actions import record_comment
from blog.comments.models import Comment
from blog.films.models import FilmPage
from home.models import SiteSettings, StandardPage
from home.setup import lay_out_journal

from .accounts import UserFactory
from .films import make_film, make_viewing
from .images import ImageFactory
from .indexing import indexed_once
from .posts import make_post, make_private, make_scheduled_post
from .quotes import make_quote
from .site_body import as_stream, every_block, every_fact

UNSEEN = ("A draft essay", "A future essay", "A private essay", "A draft film", "A private film")
PUBLISHED_POSTS = 13


def build_site():
    """Return the parts of a seeded journal, with `paths`: {name: path} of what readers can open."""
    with indexed_once():
        site = lay_out_journal()
        site.writer = UserFactory(email="mina@example.org", display_name="Mina", groups=["Author"])
        site.byline = ensure_author(site.writer)
        site.editor = UserFactory(email="edda@example.org", display_name="Edda", groups=["Editor"])
        site.image = make_image()
        add_films(site)
        add_viewings(site)
        add_quotes(site)
        add_posts(site)
        add_comments(site)
        add_shell(site)
    site.paths = list_paths(site)
    return site


def make_image(title="Two men on one chair", size=(1240, 720)):
    return ImageFactory(title=title, description=title, credit="Drawn here", size=size)


def add_films(site):
    site.film = make_film(
        site.films,
        "The Work",
        2017,
        original_title="Het werk",
        directors="Jairus McLeary, Gethin Aldous",
        cast="Rob Allbee, Vegas",
        genres=["Documentary"],
        also_known_as="The Circle\nDe kring",
        synopsis_source="A catalogue",
        imdb_id="tt5836866",
        wikidata_id="Q30601729",
        facts=as_stream(every_fact()),
        runtime_minutes=89,
        languages=["English"],
        countries=["United States"],
        company="Blanketfort",
        place="Folsom",
        tagline="Four days.",
        synopsis="Men sit in a room for four days.",
        grade="teal",
        poster=make_image("A poster", (400, 600)),
        still=site.image,
        content_notes=as_stream([("note", {"subject": "grief", "degree": "discussed"})]),
        spoiler_note="The end stays behind a curtain.",
    )
    site.quote = make_quote(
        "Right down next to the wound is the gift.",
        speaker="Vegas",
        film=site.film,
        detail="1:12:40",
        provenance="heard",
        gloss="He means it.",
        themes=["Grief"],
    )
    guide = [("prose", "<h2>The room</h2><p>One.</p>"), ("book_quote", {"quote": site.quote.pk})]
    site.film.guide = as_stream(guide)
    site.film.save_revision().publish()
    site.bare_film = make_film(site.films, "Ôtez votre manteau")
    make_film(site.films, "A draft film", live=False)
    make_private(make_film(site.films, "A private film"))


def add_viewings(site):
    """Add an evening of each kind to the diary, and those that nobody sees."""
    evening = {"author": site.byline, "watched_on": date(2024, 5, 3)}
    make_viewing(site.film, **evening, half_stars=9, is_loved=True, public_note="The chairs.")
    make_viewing(site.bare_film, watched_on=date(2024, 2, 29), is_rewatch=True, format="cinema")
    make_viewing(site.bare_film, companions="Ana", place="Filmhaus")
    make_viewing(site.film, **evening, is_private=True, public_note="Unseen evening.")
    make_viewing(FilmPage.objects.get(title="A draft film"), **evening)
    make_viewing(FilmPage.objects.get(title="A private film"), **evening)


def add_quotes(site):
    make_quote("I am large, I contain multitudes.", source="Song of Myself", provenance="reported")
    make_quote("Il faut tenter de vivre.", speaker="Paul Valéry", language="fr", days_ago=3)


def add_posts(site):
    body = every_block(film=site.film, image=site.image, quote=site.quote)
    site.post = make_post(
        site.journal,
        "Held down, held up",
        standfirst="Four days in a room with men who do not leave it.",
        author=site.byline,
        owner=site.writer,
        film=site.film,
        half_stars=9,
        hero=site.image,
        hero_caption="The circle.",
        drop_cap=True,
        body=as_stream(body),
        content_notes=as_stream([("note", {"subject": "grief", "degree": "shown"})]),
        spoiler_note="The end stays behind a curtain.",
        prompt="What did you hold on to?",
    )
    site.post.tags.add("Grief", "Rooms")
    site.post.save_revision().publish()
    site.bare_post = make_post(site.journal, "Nothing but a title", days_ago=2)
    site.closed_post = make_post(site.journal, "Said and done", days_ago=3, comments_state="closed")
    for n in range(4, PUBLISHED_POSTS + 1):
        make_post(site.journal, f"Essay {n}", days_ago=n * 12, film=site.bare_film, half_stars=7)
    site.draft = make_post(site.journal, "A draft essay", live=False)
    site.future = make_scheduled_post(site.journal, "A future essay")
    site.private = make_private(make_post(site.journal, "A private essay"))


def add_comments(site):
    """Add two threads, one five levels deep, and one comment in each state that nobody sees."""
    start = timezone.now() - timedelta(hours=20)
    above, site.comments = None, []
    for level in range(5):
        above = record_comment(
            page=site.post,
            name=f"Reader {level}",
            email=f"reader{level}@example.org",
            body=f"Level {level}, with ||what happens|| hidden.",
            created_at=start + timedelta(hours=level),
            parent=above,
        )
        site.comments.append(above)
    unseen = (Comment.Status.PENDING, Comment.Status.SPAM, Comment.Status.REJECTED)
    for status in unseen:
        site.pending = record_comment(
            page=site.post, name="Unseen", body=f"Unseen {status}.", created_at=start, status=status
        )
    first = record_comment(
        page=site.post, name="Gone", body="Unseen hidden.", created_at=start, status="hidden",
        published_at=start,
    )  # fmt: skip
    answer = {"name": "Mina", "body": "I saw that.", "author": site.writer, "parent": first}
    record_comment(page=site.post, created_at=start + timedelta(hours=8), **answer)
    record_comment(page=site.film, name="Orla", body="Twice now.", created_at=start)
    record_comment(page=site.closed_post, name="Orla", body="The last word.", created_at=start)


def add_shell(site):
    """Fill in what stands around every page: settings, front page, an about page."""
    home = site.home
    home.heading, home.heading_soft = "Essays about films.", "Written on the walk home."
    home.about_title, home.about = "Who is writing", "<p>Mina, mostly at night.</p>"
    home.save_revision().publish()
    site.about = site.about or StandardPage.objects.get(slug="about")
    site.about.standfirst = "Why there is a journal."
    site.about.body = as_stream([("prose", "<p>Because nobody talks on the walk home.</p>")])
    site.about.save_revision().publish()
    site.settings, _made = SiteSettings.objects.get_or_create(site=site.site)
    site.settings.tagline = "Essays about films"
    site.settings.colophon = "Set in Newsreader."
    site.settings.save()


def list_paths(site):
    """Return {name: path} with every type of page that readers can open."""
    return {
        "home": "/",
        "journal": "/journal/",
        "journal, second page": "/journal/?page=2",
        "thread": "/journal/tag/grief/",
        "essay": f"/journal/{site.post.slug}/",
        "essay without anything": f"/journal/{site.bare_post.slug}/",
        "essay with closed comments": f"/journal/{site.closed_post.slug}/",
        "answering": f"/journal/{site.post.slug}/?reply={site.comments[0].pk}",
        "films": "/films/",
        "film": f"/films/{site.film.slug}/",
        "films, filtered": "/films/?genre=documentary&year=2017&sort=year",
        "films, none found": "/films/?q=zzzzzz&year=1900",
        "people": "/films/people/",
        "person": "/films/people/jairus-mcleary/",
        "film without anything": f"/films/{site.bare_film.slug}/",
        "quotations": "/quotes/",
        "theme": "/quotes/?theme=grief",
        "quotation": f"/quotes/{site.quote.slug}/",
        "diary": "/diary/",
        "year in film": "/diary/2024/",
        "month of the diary": "/diary/2024/05/",
        "page": "/about/",
        "search": "/search/",
        "search results": "/search/?q=room",
        "search without results": "/search/?q=zzzz",
    }


def as_plain(site):
    """Return what another process needs to know of the site, as JSON can hold it."""
    return {
        "paths": site.paths,
        "comment": site.comments[0].pk,
        "editor": site.editor.email,
    }
