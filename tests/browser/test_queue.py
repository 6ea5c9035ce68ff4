"""The moderators' queue in a browser: keys, rows that go in place, and who cannot see or point."""

import re
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from .desk import Desk
from .looking import find_violations, what_is_too_wide
from .queue_seed import OWNER, WAITING
from .servers import free_port, manage, serve

SEED = "from tests.browser.queue_seed import build_queue; build_queue()"
QUEUE = "/admin/snippets/comments/comment/"


@pytest.fixture(scope="module")
def journal(tmp_path_factory, chromium, lay_out):
    """A journal with a full queue, served: .address."""
    place = {"data_dir": tmp_path_factory.mktemp("queue"), "port": free_port()}
    lay_out(place["data_dir"])
    manage("shell", "--no-imports", "-c", SEED, **place)
    with serve("--no-worker", "--workers", "1", **place) as (address, _said):
        yield SimpleNamespace(address=address, host=urlsplit(address).netloc)


@pytest.fixture
def open_queue(journal, open_context):
    """Return a function that signs in and opens the queue: open_queue(width=390, …)."""

    def open_one(**options):
        desk = Desk(open_context(**options).new_page(), journal.address)
        desk.sign_in(*OWNER)
        desk.open(QUEUE)
        return desk.page

    return open_one


def words_of(page):
    return [text.strip() for text in page.locator(".queue-words").all_inner_texts()]


def test_the_queue_can_be_read_by_everyone(open_queue, journal, watch):
    for width in (390, 1280):
        for scheme in ("light", "dark"):
            page = open_queue(width=width, color_scheme=scheme)
            notes = watch(page, journal.host)
            for path in (QUEUE, page.locator("[data-queue-row] h2 a").first.get_attribute("href")):
                page.goto(journal.address + path)
                expect(page.locator(".queue-words").first).to_be_visible()
                assert find_violations(page) == []
            assert (notes.foreign, notes.refused, notes.errors) == ([], [], [])


def test_it_fits_a_page_that_is_drawn_four_times_as_large(open_queue):
    page = open_queue(width=320, height=256)
    expect(page.locator("[data-queue-row]")).to_have_count(len(WAITING))
    assert what_is_too_wide(page) is None


def test_keys_decide_while_the_list_has_the_focus_and_only_then(open_queue):
    page = open_queue()
    rows, said = page.locator("[data-queue-row]"), page.locator("[data-queue-said]")
    focused = page.locator("[data-queue-row]:focus")
    expect(rows).to_have_count(len(WAITING))

    page.locator("[data-queue-keys] summary").click()
    page.keyboard.press("a")
    page.get_by_role("button", name="Go to the first comment").click()
    expect(focused).to_contain_text(WAITING[0])
    expect(rows).to_have_count(len(WAITING))

    page.keyboard.press("?")
    expect(page.locator("[data-queue-keys]")).not_to_have_attribute("open", "")
    expect(page.locator("#keyboard-shortcuts-dialog")).to_be_hidden()
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("k")
    expect(focused).to_contain_text("First.")

    page.keyboard.press("a")
    expect(said).to_have_text("Approved: Reader 0.")
    expect(focused).to_contain_text("Second.")
    expect(page.locator("[data-queue-count]")).to_contain_text("5 wait")
    page.keyboard.press("s")
    expect(said).to_have_text("Marked as spam: Reader 1.")
    page.keyboard.press("u")
    expect(said).to_have_text("Taken back: 1 comment is what it was.")
    expect(focused).to_contain_text("Second.")
    assert words_of(page)[1:3] == ["Second.", "Third."]

    page.keyboard.press("e")
    expect(page).to_have_url(re.compile("/answer/"))
    expect(page.get_by_label("Your answer")).to_be_visible()


def test_who_was_slower_sees_what_the_comment_is_now(open_queue):
    pages = [open_queue() for _time in range(2)]
    rows = [page.locator("[data-queue-row]", has_text="Third.") for page in pages]
    rows[0].get_by_role("button", name="Reject").click()
    expect(rows[0]).to_have_count(0)
    rows[1].get_by_role("button", name="Approve").click()
    said = pages[1].locator("[data-queue-said]")
    expect(said).to_contain_text("Someone else was faster. Reader 2: Rejected now.")
    expect(rows[1].locator(".queue-mark--state")).to_have_text("Rejected")
    pages[0].bring_to_front()
    pages[0].get_by_role("button", name="Undo").click()
    expect(pages[0].locator("[data-queue-row]:focus")).to_contain_text("Third.")


def test_it_works_without_scripts(open_context, journal):
    context = open_context()
    Desk(context.new_page(), journal.address).sign_in(*OWNER)
    still = open_context(java_script_enabled=False, storage_state=context.storage_state())
    page = still.new_page()
    page.goto(journal.address + QUEUE)
    row = page.locator("[data-queue-row]", has_text="Third.")
    row.get_by_role("button", name="Reject").click()
    expect(page.locator(".messages")).to_contain_text("Rejected: Reader 2.")
    # Wagtail lays a warning over pages without scripts: a key still gets through.
    page.locator(".messages").get_by_role("button", name="Undo").press("Enter")
    expect(page.locator(".messages")).to_contain_text("Taken back: 1 comment is what it was.")
    expect(page.locator("[data-queue-row]", has_text="Third.")).to_have_count(1)
