"""Quotations, footnotes and citations written into a sentence with the keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from tests.factories.accounts import PASSWORD

from .desk import Desk


@pytest.fixture
def desk(seeded, open_context):
    desk = Desk(open_context(height=1100).new_page(), seeded.address)
    desk.sign_in(email=seeded.editor, password=PASSWORD)
    return desk


class Line:
    """The line that is being written, and the small forms over it."""

    def __init__(self, desk, block):
        self.desk = desk
        self.page = desk.page
        self.editor = block.locator("[contenteditable=true]").first
        self.sent = block.locator("input[type=hidden][name$='-value']").first
        self.dialog = self.page.locator("dialog.small-form")

    def type(self, words):
        self.page.keyboard.type(words)

    def call(self, command):
        """Open a form by the palette, as a hand on the keyboard does."""
        self.page.keyboard.type(f"/{command}")
        # The key takes what is marked.
        expect(self.page.locator("[role=option][aria-selected=true]")).to_contain_text(command)
        self.page.keyboard.press("Enter")
        expect(self.dialog).to_be_visible()

    def call_chooser(self, button):
        """Open a chooser from the form, and return it once it stands."""
        self.dialog.get_by_role("button", name=button).press("Enter")
        return self.desk.expect_chooser()

    def save(self):
        self.page.keyboard.press("Tab")
        self.dialog.get_by_role("button", name="Save").focus()
        self.page.keyboard.press("Enter")
        expect(self.dialog).to_have_count(0)
        expect(self.editor).to_be_focused()


def test_a_sentence_with_all_three(desk, seeded, watch):
    notes = watch(desk.page, seeded.host)
    desk.begin_essay("Notes in the line")
    block = desk.add_block("Prose")
    line = Line(desk, block)
    line.editor.click()

    line.type("He said ")
    line.call("Quotation")
    line.type("come in")
    desk.page.keyboard.press("Tab")
    line.type("A friend")
    line.save()
    line.type(" and sat down")
    line.call("Footnote")
    line.type("It was a *small* room.")
    line.save()
    line.type(". We stayed ")
    line.call("Citation")
    chooser = line.call_chooser("Choose a film")
    chooser.get_by_role("link", name="The Work (2017)").press("Enter")
    expect(line.dialog).to_contain_text("The Work (2017)")
    line.dialog.get_by_label("Where in it").fill("12:30")
    line.save()
    line.type(".")
    expect(line.sent).to_have_value(re.compile("CITATION"))

    # A book that is in no list yet is made from inside its chooser.
    line.type(" Groups storm ")
    line.call("Citation")
    chooser = line.call_chooser("Choose a book")
    chooser.get_by_role("tab", name="New").press("Enter")
    panel = chooser.get_by_role("tabpanel", name="New")
    panel.locator("input[name$=title]").fill("Sequence")
    panel.locator("textarea[name$=authors]").fill("Tuckman, Bruce W.")
    panel.get_by_role("button", name="Add book").press("Enter")
    expect(line.dialog).to_contain_text("Bruce W. Tuckman, Sequence")
    line.save()
    line.type(".")

    expect(line.sent).to_have_value(re.compile("CITATION.*CITATION.*", re.DOTALL))

    # Escape changes nothing, and the caret is where it was.
    line.call("Footnote")
    desk.page.keyboard.press("Escape")
    expect(line.dialog).to_have_count(0)

    page = desk.page
    path = desk.publish()
    assert not notes.errors, notes.errors
    assert not notes.foreign, notes.foreign
    page.goto(desk.address + path)
    prose = page.locator(".prose")
    expect(prose.locator("q")).to_have_text("come in")
    expect(prose.locator("q + cite, q ~ cite")).to_have_text("A friend")
    expect(prose.locator("[role=doc-noteref]")).to_have_count(1)
    expect(prose.locator("[role=doc-endnotes] em")).to_have_text("small")
    expect(prose.locator("a.cited")).to_contain_text(["2017, 12:30)", "(Tuckman, n.d.)"])
    expect(prose.locator("[role=doc-bibliography] li")).to_have_count(2)
