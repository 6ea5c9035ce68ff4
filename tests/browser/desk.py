"""The editor's desk, worked as a person works it: by labels, buttons and keys."""

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect

CHILDREN = "xpath=./*[@data-streamfield-child]"
WRITE, FACTS, PUBLISH = "Write", "Film and facts", "Publish"


class Desk:
    """One signed-in editor's window on the admin of a journal."""

    def __init__(self, page, address):
        self.page = page
        self.address = address

    def sign_in(self, email, password):
        self.page.goto(f"{self.address}/admin/")
        self.page.locator("input[name=username]").fill(email)
        self.page.locator("input[name=password]").fill(password)
        self.page.get_by_role("button", name="Sign in").click()
        self.page.wait_for_url(f"{self.address}/admin/")

    def begin_essay(self, title):
        """Open the editor for a new essay by the ways of the admin, and give it a title."""
        self.begin_page("posts/postpage", title)

    def begin_page(self, kind, title):
        self.page.goto(f"{self.address}/admin/pages/create/{kind}")
        self.page.wait_for_url(re.compile(f"/admin/pages/add/{kind}/"))
        self.page.locator("[name=title]").fill(title)

    def fill_in(self, label, words):
        self.page.get_by_role("textbox", name=label).fill(words)

    def open_tab(self, name):
        self.page.get_by_role("tab", name=name, exact=True).click()

    def add_block(self, name, stream="body"):
        """Insert a block at the end of a stream and return its element."""
        stream = self.page.locator(f"[data-contentpath={stream}]").first
        # Its own children: a list inside a block has children of the same kind.
        blocks = stream.locator("[data-streamfield-stream-container]").first.locator(CHILDREN)
        before = blocks.count()
        stream.get_by_role("button", name="Insert a block").last.click()
        option = self.page.get_by_role("option", name=name, exact=True)
        # A stream with one kind of block asks for no choice.
        expect(option.or_(blocks.nth(before)).first).to_be_visible()
        if option.count():
            option.click()
        expect(blocks).to_have_count(before + 1)
        return blocks.nth(before)

    def write(self, block, words, field=None):
        """Type into the rich text of a block."""
        holder = block.locator(f"[data-contentpath={field}]") if field else block
        editor = holder.locator("[contenteditable=true]").first
        editor.click()
        self.page.keyboard.insert_text(words)
        expect(editor).to_contain_text(words)
        # The form has them a quarter of a second later: nobody's hand is as quick as this one.
        sent = holder.locator(f"input[type=hidden][name$='-{field or 'value'}']").first
        expect(sent).to_have_value(re.compile(re.escape(words)))

    def fill(self, block, **fields):
        """Fill in the plain fields of a block."""
        for name, words in fields.items():
            holder = block.locator(f"[data-contentpath={name}]")
            holder.locator("input[type=text], textarea").first.fill(words)

    def choose(self, block, field, label):
        block.locator(f"[data-contentpath={field}] select").select_option(label=label)

    def choose_film(self, block, words, title):
        """Choose a film by searching for some words of it."""
        dialog = self.open_chooser(block)
        dialog.get_by_label("Search term").fill(words)
        found = dialog.locator("#search-results a[data-chooser-modal-choice]")
        expect(found).to_have_count(1)
        found.get_by_text(title).click()
        self.expect_chosen(block, title)

    def make_film(self, block, title, year):
        """Make a film from inside the chooser, with its title and its year."""
        dialog = self.open_chooser(block)
        dialog.get_by_role("tab", name="New").click()
        panel = dialog.get_by_role("tabpanel", name="New")
        panel.locator("input[name$=title]").fill(title)
        panel.locator("input[name$=year]").fill(str(year))
        panel.get_by_role("button", name="Add film").click()
        self.expect_chosen(block, title)

    def open_chooser(self, block):
        block.get_by_role("button", name="Choose a film", exact=True).click()
        dialog = self.page.locator(".modal-content")
        expect(dialog.get_by_label("Search term")).to_be_visible()
        return dialog

    def expect_chosen(self, block, title):
        expect(self.page.locator(".modal-content")).to_have_count(0)
        expect(block.locator("[data-chooser-title]")).to_contain_text(title)

    def preview(self):
        """Open the preview beside the editor and return its frame, once it shows a page."""
        self.page.get_by_role("button", name="Toggle preview").click()
        frame = self.page.frame_locator("#w-preview-iframe, iframe[title='Preview']").first
        expect(frame.locator("h1")).to_be_visible()
        return frame

    def publish(self):
        """Publish the essay that stands open and return its path for readers."""
        message = self.press("Publish")
        return message.get_by_role("link", name="View live").get_attribute("href")

    def schedule(self):
        """Let the essay that stands open appear soon, and return when: an aware datetime."""
        self.page.get_by_role("button", name="Toggle status").click()
        self.page.get_by_role("button", name="Set schedule").click()
        dialog = self.page.get_by_role("dialog")
        # The form takes whole minutes, in UTC, and saving takes some seconds of this one.
        due = (datetime.now(UTC) + timedelta(seconds=85)).replace(second=0, microsecond=0)
        dialog.locator("input[name=go_live_at]").fill(due.strftime("%Y-%m-%d %H:%M"))
        # The calendar opens over the buttons, and closes when something else is clicked.
        calendar = self.page.locator(".xdsoft_datetimepicker:visible")
        expect(calendar).to_have_count(1)
        dialog.get_by_role("heading").first.click()
        expect(calendar).to_have_count(0)
        dialog.get_by_role("button", name="Save schedule").click()
        expect(self.page.locator(".messages .success")).to_contain_text(
            re.compile("created|updated")
        )
        self.press("Schedule to publish")
        return due

    def press(self, name):
        """Press a button of the menu beside “Save draft”; return the message of success."""
        self.page.get_by_role("button", name="More actions").last.click()
        self.page.get_by_role("button", name=name, exact=True).click()
        message = self.page.locator(".messages .success")
        expect(message).to_contain_text(re.compile("published|scheduled"))
        return message
