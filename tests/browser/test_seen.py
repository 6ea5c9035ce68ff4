"""Somebody who has seen the film says so once, and its curtains stay open on their device."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.needs("chromium")

BUTTON = "[data-seen]"
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked') }})"


def open_page(context, seeded, name="essay"):
    page = context.new_page()
    page.goto(seeded.address + seeded.paths[name])
    return page


def curtains(page):
    return page.locator("details.spoiler").evaluate_all("all => all.map(one => one.open)")


def test_saying_so_opens_the_curtains_now_and_on_later_visits(seeded, open_context):
    context = open_context()
    page = open_page(context, seeded)
    button = page.locator(BUTTON)
    expect(button).to_have_attribute("aria-pressed", "false")
    assert len(curtains(page)) > 1
    assert not any(curtains(page))
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert all(curtains(page))
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert all(curtains(page))
    button.click()
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert not any(curtains(page))


def test_nobody_is_told_and_the_policy_lets_the_data_of_the_head_pass(seeded, open_context, watch):
    context = open_context()
    page = context.new_page()
    notes = watch(page, seeded.host)
    page.goto(seeded.address + seeded.paths["essay"])
    told = []
    page.on("request", lambda request: told.append(request.resource_type))
    page.locator(BUTTON).click()
    page.wait_for_load_state("networkidle")
    assert not set(told) & {"document", "fetch", "ping", "xhr"}
    assert context.cookies() == []
    types = "all => all.map(one => JSON.parse(one.textContent)['@type'])"
    data = page.locator("script[type='application/ld+json']").evaluate_all(types)
    assert data == ["BlogPosting", "Review", "FAQPage"]
    assert (notes.foreign, notes.refused, notes.errors) == ([], [], [])


def test_it_works_for_one_page_where_nothing_may_be_kept(seeded, open_context):
    context = open_context()
    context.add_init_script(NO_STORAGE)
    page = open_page(context, seeded)
    page.locator(BUTTON).click()
    expect(page.locator(BUTTON)).to_have_attribute("aria-pressed", "true")
    assert all(curtains(page))


def test_it_is_not_offered_without_curtains_or_without_a_script(seeded, open_context):
    page = open_page(open_context(), seeded, "film without anything")
    expect(page.locator(BUTTON)).to_be_hidden()
    page = open_page(open_context(java_script_enabled=False), seeded)
    expect(page.locator(BUTTON)).to_be_hidden()
    curtain = page.locator("details.spoiler").first
    curtain.locator("summary").click()
    expect(curtain).to_have_attribute("open", "")
