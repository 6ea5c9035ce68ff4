"""The film editor, worked by labels, buttons and keys: people, lists of terms, rows of facts."""

from playwright.sync_api import expect

from .desk import CHILDREN, FACTS, UNFOLD, Desk


class FilmDesk(Desk):
    """A signed-in editor's window on the editor of films."""

    def begin_film(self, title):
        self.begin_page("films/filmpage", title)

    def fill_facts(self, **words):
        """Type into the plain fields of the tab of facts, by their names in the form."""
        self.open_tab(FACTS)
        for name, text in words.items():
            self.page.locator(f"[name={name}]").fill(str(text))

    def choose_term(self, field, typed, name):
        """Choose `name` from what a list of terms proposes for the first letters."""
        # All letters at once: a proposal for fewer would be taken away under the hand.
        self.page.locator(f"input#id_{field} + ul input").fill(typed)
        self.page.locator(".ui-menu-item:visible").get_by_text(name, exact=True).click()
        self.expect_term(field, name)

    def type_term(self, field, name):
        """Add a term of the author's own words."""
        box = self.page.locator(f"input#id_{field} + ul input")
        box.fill(name)
        box.press("Enter")
        self.expect_term(field, name)

    def expect_term(self, field, name):
        terms = self.page.locator(f"input#id_{field} + ul .tagit-label")
        expect(terms.get_by_text(name, exact=True)).to_have_count(1)

    def add_credit(self, name, role, *, is_new=True, **fields):
        """Add a row to the credits, with a new person or one that is there."""
        rows = self.page.locator("[data-inline-panel-child]:visible")
        number = rows.count()
        self.page.get_by_role("button", name="Add credit").click()
        expect(rows).to_have_count(number + 1)
        row = rows.nth(number)
        dialog = self.open_chooser(row, "Choose person")
        if is_new:
            dialog.get_by_role("tab", name="New").click()
            dialog.locator("input[name$=name]").fill(name)
            dialog.get_by_role("button", name="Add person").click()
        else:
            self.search(dialog, name).click()
        self.expect_chosen(row, name)
        row.locator("select[name$=role]").select_option(label=role)
        for field, words in fields.items():
            target = row.locator(f"[name$={field}]")
            target.check() if words is True else target.fill(words)
        return row

    def add_rows(self, block, name, rows):
        """Fill in a list of a block, one dict of fields a row; True ticks a box."""
        listed = block.locator(f"[data-contentpath={name}]").first
        items = listed.locator("[data-streamfield-list-container]").first.locator(CHILDREN)
        for number, fields in enumerate(rows):
            if items.count() <= number:
                self.add_item(listed, items)
            self.fill_row(items.nth(number), fields)

    def add_item(self, listed, items):
        """Add an empty row to a list, and wait until it has unfolded."""
        before = items.count()
        listed.get_by_role("button", name="Add", exact=True).last.click()
        expect(items).to_have_count(before + 1)
        items.nth(before).evaluate(UNFOLD)

    def fill_row(self, row, fields):
        for field, words in fields.items():
            holder = row.locator(f"[data-contentpath={field}]")
            if words is True:
                holder.locator("input[type=checkbox]").check()
            elif holder.locator("select").count():
                holder.locator("select").select_option(label=words)
            else:
                holder.locator("input:not([type=hidden]), textarea").first.fill(str(words))

    def first_row(self, block, name):
        """Return the row that a new list begins with, or a first one added to an empty list."""
        listed = block.locator(f"[data-contentpath={name}]").first
        items = listed.locator("[data-streamfield-list-container]").first.locator(CHILDREN)
        if not items.count():
            self.add_item(listed, items)
        return items.first

    def add_line(self, block, name, line):
        """Fill in the first of a list of single lines."""
        self.first_row(block, name).locator("input[type=text]").first.fill(line)

    def write_heading(self, block, words):
        """Type a heading into rich text, by the sign that Draftail turns into one."""
        editor = block.locator("[contenteditable=true]").first
        editor.click()
        expect(editor).to_be_focused()
        self.page.keyboard.type("## ")
        heading = editor.locator("h2")
        expect(heading).to_have_count(1)
        self.page.keyboard.insert_text(words)
        expect(heading).to_have_text(words)
        self.page.keyboard.press("Enter")
        expect(editor.locator("[data-block]")).to_have_count(2)
