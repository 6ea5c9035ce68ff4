"""What is asked of any page that stands open in the browser."""

from axe_playwright_python.sync_playwright import Axe

# Nothing may hide from the look: neither what is folded nor what a browser leaves undrawn.
OPEN_ALL = """() => {
  for (const one of document.querySelectorAll('details')) one.open = true;
  for (const one of document.querySelectorAll('main *')) one.style.contentVisibility = 'visible';
}"""
SIDEWAYS = """() => {
  const width = document.documentElement.clientWidth;
  const wide = [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > width + 1)
    .map((one) => one.tagName + '.' + one.className);
  return document.documentElement.scrollWidth > width ? wide.slice(0, 5) : null;
}"""
THEME_RULES = {"runOnly": {"type": "rule", "values": ["color-contrast", "target-size"]}}


def find_violations(page, options=None):
    """Return what axe finds in the open page with all its details open, one line each."""
    page.evaluate(OPEN_ALL)
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{page.url}: {one['id']}: {node['html'][:160]} {node['failureSummary'][-160:]}"
        for one in found
        for node in one["nodes"]
    ]


def what_is_too_wide(page):
    """Return some elements that make the page scroll sideways, or None when it does not."""
    page.evaluate(OPEN_ALL)
    return page.evaluate(SIDEWAYS)
