"""An editor's way with time: plan, schedule, move, see it live, hear why not, show a draft."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from .desk import Desk
from .publication_journal import EDITOR, PASSWORD, open_journal

pytestmark = pytest.mark.needs("chromium")

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
CALENDAR = "/admin/editorial/calendar/?view=agenda"


@pytest.fixture(scope="module")
def journal(tmp_path_factory, chromium, lay_out):
    with open_journal(tmp_path_factory.mktemp("publication"), lay_out) as journal:
        yield journal


@pytest.fixture
def desk(journal, open_context):
    desk = Desk(open_context().new_page(), journal.address)
    desk.sign_in(EDITOR, PASSWORD)
    return desk


def in_days(number):
    return (datetime.now() + timedelta(days=number)).replace(hour=9, minute=0, second=0)


def plan(desk, title, when):
    """Begin an essay with a date, as a draft."""
    desk.begin_essay(title)
    desk.write(desk.add_block("Prose"), f"What {title.lower()} is.")
    desk.plan(when)


def test_from_a_wish_to_an_essay_that_readers_see(desk, journal, open_context):
    page, when, later = desk.page, in_days(3), in_days(4)
    plan(desk, "A wish", when)
    day = f"{when:%a} {when.day} {when:%b %Y}, 09:00"
    button = page.locator("[data-verb]").first
    expect(button).to_contain_text(f"Schedule for {day}")
    expect(page.get_by_text("Planned, not scheduled").first).to_be_visible()

    desk.open(CALENDAR)
    entry = page.locator(".calendar-entry", has_text="A wish")
    expect(entry).to_contain_text("Planned")
    entry.get_by_role("link", name="Edit").click()
    desk.be_listened_to()
    desk.press_verb("Schedule for")
    expect(desk.expect_message("scheduled|Scheduled")).to_contain_text(day)

    # Moved by the keyboard alone; what is scheduled asks before it moves.
    desk.open(CALENDAR)
    entry = page.locator(".calendar-entry", has_text="A wish")
    expect(entry).to_contain_text("Scheduled")
    entry.get_by_role("link", name="Move to…").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/move/"))
    page.locator("[name=at]").focus()
    # The browser's own field, a part after the other, in the order of its language.
    page.keyboard.type(f"{later:%m%d%Y}")
    page.keyboard.press("Tab")
    page.keyboard.type("0900AM")
    page.get_by_role("button", name="Move", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nothing has been moved yet.")).to_be_visible()
    page.get_by_role("button", name="Yes, move it").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/calendar/"))
    expect(page.locator(".calendar-entry", has_text="A wish")).to_be_visible()

    reader = open_context(width=390).new_page()
    assert reader.goto(f"{journal.address}/journal/a-wish/").status == 404
    journal.come("A wish")
    expect_live(reader, f"{journal.address}/journal/a-wish/")
    expect(reader.locator("h1")).to_have_text("A wish")


def expect_live(reader, address):
    """Look again, as a reader would, until the timer has published it."""
    for _look in range(60):
        if reader.goto(address).status == 200:
            return
        reader.wait_for_timeout(500)
    pytest.fail(f"{address} did not appear")


def test_what_cannot_be_published_says_why(desk, journal):
    page = desk.page
    plan(desk, "Stubborn", in_days(2))
    desk.press_verb("Schedule for")
    desk.expect_message("scheduled|Scheduled")
    journal.come("Stubborn", slug="on-chairs")
    alarm = page.locator(".desk-alarm")
    for _look in range(60):
        desk.open("/admin/")
        if alarm.count():
            break
        page.wait_for_timeout(500)
    expect(alarm).to_contain_text("Stubborn")
    expect(alarm).to_contain_text("/journal/on-chairs/ is already used by “On chairs”")
    expect(alarm.get_by_role("button", name="Unschedule")).to_be_visible()


def test_a_stranger_opens_a_draft_until_its_link_is_ended(desk, journal, open_context):
    page = desk.page
    desk.begin_essay("For your eyes")
    desk.write(desk.add_block("Prose"), "Nobody has read this yet.")
    desk.press("Save draft")
    number = re.search(r"/pages/(\d+)/edit/", page.url)[1]
    desk.open(f"/admin/preview-links/{number}/")
    page.get_by_label("For whom").fill("Wren")
    page.get_by_role("button", name="Make the link").click()
    address = page.locator("#made-address").input_value()

    # What calls itself headless is taken for a program, whose looks are not counted.
    stranger = open_context(width=390, user_agent=BROWSER).new_page()
    answer = stranger.goto(address)
    assert answer.status == 200
    assert "no-store" in answer.headers["cache-control"]
    assert "noindex" in answer.headers["x-robots-tag"]
    expect(stranger.get_by_text("Nobody has read this yet.")).to_be_visible()
    expect(stranger.get_by_text("do not share")).to_be_visible()
    assert stranger.goto(f"{journal.address}/journal/for-your-eyes/").status == 404

    desk.open(f"/admin/preview-links/{number}/")
    expect(page.locator(".preview-links")).to_contain_text("1 time")
    page.get_by_role("button", name="End it Wren").click()
    expect(page.get_by_text("Nobody can see this page by a link now.")).to_be_visible()
    assert stranger.goto(address).status in (404, 410)
    expect(stranger.get_by_text("Nobody has read this yet.")).to_have_count(0)
