"""What scripts add for who writes: drafts, the waiting comment in its place, the name."""

import json
import re
import time

import pytest
from playwright.sync_api import expect

from .comment_journal import APPROVE, fill_in, open_journal
from .looking import find_violations
from .servers import wait_until

pytestmark = pytest.mark.needs("chromium")

TICKET_SECONDS = 3.2  # a ticket counts when a person could have written something
RECEIPT = re.compile(r"/comments/mine/[\w:-]+/$")
DRAFT = "Your words from last time stand here again."
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked') }})"
KEPT = "() => Object.fromEntries(Object.entries(localStorage).map(([k, v]) => [k, JSON.parse(v)]))"


@pytest.fixture(scope="module")
def journal(tmp_path_factory, chromium, lay_out):
    with open_journal(tmp_path_factory.mktemp("comments"), lay_out) as journal:
        yield journal


@pytest.fixture
def page(journal, open_context):
    """The essay in a wide window."""
    page = open_context().new_page()
    page.goto(journal.essay)
    return page


def get_form(page):
    return page.locator("form[data-comment-form]")


def post(page, words, **fields):
    """Write and post as a person does, and wait for the receipt."""
    form = get_form(page)
    form.locator("[name=body]").focus()
    expect(form.locator("[name=ticket]")).not_to_have_value("")
    began = time.monotonic()
    fill_in(form, words, **fields)
    wait_until(lambda: time.monotonic() - began > TICKET_SECONDS, seconds=10)
    form.get_by_role("button", name="Post reply").click()
    page.wait_for_url(RECEIPT)


def reply_to(page, name):
    page.get_by_role("link", name=f"Reply to {name}").click()
    expect(get_form(page).locator("[name=body]")).to_be_focused()


def wait_for_kept(page, key):
    wait_until(lambda: key in page.evaluate(KEPT), seconds=10)


def draft_key(page, parent=""):
    return f"draft {get_form(page).get_attribute('action')} {parent}"


def test_words_outlive_a_reload_and_are_kept_for_each_place(page, journal):
    form, body = get_form(page), get_form(page).locator("[name=body]")
    body.fill("Of chairs in general.")
    wait_for_kept(page, draft_key(page))
    page.reload()
    expect(body).to_have_value("Of chairs in general.")
    expect(page.get_by_text(DRAFT)).to_be_visible()
    assert find_violations(page) == []

    # They go along into an answer, and back; another answer begins empty.
    reply_to(page, "Wren")
    expect(body).to_have_value("Of chairs in general.")
    body.fill("Of Wren's chair.")
    parent = form.locator("[name=parent]").input_value()
    wait_for_kept(page, draft_key(page, parent))
    page.goto(f"{journal.essay}?reply={parent}")
    expect(body).to_have_value("Of Wren's chair.")
    page.goto(journal.essay)
    expect(body).to_have_value("")
    reply_to(page, "Wren")
    expect(body).to_have_value("Of Wren's chair.")
    page.get_by_role("button", name="Discard them").click()
    expect(body).to_have_value("")
    expect(body).to_be_focused()
    assert page.evaluate(KEPT) == {}


def test_words_outlive_an_error_of_the_server_and_a_lost_network(page, journal):
    form = get_form(page)
    fill_in(form, "Chairs, twice lost.")
    wait_for_kept(page, draft_key(page))
    page.route(re.compile("/comments/\\d+/$"), lambda route: route.fulfill(status=500, body="Oh."))
    form.get_by_role("button", name="Post reply").click()
    expect(page.get_by_text("Oh.")).to_be_visible()
    page.goto(journal.essay)
    expect(form.locator("[name=body]")).to_have_value("Chairs, twice lost.")
    page.unroute_all()
    fill_in(form, "Chairs, twice lost.")
    page.context.set_offline(True)
    form.get_by_role("button", name="Post reply").click()
    page.wait_for_url(re.compile("chrome-error"))
    page.context.set_offline(False)
    page.goto(journal.essay)
    expect(form.locator("[name=body]")).to_have_value("Chairs, twice lost.")


