"""What a fresh machine shows after one command: the demo journal, and the story that it is for."""

import re

import pytest
from playwright.sync_api import expect

from . import story
from .crawling import crawl, one_of_each_kind
from .desk import Desk
from .looking import find_violations
from .nu import find_faults, require_checker
from .servers import wait_until

pytestmark = pytest.mark.needs("chromium")

SIGN_IN = re.compile(r"^Sign in at (\S+)/admin/ as (\S+@\S+).* with (\S+)$", re.MULTILINE)
PUBLISH_SECONDS = 45  # after its time: the timed work looks every few seconds
# What waits for its time is asked for a day earlier; the clock of the journal stands for all else.
LET_A_DAY_PASS = """
from datetime import timedelta
from wagtail.models import Page, Revision
for revision in Revision.objects.filter(approved_go_live_at__isnull=False):
    earlier = revision.approved_go_live_at - timedelta(days=1)
    revision.approved_go_live_at = earlier
    revision.content["go_live_at"] = earlier.isoformat()
    revision.save()
    Page.objects.filter(pk=revision.object_id).update(go_live_at=earlier)
"""
LOOKED_AT = 6  # pages of each kind in the browser; the HTML of all is checked


@pytest.fixture(scope="module")
def demo_pages(first_start):
    return crawl(first_start.address)


def test_every_page_of_the_demo_journal_answers(demo_pages):
    assert {path: page[0] for path, page in demo_pages.items() if page[0] != 200} == {}
    assert len([path for path in demo_pages if path.startswith("/journal/")]) > 12
    assert len([path for path in demo_pages if path.startswith("/films/")]) > 20


def test_every_page_of_the_demo_journal_is_valid_html(demo_pages, tmp_path):
    require_checker()
    faults = find_faults({path: html for path, (_, html) in demo_pages.items() if html}, tmp_path)
    assert not faults, "\n".join(faults)


def test_axe_finds_nothing_in_the_demo_journal(demo_pages, first_start, open_context, watch):
    page = open_context(reduced_motion="reduce").new_page()
    notes = watch(page, first_start.host)
    violations = []
    for path in one_of_each_kind(demo_pages, LOOKED_AT):
        page.goto(first_start.address + path)
        violations += find_violations(page)
    assert not violations, "\n".join(violations)
    assert (notes.foreign, notes.refused, notes.errors) == ([], [], [])


def test_from_signing_in_to_a_scheduled_essay(first_start, open_context, watch):
    said = SIGN_IN.search(first_start.said)
    assert said, f"the first start does not say how to sign in: {first_start.said}"
    assert said[1] == first_start.address
    page = open_context(width=1400, height=1000).new_page()
    reader = open_context(width=390, height=844, java_script_enabled=False).new_page()
    seen = [watch(page, first_start.host), watch(reader, first_start.host)]
    desk = Desk(page, first_start.address)

    desk.sign_in(email=said[2], password=said[3])
    address = first_start.address + story.write_an_essay(desk)
    scheduled = first_start.address + story.schedule_another(desk)
    story.read_it_on_a_phone(reader, address)
    story.leave_a_comment(reader)
    assert story.COMMENT not in story.visit(reader, address)
    story.answer_it(desk)
    story.read_the_answer(reader, address)

    assert reader.goto(scheduled).status == 404
    first_start.manage("shell", "--no-imports", "-c", LET_A_DAY_PASS)
    wait_until(lambda: reader.goto(scheduled).status == 200, PUBLISH_SECONDS, every=1)
    expect(reader.locator("h1")).to_have_text("The walk home")
    assert "The walk home" in story.visit(reader, f"{first_start.address}/")

    for notes in seen:
        assert (notes.foreign, notes.refused, notes.errors) == ([], [], [])
