"""A journal with one word behind every curtain, and another in all that nobody may see.

Where either word turns up outside its place, something leaks.
"""

from bs4 import BeautifulSoup

from home.setup import lay_out_journal
from tests.factories.comments import make_comment
from tests.factories.films import make_film
from tests.factories.posts import make_post, make_private, make_scheduled_post
from tests.factories.quotes import make_quote
from tests.factories.site import make_image

CANARY = "quokkaword"
UNSEEN = "numbatword"
ADDRESS = "http://127.0.0.1:8000/journal/held/"

SPOILER = {
    "label": "How the film ends",
    "body": f"<p>The {CANARY} leaves.</p><ul><li>{CANARY}"
    f'<a linktype="footnote" data-note="Noted: {CANARY}."></a></li></ul>',
}
ANSWERS = [
    {"question": "Is it real?", "answer": "<p>Every minute.</p>"},
    {"question": "Who leaves?", "answer": f"<p>A {CANARY}.</p>", "is_spoiler": True},
]
FAQ = {
    "title": "Asked",
    "items": [{"type": "item", "id": answer["question"], "value": answer} for answer in ANSWERS],
}
PROSE = (
    "<h2>The heron</h2><p>It stands on <i>one</i> leg."
    '<a linktype="footnote" data-note="Mostly the *left*."></a></p>'
)
NOTES = [
    {"type": "note", "value": {"subject": "grief", "degree": "discussed"}},
    {"type": "note", "value": {"subject": "rooms without windows", "degree": ""}},
]


def hide_words():
    """Return the parts of a journal with CANARY behind curtains and UNSEEN in what is unseen."""
    site = lay_out_journal()
    site.image = make_image()
    site.film = make_film(
        site.films,
        "Still Water",
        2001,
        synopsis="Two people wait for a boat.",
        poster=make_image("A poster", (400, 600)),
        content_notes=NOTES,
        spoiler_note="The end stays behind a curtain.",
        guide=[
            {"type": "prose", "value": "<p>They wait, and a heron waits.</p>"},
            {"type": "spoiler", "value": SPOILER},
            {"type": "faq", "value": FAQ},
        ],
    )
    site.draft_film = make_film(site.films, f"Draft {UNSEEN}", live=False)
    site.quote = make_quote("You wait as one eats.", speaker="Ada", film=site.film)
    site.post = make_post(
        site.journal,
        "Held",
        slug="held",
        film=site.film,
        half_stars=9,
        hero=site.image,
        content_notes=NOTES,
        spoiler_note="The end stays behind a curtain.",
        body=[
            {"type": "prose", "value": PROSE},
            {"type": "spoiler", "value": SPOILER},
            {"type": "film_card", "value": {"film": site.film.pk, "note": "", "size": "card"}},
            {
                "type": "film_card",
                "value": {"film": site.draft_film.pk, "note": "", "size": "card"},
            },
            {"type": "book_quote", "value": {"quote": site.quote.pk}},
            {"type": "faq", "value": FAQ},
        ],
    )
    site.comments = [
        make_comment(page, f"I knew. ||The {CANARY} leaves.|| It did.")
        for page in (site.post, site.film)
    ]
    long = f"{'It takes its time. ' * 150}||The {CANARY} leaves.||"
    site.comments.append(make_comment(site.film, long, half_stars=8))
    hidden_body = [{"type": "prose", "value": f"<p>{UNSEEN}</p>"}]
    unseen = {"standfirst": UNSEEN, "body": hidden_body, "film": site.film, "half_stars": 2}
    make_post(site.journal, f"Draft {UNSEEN}", live=False, **unseen)
    make_scheduled_post(site.journal, f"Future {UNSEEN}", **unseen)
    make_private(make_post(site.journal, f"Private {UNSEEN}", **unseen))
    return site


def outside_of_curtains(html):
    """Return a page's HTML without what its closed curtains hide, summaries kept.

    Raises AssertionError when a curtain stands open.
    """
    soup = BeautifulSoup(html, "html.parser")
    for curtain in soup.select("details.spoiler"):
        assert not curtain.has_attr("open"), "a curtain stands open"
        for part in curtain.find_all(recursive=False):
            if part.name != "summary":
                part.decompose()
    return str(soup)
