"""Looking films up by keyboard alone: in the chooser of an essay, and from a film's editor."""

import re
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.factories.accounts import PASSWORD
from tests.films.sources.replay import TOKEN, replaying

from .desk import FACTS, Desk
from .servers import free_port, manage, serve

pytestmark = pytest.mark.needs("chromium")

EDITOR = "editor@example.org"
MAKE = f"""
from tests.factories.accounts import UserFactory
from tests.factories.films import make_film
from home.setup import lay_out_journal
UserFactory(email="{EDITOR}", groups=["Editor"])
film = make_film(lay_out_journal().films, "A Plain Film", 1999, tagline="My own words.")
print(f"FILM {{film.pk}}")
"""


@pytest.fixture(scope="module")
def journal(tmp_path_factory, chromium, lay_out):
    """A journal with one film and one editor, whose sources are a server of this process."""
    folder, port = tmp_path_factory.mktemp("look-up"), free_port()
    lay_out(folder)
    with replaying() as replay:
        extra = {
            "DJANGO_SETTINGS_MODULE": "tests.browser.replayed_settings",
            "REPLAY_URL": replay.address,
            "TMDB_TOKEN": TOKEN,
        }
        said = manage("shell", "--no-imports", "-c", MAKE, data_dir=folder, port=port, **extra)
        film = int(re.search(r"FILM (\d+)", said)[1])
        arguments = ("--no-worker", "--workers", "1")
        with serve(*arguments, data_dir=folder, port=port, **extra) as (address, _said):
            yield SimpleNamespace(
                address=address, host=urlsplit(address).netloc, film=film, replay=replay
            )


@pytest.fixture
def desk(journal, open_context):
    desk = Desk(open_context().new_page(), journal.address)
    desk.sign_in(EDITOR, PASSWORD)
    return desk


def open_chooser(desk, button):
    """Open the film chooser by its button, with the Enter key, and return it."""
    desk.page.get_by_role("button", name=button, exact=True).first.press("Enter")
    return desk.expect_chooser()


def look_up(dialog, words):
    """Go to the middle tab of the chooser by arrow key, and look up a title."""
    keys = dialog.page.keyboard
    search = dialog.get_by_role("tab", name="Search")
    expect(search).to_have_attribute("aria-selected", "true")
    search.focus()
    keys.press("ArrowRight")
    expect(dialog.get_by_role("tab", name="Look up")).to_be_focused()
    title = dialog.locator("#look_up_title")
    expect(title).to_be_visible()
    title.focus()
    keys.type(words)
    keys.press("Enter")
    # The focus goes to what was found, in the same tab, and the words are still there.
    expect(dialog.locator("#look-up-answers")).to_be_focused()
    expect(title).to_have_value(words)


def focused(page):
    """Return the words of what has the focus."""
    told = "document.activeElement.textContent || document.activeElement.value || ''"
    return " ".join(page.evaluate(told).split())


def tab_to(page, words, most=60):
    """Press Tab until something with these words has the focus."""
    for _press in range(most):
        page.keyboard.press("Tab")
        if focused(page).startswith(words):
            return
    raise AssertionError(f"{words!r} is not reached by the Tab key.")


def faults(page, selector):
    found = Axe().run(page, context=selector).response["violations"]
    return [fault["id"] for fault in found]


def test_a_film_is_looked_up_and_added_by_keyboard(journal, desk, watch):
    page, keys = desk.page, desk.page.keyboard
    notes = watch(page, journal.host)
    desk.begin_essay("Waiting for water")
    desk.open_tab(FACTS)
    dialog = open_chooser(desk, "Choose a film")
    look_up(dialog, "The Quiet Well")
    expect(dialog.get_by_text("The Quiet Well (1986)").first).to_be_visible()
    expect(dialog.locator(".lookup-poster").first).to_be_visible()
    assert faults(page, ".modal-content") == []
    tab_to(page, "Add this film The Quiet Well 1986")
    keys.press("Enter")
    expect(dialog).to_have_count(0)
    expect(page.get_by_text("The Quiet Well (1986)").first).to_be_visible()
    assert (notes.foreign, notes.refused, notes.errors) == ([], [], [])

    # Once more, from another essay: the library is asked first.
    desk.begin_essay("Waiting again")
    desk.open_tab(FACTS)
    dialog = open_chooser(desk, "Choose a film")
    look_up(dialog, "The Quiet Well")
    tab_to(page, "Add this film The Quiet Well 1986")
    keys.press("Enter")
    expect(dialog.locator("#look-up-question")).to_be_focused()
    assert faults(page, ".modal-content") == []
    tab_to(page, "Use it as it is")
    keys.press("Enter")
    expect(dialog).to_have_count(0)


def test_the_new_tab_still_asks_and_the_look_up_is_sent_once(journal, desk):
    page = desk.page
    desk.begin_essay("A plain essay")
    desk.open_tab(FACTS)
    dialog = desk.open_chooser(page, "Choose a film")
    dialog.get_by_role("tab", name="New").click()
    dialog.locator("#id_title").last.fill("a plain film")
    dialog.get_by_role("button", name="Add film").click()
    expect(dialog.get_by_text("is in the library already").first).to_be_visible()
    sent = []
    page.on("request", lambda request: request.method == "POST" and sent.append(request.url))
    dialog.get_by_role("tab", name="Look up").click()
    dialog.locator("#look_up_title").fill("The Quiet Well")
    dialog.get_by_role("button", name="Look up").click()
    expect(dialog.locator("#look-up-answers")).to_be_focused()
    assert len([url for url in sent if "look-up" in url]) == 1


def test_a_film_is_compared_and_filled_by_keyboard(journal, desk, watch):
    page, keys = desk.page, desk.page.keyboard
    notes = watch(page, journal.host)
    desk.open(f"/admin/pages/{journal.film}/edit/")
    page.get_by_role("button", name="Actions", exact=True).first.focus()
    keys.press("Enter")
    link = page.get_by_role("link", name="Look up")
    expect(link).to_be_visible()
    link.focus()
    keys.press("Enter")
    page.wait_for_url(f"**/admin/films/{journal.film}/lookup/")
    page.locator("#id_title").fill("The Quiet Well")
    keys.press("Enter")
    expect(page.get_by_role("heading", name="TMDB")).to_be_visible()
    assert faults(page, "#main") == []
    compare = page.get_by_role("link", name="Compare The Quiet Well 1986").last
    compare.focus()
    keys.press("Enter")
    own = page.get_by_role("checkbox", name="Tagline")
    expect(own).not_to_be_checked()
    expect(page.get_by_role("checkbox", name="Synopsis")).to_be_checked()
    assert faults(page, "#main") == []
    page.get_by_role("checkbox", name="Synopsis").focus()
    tab_to(page, "Take over into the draft")
    keys.press("Enter")
    page.wait_for_url(re.compile(r"/edit/"))
    expect(page.get_by_text("Taken over into the draft.")).to_be_visible()
    expect(page.locator("[name=tagline]")).to_have_value("My own words.")
    expect(page.locator("[name=synopsis]")).to_have_value(
        "A well is dug, and a village learns to wait."
    )
    assert (notes.foreign, notes.refused) == ([], [])
