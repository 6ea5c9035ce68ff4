"""The steps of the story, each as a person takes it."""

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect

from .desk import FACTS

COMMENT = "Twice, and the second time I saw the"
ANSWER = "I stayed for the door as well."


def write_an_essay(desk):
    """Write, preview and publish the first essay; return its path."""
    desk.begin_essay("Held down, held up")
    desk.fill_in("Standfirst", "Four days in a room with men who do not leave it.")
    block = desk.add_block("Epigraph")
    desk.write(block, "After great pain, a formal feeling comes.", "text")
    desk.fill(block, source="Emily Dickinson")
    desk.write(desk.add_block("Prose"), "There is one room, and four days in it.")
    block = desk.add_block("Quotation")
    desk.write(block, "Right down next to the wound is the gift.", "text")
    desk.fill(block, speaker="Vegas", source="The Work, 2017")
    desk.make_film(desk.add_block("Film card"), "The Long Room", 2031)
    desk.choose_film(desk.add_block("Film card"), "long room", "The Long Room")
    block = desk.add_block("Spoiler")
    desk.fill(block, label="How the film ends")
    desk.write(block, "He is held down, and then he is held up.", "body")
    desk.open_tab(FACTS)
    block = desk.add_block("Content note", stream="content_notes")
    desk.fill(block, subject="grief")
    desk.choose(block, "degree", "discussed")

    preview = desk.preview()
    expect(preview.locator("h1")).to_have_text("Held down, held up")
    expect(preview.locator("blockquote")).to_contain_text(["Right down next to the wound"])
    expect(preview.locator(".film-card")).to_have_count(2)
    return desk.publish()


def read_it_on_a_phone(reader, address):
    words = visit(reader, address)
    for written in (
        "Four days in a room",
        "After great pain",
        "Emily Dickinson",
        "There is one room",
        "Vegas",
        "The Long Room",
        "grief, discussed",
        "How the film ends",
    ):
        assert written in words, f"{written!r} is not in: {words}"
    expect(reader.locator("details.spoiler")).not_to_have_attribute("open", "")
    assert "he is held up" not in words
    width = reader.locator("html").bounding_box()["width"]
    assert width <= 390, "the page is wider than the phone"
    expect(reader.locator(".film-card[data-film]")).to_have_count(2)


def leave_a_comment(reader):
    """Post without a script: first a preview, then a page that shows what became of it."""
    form = reader.locator("form[data-comment-form]")
    form.get_by_label("Your reply").fill(f"{COMMENT} ||door||.")
    form.get_by_label("Name", exact=True).fill("Orla")
    form.get_by_label("Email", exact=True).fill("orla@mail.example")
    form.get_by_role("button", name="Post reply").click()
    expect(reader.get_by_text("Nothing has been posted yet")).to_be_visible()
    expect(reader.locator("article.comment details.spoiler")).to_have_count(1)
    reader.get_by_role("button", name="Post reply").first.click()
    reader.wait_for_url(re.compile("/comments/mine/"))
    expect(reader.get_by_text("Only you can see this")).to_be_visible()


def answer_it(desk):
    """Approve what waits, from the dashboard on, and answer it as the author."""
    page = desk.page
    desk.open("/admin/")
    page.get_by_role("link", name="Open the queue").click()
    row = page.locator("[data-queue-row]").filter(has_text=COMMENT)
    row.get_by_role("button", name="Approve").click()
    expect(page.locator("[data-queue-said]")).to_contain_text("Approved")
    desk.open("/admin/snippets/comments/comment/?status=published")
    row.get_by_role("link", name="Answer").click()
    page.get_by_label("Your answer").fill(ANSWER)
    page.get_by_role("button", name="Publish the answer").click()
    expect(page.locator(".messages .success")).to_be_visible()


def read_the_answer(reader, address):
    """Find the comment on the page, and below it the answer, marked as the author's."""
    assert COMMENT in visit(reader, address)
    comment = reader.locator("article.u-comment", has_text=COMMENT)
    answer = reader.locator("article.u-comment", has_text=ANSWER)
    number = comment.get_attribute("id").removeprefix("comment-")
    expect(answer).to_have_attribute("data-parent", number)
    expect(answer.locator(".badge")).to_have_text("Author")


def schedule_another(desk):
    """Write a second essay, to appear tomorrow; return its path."""
    desk.begin_essay("The walk home")
    desk.write(desk.add_block("Prose"), "Nobody talks on it.")
    desk.schedule(datetime.now(UTC) + timedelta(days=1))
    return "/journal/the-walk-home/"


def visit(reader, address):
    """Open a page and return the words that can be seen on it."""
    assert reader.goto(address).status == 200
    return reader.locator("body").inner_text()
