"""What an author types for each of the three documents, and what a reader then finds."""

from .desk import FACTS, WRITE

FILM = "The Night Ferry"
HIDDEN = ("the ferry never left", "Unknown")

CATALOGUE = (
    FILM,
    "2019",
    "Nobody sleeps between two countries.",
    "1 h 30 min",
    "Swedish",
    "Finland",
    "Six passengers wait for a storm to pass.",
    "A harbour catalogue",
    "Ada Lind",
    "Northern Lamp",
    "7.8/10",
    "2,700",
    "Harbour Cinema",
    "Trailer",
)
GUIDE = (
    "The plot, badly explained",
    "Six adults fail to find a cabin.",
    "The crossing",
    "How the film ends",
    "Ivar Holm",
    "As themselves",
    "He sells the tickets.",
    "A ship is a room that has left.",
    "Mats, the purser",
    "$5,853",
    "$20,554",
    "For you if",
    "you have waited in a corridor",
    "grief",
    "discussed",
    "A patient film about impatience.",
    "The Evening Lamp",
    "Jury Prize",
    "Docks Film Festival",
    "On the set",
    "It was shot on one deck.",
    "The Long Room",
    "Another room that nobody leaves.",
    "Ferry songs",
    "Foghorn in F",
    "The Deck Band",
    "Is the ferry real?",
    "Running time",
    "One catalogue lists 92 minutes.",
)
REVIEWS = (
    FILM + " again",
    "The Night Boat",
    "4.5 out of 5",
    "It holds its breath.",
    "Oona K.",
    "Letterboxd",
    "3 out of 5",
    "Too wet.",
)


def enter_the_catalogue(desk):
    """A film's facts, with a score, a place to watch it that pays, and a trailer."""
    desk.begin_film(FILM)
    desk.fill_in("Tagline", "Nobody sleeps between two countries.")
    desk.page.locator("[name=synopsis]").fill("Six passengers wait for a storm to pass.")
    desk.page.locator("[name=synopsis_source]").fill("A harbour catalogue")
    desk.fill_facts(year=2019, runtime_minutes="1h30", company="Northern Lamp")
    desk.choose_term("countries", "Finl", "Finland")
    desk.choose_term("languages", "Swed", "Swedish")
    desk.type_term("genres", "Documentary")
    desk.add_credit("Ada Lind", "Director")
    block = desk.add_block("Scores elsewhere", stream="facts")
    score = {"source": "A film base", "value": "7.8/10", "votes": 2700, "as_of": "2026-11-01"}
    desk.add_rows(block, "items", [score])
    block = desk.add_block("Where to watch", stream="facts")
    offer = {"service": "Harbour Cinema", "kind": "Rent", "url": "https://cinema.example/ferry"}
    desk.add_rows(block, "items", [{**offer, "is_sponsored": True}])
    block = desk.add_block("Trailer", stream="facts")
    desk.fill_row(block, {"url": "https://vimeo.com/76979871"})


def enter_the_guide(desk):
    """Everything else that a long guide holds, into the same film."""
    desk.open_tab(FACTS)
    desk.add_credit("Ivar Holm", "Cast", as_themselves=True, note="He sells the tickets.")
    block = desk.add_block("Awards", stream="facts")
    award = {"festival": "Docks Film Festival", "award": "Jury Prize", "year": 2019}
    desk.add_rows(block, "items", [award])
    block = desk.add_block("Box office", stream="facts")
    sums = [{"kind": "At home", "amount": 5853}, {"kind": "Worldwide", "amount": 20554}]
    desk.add_rows(block, "items", [*sums, {"kind": "Budget"}])
    block = desk.add_block("Soundtrack", stream="facts")
    desk.fill_row(block, {"source": "Ferry songs"})
    desk.add_rows(block, "items", [{"title": "Foghorn in F", "performer": "The Deck Band"}])
    block = desk.add_block("Where sources disagree", stream="facts")
    point = {"about": "Running time", "text": "One catalogue lists 92 minutes."}
    desk.add_rows(block, "items", [point])
    block = desk.add_block("Content note", stream="content_notes")
    desk.fill(block, subject="grief")
    desk.choose(block, "degree", "discussed")
    desk.open_tab(WRITE)
    enter_the_sections(desk)


def enter_the_sections(desk):
    def add(name):
        return desk.add_block(name, stream="guide")

    block = add("Aside")
    desk.fill(block, title="The plot, badly explained")
    desk.write(block, "Six adults fail to find a cabin.", "text")
    block = add("Prose")
    desk.write_heading(block, "The crossing")
    desk.write(block, "It takes eleven hours.")
    block = add("Spoiler")
    desk.fill(block, label="How the film ends")
    desk.write(block, "It turns out that the ferry never left.", "body")
    block = add("Quotation")
    desk.write(block, "A ship is a room that has left.", "text")
    desk.fill(block, speaker="Mats, the purser")
    block = add("Review elsewhere")
    desk.write(block, "A patient film about impatience.", "text")
    desk.fill(block, outlet="The Evening Lamp")
    for title, line in (
        ("For you if", "you have waited in a corridor"),
        ("On the set", "It was shot on one deck."),
    ):
        block = add("Points")
        desk.fill(block, title=title)
        desk.add_line(block, "lines", line)
    block = add("List of films")
    row = desk.first_row(block, "films")
    desk.make_film(row, "The Long Room", 2031)
    desk.fill(row, reason="Another room that nobody leaves.")
    block = add("Questions and answers")
    row = desk.first_row(block, "items")
    desk.fill(row, question="Is the ferry real?")
    desk.write(row, "It sails on Tuesdays.", "answer")


def enter_the_reviews(desk):
    """An essay that is a film's card over what others wrote of it, with their stars."""
    desk.begin_essay(FILM + " again")
    desk.make_film(desk.add_block("Film card"), "The Night Boat", 2020)
    for text, critic, rating in (
        ("It holds its breath.", "Oona K.", "4½ – 4.5 out of 5"),
        ("Too wet.", "Bo", "3 – 3 out of 5"),
    ):
        block = desk.add_block("Review elsewhere")
        desk.write(block, text, "text")
        desk.fill(block, critic=critic, outlet="Letterboxd")
        desk.fill_row(block, {"url": "https://letterboxd.com/x/"})
        desk.choose(block, "half_stars", rating)
