"""The editor's desk, worked as a person works it: by labels, buttons and keys.

No hand is as quick as this one: each step waits for a sign of the page that it may go on.
"""

import re
from datetime import UTC

from playwright.sync_api import expect

CHILDREN = "xpath=./*[@data-streamfield-child]"
WRITE, FACTS, PUBLISH = "Write", "Film and facts", "Publish"

# Whether every part of Wagtail's scripts that the page asks for is at its element and listens.
LISTENS = """() => {
  const app = window.wagtail?.app;
  if (!app || document.readyState !== 'complete') return false;
  return [...document.querySelectorAll('[data-controller]')].every((one) =>
    one.dataset.controller.split(/\\s+/)
      .filter((name) => app.router.modulesByIdentifier.has(name))
      .every((name) => app.getControllerForElementAndIdentifier(one, name)));
}"""
# A new block unfolds, and then takes the focus to itself. Timers end in the order of their times.
UNFOLD = """async (block) => {
  const timer = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  await timer(20);
  await window.jQuery(block).promise();
  await timer(60);
}"""


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

    def open(self, path):
        """Open a page of the admin, and wait until its scripts listen."""
        self.page.goto(self.address + path)
        self.be_listened_to()

    def be_listened_to(self):
        self.page.wait_for_function(LISTENS)

    def begin_essay(self, title):
        """Open the editor for a new essay by the ways of the admin, and give it a title."""
        self.begin_page("posts/postpage", title)

    def begin_page(self, kind, title):
        self.page.goto(f"{self.address}/admin/pages/create/{kind}")
        self.page.wait_for_url(re.compile(f"/admin/pages/add/{kind}/"))
        self.be_listened_to()
        field = self.page.locator("[name=title]")
        field.fill(title)
        field.press("Tab")
        # The slug follows the title when the field is left.
        expect(self.page.locator("[name=slug]")).not_to_have_value("")

    def fill_in(self, label, words):
        self.page.get_by_role("textbox", name=label).fill(words)

    def open_tab(self, name):
        tab = self.page.get_by_role("tab", name=name, exact=True)
        tab.click()
        expect(tab).to_have_attribute("aria-selected", "true")

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
        # The menu fades, and would be taken for that of the next block.
        expect(self.page.locator("[role=listbox] [role=option]")).to_have_count(0)
        block = blocks.nth(before)
        block.evaluate(UNFOLD)
        return block

    def write(self, block, words, field=None):
        """Type into the rich text of a block."""
        holder = block.locator(f"[data-contentpath={field}]") if field else block
        editor = holder.locator("[contenteditable=true]").first
        editor.click()
        expect(editor).to_be_focused()
        self.page.keyboard.insert_text(words)
        expect(editor).to_contain_text(words)
        # The form has them a quarter of a second later.
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
        self.search(dialog, words).get_by_text(title).click()
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

    def open_chooser(self, block, button="Choose a film"):
        """Press a button that opens a chooser, and return the chooser once it stands."""
        block.get_by_role("button", name=button, exact=True).click()
        return self.expect_chooser()

    def expect_chooser(self):
        # When it has come in whole, it takes the focus to itself.
        expect(self.page.locator(".modal")).to_be_focused()
        return self.page.locator(".modal-content")

    def search(self, dialog, words):
        """Type into a chooser's search, and return its one result."""
        results = dialog.locator("#search-results")
        results.evaluate("one => one.firstElementChild.setAttribute('data-before', '')")
        dialog.get_by_label("Search term").fill(words)
        expect(results.locator("[data-before]")).to_have_count(0)
        found = results.locator("a[data-chooser-modal-choice]")
        expect(found).to_have_count(1)
        return found

    def expect_chosen(self, block, title):
        expect(self.page.locator(".modal")).to_have_count(0)
        expect(block.locator("[data-chooser-title]")).to_contain_text(title)

    def preview(self):
        """Open the preview beside the editor and return its frame, once it shows a page."""
        self.page.get_by_role("button", name="Toggle preview").click()
        frame = self.page.frame_locator("#w-preview-iframe, iframe[title='Preview']").first
        expect(frame.locator("h1")).to_be_visible()
        return frame

    def publish(self):
        """Publish the essay that stands open and return its path for readers."""
        self.press_verb("Publish now")
        message = self.expect_message("published|live")
        return message.get_by_role("link", name="View live").get_attribute("href")

    def plan(self, when):
        """Give the essay that stands open an aware datetime, cut to its minute, and save it."""
        self.press("Save draft")
        self.expect_message("created|updated")
        self.page.get_by_role("button", name="Toggle status").click()
        self.page.get_by_role("button", name="Set schedule").click()
        dialog = self.page.get_by_role("dialog")
        # The journal of the tests keeps the time of UTC.
        typed = when.astimezone(UTC).strftime("%Y-%m-%d %H:%M")
        dialog.locator("input[name=go_live_at]").fill(typed)
        # The calendar opens over the buttons, and closes when something else is clicked.
        calendar = self.page.locator(".xdsoft_datetimepicker:visible")
        expect(calendar).to_have_count(1)
        dialog.get_by_role("heading").first.click()
        expect(calendar).to_have_count(0)
        self.leave_by(dialog.get_by_role("button", name="Save the dates"))
        self.expect_message("updated")

    def schedule(self, when):
        """Let the essay that stands open appear at an aware datetime, cut to its minute."""
        self.plan(when)
        self.press_verb("Schedule for")
        self.expect_message("scheduled|Scheduled")

    def press_verb(self, words):
        """Press the main button, which says what will happen, and begins with `words`."""
        button = self.page.locator("button[data-verb]").first
        expect(button).to_contain_text(words)
        self.leave_by(button)

    def press(self, name):
        """Press a button of the menu beside the main one."""
        button = self.page.get_by_role("button", name=name, exact=True)
        self.page.get_by_role("button", name="More actions").last.click()
        self.leave_by(button)

    def leave_by(self, button):
        """Press what leads to another page, and wait until that one listens."""
        self.page.evaluate("document.documentElement.dataset.left = ''")
        button.click()
        expect(self.page.locator("html:not([data-left])")).to_have_count(1)
        self.be_listened_to()

    def expect_message(self, words):
        """Return the message of success, which says one of `words`, parted by bars."""
        message = self.page.locator(".messages .success")
        expect(message).to_contain_text(re.compile(words))
        return message
