"""Every type of page as readers meet it: usable by all, in both themes, at every width."""

import pytest

from .crawling import fetch
from .looking import THEME_RULES, find_violations, what_is_too_wide
from .nu import find_faults, require_checker

pytestmark = pytest.mark.needs("chromium")

SIGN_IN = {"sign in": "/admin/login/"}


def open_each(page, seeded, paths):
    """Yield name for each of the paths, once the page stands open."""
    for name, path in paths.items():
        page.goto(seeded.address + path, wait_until="load")
        yield name


@pytest.mark.parametrize(
    ("theme", "width", "rules"),
    [
        ("light", 1280, None),
        ("dark", 390, None),
        ("light", 390, THEME_RULES),
        ("dark", 1280, THEME_RULES),
    ],
)
def test_axe_finds_nothing(seeded, open_context, theme, width, rules):
    page = open_context(width=width, color_scheme=theme, reduced_motion="reduce").new_page()
    violations = []
    for _name in open_each(page, seeded, seeded.paths | SIGN_IN):
        violations += find_violations(page, rules)
    assert not violations, "\n".join(violations)


def test_nothing_scrolls_sideways_and_no_policy_is_broken(seeded, open_context, watch):
    page = open_context(width=320, height=700).new_page()
    notes = watch(page, seeded.host)
    too_wide = {}
    for name in open_each(page, seeded, seeded.paths | SIGN_IN):
        if found := what_is_too_wide(page):
            too_wide[name] = found
    assert too_wide == {}
    assert (notes.foreign, notes.refused, notes.errors) == ([], [], [])


def test_a_reader_gets_no_cookie_and_keeps_nothing(seeded, open_context):
    context = open_context()
    page = context.new_page()
    for name in open_each(page, seeded, seeded.paths):
        assert context.cookies() == [], name
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_every_page_is_valid_html(seeded, tmp_path):
    require_checker()
    pages = {}
    for name, path in seeded.paths.items():
        _status, pages[name] = fetch(seeded.address + path)
    faults = find_faults(pages, tmp_path)
    assert not faults, "\n".join(faults)
