"""The film editor, worked by labels, buttons and keys: people, lists of terms, rows of facts."""

from playwright.sync_api import expect

from .desk import CHILDREN, FACTS, Desk


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
        self.page.locator(f"input#id_{field} + ul input").press_sequentially(typed)
        self.page.locator(".ui-menu-item:visible").get_by_text(name, exact=True).click()

    def type_term(self, field, name):
        """Add a term of the author's own words."""
        box = self.page.locator(f"input#id_{field} + ul input")
        box.press_sequentially(name)
        box.press("Enter")

    def add_credit(self, name, role, *, is_new=True, **fields):
        """Add a row to the credits, with a new person or one that is there."""
        rows = self.page.locator("[data-inline-panel-child]:visible")
        number = rows.count()
        self.page.get_by_role("button", name="Add credit").click()
        row = rows.nth(number)
        row.get_by_role("button", name="Choose person", exact=True).click()
        dialog = self.page.locator(".modal-content")
        if is_new:
            dialog.get_by_role("tab", name="New").click()
            dialog.locator("input[name$=name]").fill(name)
            dialog.get_by_role("button", name="Add person").click()
        else:
            dialog.get_by_label("Search term").fill(name)
            found = dialog.locator("#search-results a[data-chooser-modal-choice]")
            expect(found).to_have_count(1)
            found.click()
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
                listed.get_by_role("button", name="Add", exact=True).last.click()
            self.fill_row(items.nth(number), fields)

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
            listed.get_by_role("button", name="Add", exact=True).last.click()
        return items.first

    def add_lines(self, block, name, lines):
        """Fill in a list of single lines."""
        for number, line in enumerate(lines):
            row = self.first_row(block, name) if number == 0 else None
            row.locator("input[type=text]").first.fill(line)

    def write_heading(self, block, words):
        """Type a heading into rich text, by the sign that Draftail turns into one."""
        editor = block.locator("[contenteditable=true]").first
        editor.click()
        self.page.keyboard.type("## ")
        self.page.keyboard.type(words)
        self.page.keyboard.press("Enter")