def test_a_waiting_comment_stands_in_its_place_for_its_writer_alone(
    page, journal, open_context, watch
):
    notes = watch(page, journal.host)
    reply_to(page, "Wren")
    post(page, "Which of the twelve chairs was it?")
    receipt = page.url
    [addresses] = page.evaluate(KEPT).values()
    assert [f"{journal.address}{address}" for address in addresses] == [receipt]

    page.get_by_role("link", name="Back to all replies").click()
    mine = page.locator("article.pending")
    expect(mine).to_contain_text("Only you can see this.")
    expect(mine).to_contain_text("Which of the twelve chairs was it?")
    above = page.locator("li", has=mine).locator("> article").first
    expect(above).to_contain_text("I sat there too.")
    assert get_form(page).locator("[name=body]").input_value() == ""
    assert find_violations(page) == []

    stranger = open_context().new_page()
    stranger.goto(journal.essay)
    stranger.wait_for_load_state("networkidle")
    expect(stranger.locator("#comments")).not_to_contain_text("Which of the twelve")

    mine.get_by_role("link", name="Edit").click()
    expect(page).to_have_url(f"{receipt}#edit")
    page.goto(journal.essay)
    journal.run(APPROVE)
    page.reload()
    expect(page.locator("article.u-comment", has_text="Which of the twelve")).to_have_count(1)
    wait_until(lambda: page.evaluate(KEPT) == {}, seconds=10)
    expect(page.locator("article.pending")).to_have_count(0)
    assert (notes.foreign, notes.refused, notes.errors) == ([], [], [])


def test_a_name_is_kept_only_where_it_was_asked_for(page, journal):
    form = get_form(page)
    box = form.get_by_label(re.compile("Fill in my name"))
    expect(box).to_be_hidden()
    form.locator("[name=body]").focus()
    expect(box).to_be_visible()
    expect(box).not_to_be_checked()
    post(page, "The second chair from the door.", name="Ida")
    assert "Ida" not in json.dumps(page.evaluate(KEPT))
    page.goto(journal.essay)
    form.locator("[name=body]").focus()
    box.check()
    post(page, "And the third chair as well.", name="Ida")
    page.goto(journal.essay)
    expect(form.get_by_label("Name", exact=True)).to_have_value("Ida")
    expect(form.get_by_label("Email", exact=True)).to_have_value("orla@mail.example")
    expect(box).to_be_checked()


def test_a_withdrawn_comment_is_forgotten(page, journal):
    post(page, "A chair that I take back.", name="Una")
    page.get_by_role("button", name="Withdraw my reply").click()
    expect(page.get_by_role("heading", name="This reply is gone")).to_be_visible()
    page.goto(journal.essay)
    wait_until(lambda: page.evaluate(KEPT) == {}, seconds=10)
    expect(page.locator("article.pending")).to_have_count(0)


def test_where_nothing_may_be_kept_everything_else_works(journal, open_context, watch):
    context = open_context()
    context.add_init_script(NO_STORAGE)
    page = context.new_page()
    notes = watch(page, journal.host)
    page.goto(journal.essay)
    post(page, "A chair in a private window.", name="Nina")
    expect(page.get_by_role("heading", name="Waiting")).to_be_visible()
    page.goto(journal.essay)
    reply_to(page, "Ada")
    assert notes.errors == []


def test_what_is_left_to_write_is_said_when_it_becomes_little(page):
    said = get_form(page).locator("output[data-longest]")
    body = get_form(page).locator("[name=body]")
    body.fill("a" * 4000)
    body.press("End")
    expect(said).to_have_text("")
    body.fill("🎞" * 4990)
    expect(said).to_have_text("Characters left: 10")
    # An output is a polite live region by itself.
    assert said.evaluate("one => one.tagName") == "OUTPUT"


def test_the_keyboard_never_meets_the_field_for_programs(page):
    page.locator("[name=body]").focus()
    names = []
    while len(names) < 12:
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.name || ''"))
    assert not [name for name in names if name.startswith("topic_")]
    assert {"name", "email", "notify", "private"} <= set(names)
