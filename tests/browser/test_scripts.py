"""What scripts add for readers: the reply form that moves, lights, trailers; and the keyboard."""

import re
import time

import pytest
from playwright.sync_api import expect

from .servers import wait_until

pytestmark = pytest.mark.needs("chromium")

TICKET_SECONDS = 3.2  # a ticket counts when a person could have written something


@pytest.fixture
def essay(seeded, open_context):
    """The seeded essay, open in a wide window."""
    page = open_context().new_page()
    page.goto(seeded.address + seeded.paths["essay"])
    return page


def test_a_reply_is_written_in_place_and_posted(essay, seeded, watch):
    notes = watch(essay, seeded.host)
    comment = essay.locator(f"#comment-{seeded.comment}")
    form = essay.locator("form[data-comment-form]")
    with essay.expect_response(re.compile("/comments/ticket/")) as ticket:
        comment.locator("[data-reply]").click()
    began = time.monotonic()
    assert ticket.value.ok
    expect(comment.locator("form[data-comment-form]")).to_be_visible()
    expect(form.get_by_label("Your reply")).to_be_focused()
    expect(form.locator("[name=parent]")).to_have_value(str(seeded.comment))
    expect(form.locator(".reply-to")).to_contain_text("Reader 0")

    form.get_by_label("Your reply").fill("I sat in the same chair.")
    form.get_by_label("Name", exact=True).fill("Wren")
    form.get_by_label("Email", exact=True).fill("wren@mail.example")
    wait_until(lambda: time.monotonic() - began > TICKET_SECONDS, seconds=10)
    form.get_by_role("button", name="Post reply").click()
    essay.wait_for_url(re.compile("/comments/mine/"))
    expect(essay.get_by_text("Only you can see this")).to_be_visible()
    assert (notes.foreign, notes.refused, notes.errors) == ([], [], [])


def test_a_reply_that_is_thought_better_of_gives_the_form_back(essay):
    form = essay.locator("form[data-comment-form]")
    link = essay.locator("[data-reply]").first
    link.click()
    form.get_by_label("Your reply").fill("Kept.")
    form.locator("[data-cancel-reply]").click()
    expect(form.locator("[name=parent]")).to_have_value("")
    expect(essay.locator(".comment form")).to_have_count(0)
    expect(form.get_by_label("Your reply")).to_have_value("Kept.")
    expect(link).to_be_focused()


def test_a_form_with_faults_keeps_the_words_and_says_which(essay):
    form = essay.locator("form[data-comment-form]")
    form.get_by_label("Your reply").fill("All of it.")
    form.get_by_label("Name", exact=True).fill("Wren")
    form.get_by_label("Email", exact=True).fill("wren@")
    essay.evaluate("document.querySelector('[data-comment-form]').noValidate = true")
    with essay.expect_navigation() as answer:
        form.get_by_role("button", name="Post reply").click()
    assert answer.value.status == 422
    expect(form.get_by_label("Your reply")).to_have_value("All of it.")
    faults = form.get_by_role("alert").first
    expect(faults).to_be_focused()
    faults.get_by_role("link").first.click()
    expect(form.get_by_label("Email", exact=True)).to_be_focused()


def test_the_lights_go_down_and_stay_down(essay):
    button = essay.locator("[data-lights-button]")
    light = essay.evaluate(BACKGROUND)
    button.click()
    expect(essay.locator("html")).to_have_attribute("data-lights", "down")
    expect(button).to_have_text("Lights up")
    assert essay.evaluate(BACKGROUND) != light
    essay.reload()
    expect(essay.locator("html")).to_have_attribute("data-lights", "down")
    button.click()
    assert essay.evaluate(BACKGROUND) == light


BACKGROUND = "getComputedStyle(document.body).backgroundColor"


def test_a_trailer_asks_its_host_for_nothing_before_the_click(essay, seeded, watch):
    notes = watch(essay, seeded.host)
    essay.route(re.compile("vimeo"), lambda route: route.fulfill(body="<title>Player</title>"))
    essay.reload()
    facade = essay.locator("a.facade")
    facade.scroll_into_view_if_needed()
    facade.hover()
    essay.wait_for_load_state("networkidle")
    assert notes.foreign == []
    facade.click()
    player = essay.locator("iframe")
    expect(player).to_have_count(1)
    # Not to_be_focused(): it also asks whether the window has the focus, which a busy machine's
    # Chromium answers with no while the player moves to a process of its own. And a function, for
    # the policy lets no text be run.
    essay.wait_for_function("() => document.activeElement.matches('iframe')")
    assert "player.vimeo.com" in player.get_attribute("src")
    assert notes.foreign
    assert notes.refused == []


def test_stars_are_read_out_as_words(essay):
    assert "Mina gave it 4.5 out of 5" in essay.locator("main").aria_snapshot()


def test_a_comment_that_is_linked_to_is_found_by_the_keyboard(essay, seeded):
    essay.goto(f"{seeded.address}{seeded.paths['essay']}#comment-{seeded.comment}")
    essay.reload()
    expect(essay.locator(f"#comment-{seeded.comment}")).to_be_focused()


def test_the_keyboard_alone_reaches_and_shows_everything(essay):
    press = essay.keyboard.press
    press("Tab")
    skip = essay.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    press("Enter")
    expect(essay.locator("#main")).to_be_focused()
    reached = []
    while len(reached) < 200:
        press("Tab")
        tag, name, outline = essay.evaluate(FOCUSED)
        if tag == "BODY":
            break
        assert outline, f"{tag} {name!r} does not show that it has the focus"
        reached.append(name)
        if tag == "SUMMARY" and "How the film ends" in name:
            press("Enter")
            expect(essay.get_by_text("He is held down, and then up.")).to_be_visible()
    for name in ("body", "name", "email", "notify", "post", "preview"):
        assert name in reached, f"{name} is not among {reached}"


FOCUSED = """() => {
  const one = document.activeElement;
  const style = getComputedStyle(one);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const field = one.matches('button[value], textarea, input, select');
  const name = field ? (one.tagName === 'BUTTON' ? one.value : one.name) : one.textContent.trim();
  return [one.tagName, name, outlined];
}"""
