"""Every hostile string, posted as name and as words, published, and opened in a real browser."""

import pytest

from .comment_journal import APPROVE, open_journal
from .hostile import GOOD, RAN, TRAPS, Poster, all_strings, look
from .looking import what_is_too_wide

pytestmark = pytest.mark.needs("chromium")

# Rejected and spam too: nothing is so bad that it may break the page of who approves it.
APPROVE_ALL = APPROVE.replace("awaiting()", "approvable()")
NEXT = ".pager a[rel=next]"


@pytest.fixture(scope="module")
def journal(tmp_path_factory, chromium, lay_out):
    with open_journal(tmp_path_factory.mktemp("hostile"), lay_out) as journal:
        yield journal


def test_nothing_runs_and_nothing_breaks(journal, open_context):
    poster = Poster(journal.address, journal.essay.removeprefix(journal.address))
    strings = all_strings()
    for number, string in enumerate(strings):
        poster.post(string, f"Words {number}")
        poster.post(f"Reader {number}", string)
    print(f"{len(strings)} strings, answers: {dict(poster.statuses)}")
    assert poster.bad == []
    assert set(poster.statuses) <= GOOD
    assert poster.statuses[303] > len(strings)

    journal.run(APPROVE_ALL)
    # Without our policy, which would stop what should not be there in the first place.
    context = open_context(width=390, bypass_csp=True)
    context.add_init_script(RAN + TRAPS)
    foreign = []
    context.on("request", lambda request: (
        request.url.startswith(journal.address) or foreign.append(request.url)
    ))  # fmt: skip
    found, number, is_last = {}, 0, False
    while not is_last:
        number += 1
        page = context.new_page()
        if wrong := look(page, f"{journal.essay}?comments={number}", what_is_too_wide):
            found[number] = wrong
        is_last = not page.locator(NEXT).count()
        page.close()
    print(f"{number} pages opened")
    assert found == {}
    assert foreign == []
    assert number > 1
