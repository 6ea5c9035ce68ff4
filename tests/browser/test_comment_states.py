"""Threads in every state, as readers meet them: usable by all, and found by their addresses."""

import json
import re
from http import HTTPStatus
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from .crawling import fetch
from .looking import THEME_RULES, find_violations, what_is_too_wide
from .nu import find_faults, require_checker
from .servers import free_port, manage, serve

pytestmark = pytest.mark.needs("chromium")

SEED = """
import json
from tests.factories.comment_states import build_comment_states
print("STATES " + json.dumps(build_comment_states()))
"""
NARROW = {"width": 320, "height": 640}  # as 1280 pixels at 400 % zoom


@pytest.fixture(scope="module")
def states(tmp_path_factory, chromium, lay_out):
    """A journal with every state, served: .address, .host, .paths by name."""
    place = {"data_dir": tmp_path_factory.mktemp("states"), "port": free_port()}
    lay_out(place["data_dir"])
    printed = manage("shell", "--no-imports", "-c", SEED, **place)
    paths = json.loads(re.search(r"^STATES (.*)$", printed, re.MULTILINE)[1])
    with serve("--no-worker", "--workers", "1", **place) as (address, _said):
        yield SimpleNamespace(address=address, host=urlsplit(address).netloc, paths=paths)


def open_each(page, states):
    for name, path in states.paths.items():
        page.goto(states.address + path, wait_until="load")
        yield name


@pytest.mark.parametrize(
    ("theme", "width", "rules"),
    [("light", 1280, None), ("dark", 390, None), ("light", 390, THEME_RULES)],
)
def test_axe_finds_nothing(states, open_context, theme, width, rules):
    page = open_context(width=width, color_scheme=theme, reduced_motion="reduce").new_page()
    violations = []
    for _name in open_each(page, states):
        violations += find_violations(page, rules)
    assert not violations, "\n".join(violations)


def test_nothing_scrolls_sideways_at_400_percent(states, open_context, watch):
    page = open_context(**NARROW).new_page()
    notes = watch(page, states.host)
    too_wide = {}
    for name in open_each(page, states):
        if found := what_is_too_wide(page):
            too_wide[name] = found
    assert too_wide == {}
    assert (notes.foreign, notes.refused, notes.errors) == ([], [], [])


def test_every_state_is_valid_html(states, tmp_path):
    require_checker()
    pages = {}
    for name, path in states.paths.items():
        status, html = fetch(states.address + path.partition("#")[0])
        if status == HTTPStatus.OK:
            pages[name] = html
    faults = find_faults(pages, tmp_path)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("has_script", [True, False])
def test_an_address_leads_into_a_folded_thread(states, open_context, has_script):
    page = open_context(java_script_enabled=has_script).new_page()
    page.goto(states.address + states.paths["states"])
    number = states.paths["named"].rpartition("-")[2]
    expect(page.locator(f"#comment-{number}")).to_be_hidden()
    page.goto(states.address + states.paths["named"])
    comment = page.locator(f"#comment-{number}")
    expect(comment).to_be_in_viewport()
    expect(comment).to_be_focused()
    expect(comment).to_have_class(re.compile(r"\bnamed\b"))


def test_a_conversation_goes_on_where_the_list_ends(states, open_context):
    page = open_context(java_script_enabled=False).new_page()
    page.goto(states.address + states.paths["long"])
    shown = page.locator("article.comment").count()
    page.locator("details.replies > summary").click()
    link = page.get_by_role("link", name=re.compile("^Continue this conversation"))
    number = urlsplit(link.get_attribute("href")).fragment
    link.click()
    assert shown < 150
    expect(page.locator(f"#{number}")).to_be_in_viewport()
    page.get_by_role("link", name="Back to all replies").click()
    expect(page.get_by_role("heading", name="150 replies")).to_be_visible()


def test_a_report_is_sent_without_a_script(states, open_context):
    page = open_context(java_script_enabled=False).new_page()
    page.goto(states.address + states.paths["closed"])
    page.get_by_role("link", name="Report Wren’s comment").click()
    page.get_by_label("It is hurtful or rude").check()
    page.get_by_label("Anything that helps to decide").fill("She is not here to answer.")
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_text("Your report has arrived.")).to_be_visible()
    page.get_by_role("link", name="Back to the comment").click()
    expect(page.get_by_text("Long ago.")).to_be_in_viewport()
