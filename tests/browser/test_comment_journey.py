"""A reader's whole way without scripts: read, answer, preview, post, change, withdraw, report, and
end the mails."""

import re

import pytest
from playwright.sync_api import expect

from .comment_journal import STOP_LINK, fill_in, open_journal
from .looking import what_is_too_wide

pytestmark = pytest.mark.needs("chromium")

RECEIPT = re.compile(r"/comments/mine/[\w:-]+/$")


@pytest.fixture(scope="module")
def journal(tmp_path_factory, chromium, lay_out):
    with open_journal(tmp_path_factory.mktemp("comments"), lay_out) as journal:
        yield journal


@pytest.fixture
def page(journal, open_context):
    """The essay in a window whose browser runs no scripts."""
    page = open_context(java_script_enabled=False).new_page()
    page.goto(journal.essay)
    return page


def test_from_reading_to_ending_the_mails_without_a_script(page, journal):
    form = page.locator("form[data-comment-form]")
    page.get_by_role("link", name="Reply to Wren").click()
    expect(page).to_have_url(re.compile(r"\?reply=\d+#respond$"))
    expect(form.locator(".reply-to")).to_have_text("Replying to Wren")

    # Faults first: listed, linked, and the words are kept.
    fill_in(form, "Which *chair*? ||The last one||.", email="orla.example")
    form.evaluate("form => form.noValidate = true")
    form.get_by_role("button", name="Preview").click()
    faults = page.get_by_role("alert").first
    expect(faults).to_contain_text("One thing to fix")
    expect(form.locator("[name=body]")).to_have_value("Which *chair*? ||The last one||.")
    form.get_by_label("Email", exact=True).fill("orla@mail.example")
    form.get_by_label("Email me").select_option("replies")

    form.get_by_role("button", name="Preview").click()
    preview = page.get_by_role("article", name="Preview")
    expect(preview.locator("em")).to_have_text("chair")
    expect(preview.locator("details.spoiler")).not_to_have_attribute("open", "")
    expect(page.get_by_text("Nothing has been posted yet.")).to_be_visible()
    page.get_by_role("button", name="Post reply").first.click()

    page.wait_for_url(RECEIPT)
    receipt = page.url
    expect(page.get_by_role("heading", name="Waiting")).to_be_visible()
    expect(page.get_by_text("Only you can see this.")).to_be_visible()
    page.locator("#edit [name=body]").fill("Which chair? The first one.")
    page.get_by_role("button", name="Save the change").click()
    expect(page.locator("article")).to_contain_text("The first one.")
    expect(page.locator("article")).to_contain_text("edited")

    # Nobody else sees it, and its writer only here.
    page.get_by_role("link", name="Back to all replies").click()
    expect(page).to_have_url(re.compile("/journal/on-chairs/"))
    expect(page.locator("#comments")).not_to_contain_text("The first one.")
    end_the_mails(page, journal)

    page.goto(receipt)
    page.get_by_role("button", name="Withdraw my reply").click()
    expect(page.get_by_role("heading", name="This reply is gone")).to_be_visible()
    assert page.goto(receipt).status == 410
    report(page, journal)
    assert page.context.cookies() == []


def end_the_mails(page, journal):
    link = re.search(r"LINK (\S+)", journal.run(STOP_LINK))[1]
    page.goto(link)
    expect(page.get_by_text("Nothing happens before you press a button.")).to_be_visible()
    page.get_by_role("button", name="End these mails").first.click()
    expect(page.get_by_text("These mails have ended.").first).to_be_visible()


def report(page, journal):
    page.goto(journal.essay)
    page.get_by_role("link", name=re.compile("Report.*Ada")).click()
    page.get_by_label("It is advertising").check()
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()


def test_a_film_is_rated_without_a_script_and_without_a_word(page, journal):
    page.goto(journal.film)
    form = page.locator("form[data-comment-form]")
    form.locator("label", has_text="4½ stars").click(force=True)
    fill_in(form, "")
    form.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Nothing has been posted yet.")).to_be_visible()
    page.get_by_role("button", name="Send").first.click()
    page.wait_for_url(RECEIPT)
    expect(page.locator("article")).to_contain_text("4.5 out of 5")


def test_every_page_on_the_way_fits_400_per_cent(page, journal, open_context):
    narrow = open_context(width=320, height=256).new_page()
    narrow.goto(journal.essay)
    form = narrow.locator("form[data-comment-form]")
    fill_in(form, "W" * 200, name="N" * 80)
    form.get_by_role("button", name="Preview").click()
    expect(narrow.get_by_text("Nothing has been posted yet.")).to_be_visible()
    assert what_is_too_wide(narrow) is None
    narrow.get_by_role("button", name="Post reply").first.click()
    narrow.wait_for_url(RECEIPT)
    assert what_is_too_wide(narrow) is None
