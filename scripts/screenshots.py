"""Makes the pictures of the documents from a running journal, or of every type of page to look at.

    DEMO_PASSWORD=… make run                          # in another terminal
    .venv/bin/python scripts/screenshots.py           # docs/images/*.webp, those of the README
    DEMO_PASSWORD=… .venv/bin/python scripts/screenshots.py --desk   # those of docs/publishing.md
    .venv/bin/python scripts/screenshots.py --all /tmp/looks

Needs the test dependencies (`make test` installs them) and a Chromium.
"""

import argparse
import io
import itertools
import os
import re
import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Error, sync_playwright

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-quic", "--no-first-run"]
THEMES, WIDTHS = ("light", "dark"), (390, 1280)
LARGEST_BYTES = 250_000
# Pages with an address of their own; the others are the first of their kind that are linked.
PAGES = {
    "home": "/",
    "journal": "/journal/",
    "films": "/films/",
    "quotes": "/quotes/",
    "about": "/about/",
    "search": "/search/?q=room",
    "404": "/nothing-of-the-kind/",
    "sign-in": "/admin/login/",
}
FIRST_LINKS = {
    "essay": ("/", "main article a[href^='/journal/']"),
    "thread": ("/", "a[href^='/journal/tag/']"),
    "film": ("/films/", "main a[href^='/films/']"),
    "quotation": ("/quotes/", "main figure a[href^='/quotes/']"),
}

EDITOR = "editor@example.org"
CALENDAR = "/admin/editorial/calendar/?view=month"
PLANNED = "The milkshake, again"

# What a browser leaves for later: pictures further down, and parts that no window shows yet.
SHOW_ALL = """() => {
  for (const one of document.querySelectorAll('main *')) one.style.contentVisibility = 'visible';
  return Promise.allSettled([...document.images].map((one) => {
    one.loading = 'eager';
    return one.decode();
  }));
}"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("address", nargs="?", default="http://127.0.0.1:8000")
    parser.add_argument("--desk", action="store_true", help="the pages of an editor")
    parser.add_argument("--all", metavar="FOLDER", type=Path, help="every type of page, in PNG")
    given = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        sys.exit("No Chromium is installed here: install your system's package “chromium”.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        try:
            address = given.address.rstrip("/")
            if given.all:
                show_all(browser, address, given.all)
            elif given.desk:
                show_desk(browser, address)
            else:
                show_readme(browser, address)
        except Error as error:
            sys.exit(f"{given.address} could not be shown: {error.message.splitlines()[0]}")


def show_readme(browser, address):
    """Make the two pictures of the README: the front page, and an essay with the lights down."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    paths = find_paths(browser, address)
    for name, theme in (("home", "light"), ("essay", "dark")):
        page = open_page(browser, address + paths[name], theme, width=1280, height=960)
        store(page.screenshot(), IMAGES / f"{name}-{theme}.webp")


def show_desk(browser, address):
    """Make the pictures of an editor's day: the desk, the calendar, and what the button says."""
    password = os.environ.get("DEMO_PASSWORD")
    if not password:
        sys.exit("Set DEMO_PASSWORD to the password of the demo journal's editor.")
    page = open_page(browser, f"{address}/admin/", "light", width=1280, height=960)
    page.fill("input[name=username]", EDITOR)
    page.fill("input[name=password]", password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{address}/admin/")
    for name, path in (("desk", "/admin/"), ("calendar", CALENDAR)):
        page.goto(address + path, wait_until="networkidle")
        store(page.screenshot(), IMAGES / f"{name}.webp")
    page.goto(f"{address}/admin/editorial/calendar/?view=agenda")
    for _month in range(3):
        entry = page.locator(".calendar-entry", has_text=PLANNED)
        if entry.count():
            break
        page.get_by_role("link", name="Later").click()
    entry.get_by_role("link", name="Edit").first.click()
    page.wait_for_url(re.compile("/edit/"))
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Toggle status").click()
    store(page.screenshot(), IMAGES / "verb.webp")


def show_all(browser, address, folder):
    """Make one full picture of each type of page, in both themes and at both widths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = find_paths(browser, address)
    for (name, path), theme, width in itertools.product(paths.items(), THEMES, WIDTHS):
        page = open_page(browser, address + path, theme, width=width, height=900)
        page.screenshot(path=folder / f"{name}-{width}-{theme}.png", full_page=True)
        page.context.close()
        print(folder / f"{name}-{width}-{theme}.png")


def find_paths(browser, address):
    """Return {name: path}; a kind of page that is linked nowhere is left out."""
    page = browser.new_page()
    found = {}
    for name, (path, selector) in FIRST_LINKS.items():
        page.goto(address + path)
        link = page.locator(selector).first
        if link.count():
            found[name] = link.get_attribute("href")
    page.close()
    return PAGES | found


def open_page(browser, url, theme, width, height):
    """Return a page that is wholly loaded, with the pictures further down in it."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=theme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(url, wait_until="load")
    page.evaluate(SHOW_ALL)
    page.evaluate("document.fonts.ready")
    return page


def store(png, path):
    """Store a screenshot as WebP, as well as fits in LARGEST_BYTES."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    for quality in (90, 80, 70, 60, 50):
        file = io.BytesIO()
        picture.save(file, "WEBP", quality=quality, method=6)
        if file.tell() <= LARGEST_BYTES:
            break
    path.write_bytes(file.getvalue())
    print(f"{path}: {file.tell():,} bytes")


if __name__ == "__main__":
    main()
