"""Bodies that hold every block, filled in and empty, as a stream stores them."""

PROSE = """<h2>The chairs</h2><p>There is one room, and <a href="/films/">four days</a> in it. He
said <i>sit</i>, and they sat; the light moved <b>once</b>.<sup>1</sup></p><h3>The door</h3>
<p>Nobody leaves by it.</p><ul><li>a cup</li><li>a coat</li></ul><ol><li>come</li><li>stay</li></ol>
<blockquote>Let it come.</blockquote>"""


def every_block(*, film, image, quote):
    """Return one of each block of an essay's body, every field filled in."""
    picture = {"image": image.pk, "alt_text": "Two men on one chair", "decorative": False}
    return [
        (
            "epigraph",
            {"text": "<p>After great pain, a formal feeling comes.</p>", "source": "E. D."},
        ),
        ("prose", PROSE),
        ("prose", noted(film)),
        ("picture", {"image": picture, "caption": "<p>The room.</p>", "size": "wide"}),
        ("picture", {"image": picture, "caption": "", "size": "column"}),
        ("quotation", quotation(film)),
        ("pull_quote", {"text": "Nobody leaves by it."}),
        ("book_quote", {"quote": quote.pk}),
        ("book_quote", {"quote": quote.pk, "form": "pull"}),
        ("dialogue", {"lines": DIALOGUE, "film": film.pk, "provenance": "heard"}),
        ("scene_break", None),
        ("pair", {"first": picture, "second": picture, "caption": "<p>Before and after.</p>"}),
        ("trailer", {**TRAILER, "picture": image.pk}),
        ("review", REVIEW),
        ("film_card", {"film": film.pk, "note": "Watch it with someone.", "size": "card"}),
        ("film_card", {"film": film.pk, "note": "", "size": "line"}),
        (
            "film_list",
            {"title": "After it", "films": [{"film": film.pk, "reason": "Rooms."}]},
        ),
        (
            "film_facts",
            {"title": "", "film": film.pk, "facts": ["directors", "year", "cast"]},
        ),
        ("aside", {"title": "A thought", "text": "<p>Under 45 words.</p>", "tone": "light"}),
        ("aside", {"title": "", "text": "<p>Another.</p>", "tone": "plain"}),
        ("spoiler", SPOILER),
        (
            "faq",
            {
                "title": "Asked",
                "items": [
                    {"question": "Is it real?", "answer": "<p>Yes.</p>"},
                    {"question": "Who leaves?", "answer": "<p>He does.</p>", "is_spoiler": True},
                ],
            },
        ),
        ("links", LINKS),
        ("references", {"title": "", "items": [REFERENCE]}),
    ]


SPOILER = {
    "label": "How the film ends",
    "body": '<p>He is held down, and then up.<a linktype="footnote" data-note="Twice."></a></p>',
}
DIALOGUE = [
    {"speaker": "Vegas", "words": "Sit."},
    {"speaker": "Rob", "words": "I sit."},
]
TRAILER = {"url": "https://vimeo.com/76979871", "title": "Trailer", "length": "2 min 10"}
REVIEW = {
    "text": "<p>It stays in the room.</p>",
    "critic": "A critic",
    "outlet": "An evening paper",
    "url": "https://reviews.example/the-room",
    "date": "2017-10-27",
    "half_stars": 9,
}
REFERENCE = {
    "authors": "Aldous, G.; McLeary, J.",
    "role": "Directors",
    "year": "2017",
    "title": "The Work",
    "kind": "Documentary film",
    "publisher": "Blanketfort",
    "url": "https://films.example/the-work",
}


LINKS = {
    "title": "Where to watch",
    "items": [{"label": "A shop", "page": None, "url": "https://shop.example/", "note": "To own."}],
    "checked_on": "2026-11-01",
    "is_sponsored": True,
}


def noted(film):
    """Return prose with a note, a citation and a quotation in its sentences."""
    return (
        "<p>A man says <q>come</q>, and stays"
        '<a linktype="footnote" data-note="See *it* twice."></a>'
        f'<a linktype="citation" kind="film" id="{film.pk}" data-place="1:12:40"></a>.</p>'
    )


def quotation(film):
    return {
        "text": "<p>Right down next to the wound is the gift.</p>",
        "speaker": "Vegas",
        "film": film.pk,
        "source": "",
        "source_url": "https://films.example/the-work/words",
        "detail": "1:12:40",
        "provenance": "unverified",
        "provenance_note": "I could not find it again.",
        "language": "en",
        "gloss": "He means it.",
    }


def as_stream(blocks):
    """Return `blocks`, a list of (name, value), in the shape in which a page stores its stream."""
    return [{"type": name, "value": value} for name, value in blocks]


def every_block_empty(stream_block):
    """Return one of each child of `stream_block` as an author leaves it who fills in nothing."""
    return [
        {"type": name, "value": block.get_prep_value(block.get_default())}
        for name, block in stream_block.child_blocks.items()
    ]


def every_fact():
    """Return (name, value) for every kind of fact that stands beside a film, in rows."""
    page = "https://elsewhere.example/the-work"
    return [
        ("trailer", {"url": "https://vimeo.com/76979871", "title": "", "length": "2 min"}),
        (
            "watch",
            {
                "items": [
                    {"service": "A library", "kind": "library", "note": "Ask at the desk."},
                    {"service": "A shop", "kind": "rent", "url": page, "is_sponsored": True},
                    {"service": "Another shop", "kind": "rent"},
                ],
                "checked_on": "2026-11-09",
            },
        ),
        (
            "scores",
            {
                "items": [
                    {
                        "source": "A film base",
                        "value": "7.8/10",
                        "votes": 2700,
                        "as_of": "2026-11-01",
                        "url": page,
                    },
                ]
            },
        ),
        (
            "awards",
            {
                "items": [
                    {"year": 2017, "festival": "A festival", "award": "A prize"},
                    {"year": 2017, "festival": "Another festival", "award": "A prize"},
                ]
            },
        ),
        ("box_office", {"items": [{"kind": "home", "amount": 5853, "currency": "USD"}]}),
        (
            "soundtrack",
            {"items": [{"title": "A song", "performer": "A band"}], "source": "A guide"},
        ),
        ("disagreements", {"items": [{"about": "Length", "text": "One says 92 minutes."}]}),
    ]
