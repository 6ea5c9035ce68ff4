"""An essay that saves itself while its author presses a button."""

import pytest
from playwright.sync_api import expect

from tests.factories.accounts import PASSWORD

from .desk import Desk

IS_SAVED = """form => !window.wagtail.app.getControllerForElementAndIdentifier(
    form, "w-autosave").submitPromise"""

pytestmark = pytest.mark.needs("chromium")


def test_an_essay_that_is_being_saved_is_published_once(seeded, open_context):
    page = open_context().new_page()
    desk = Desk(page, seeded.address)
    desk.sign_in(email=seeded.editor, password=PASSWORD)
    held = []

    def hold(route):
        """Let the server save the essay, and keep its answer back."""
        if route.request.header_value("accept") == "application/json":
            held.append((route, route.fetch()))
        else:
            route.continue_()

    page.route("**/admin/pages/add/posts/postpage/*/", hold)
    desk.begin_essay("Saved and sent")
    with page.expect_request(lambda request: request.method == "POST"):
        # What Wagtail says to itself when somebody has written something.
        page.locator("#page-edit-form").dispatch_event("w-unsaved:add")
    page.locator("button[data-verb]").first.click()
    expect(page.get_by_role("button", name="Publishing")).to_be_disabled()
    while not held:
        page.wait_for_timeout(50)
    [(route, answer)] = held
    route.fulfill(response=answer)
    link = desk.expect_message("published").get_by_role("link", name="View live")
    # A second one would have another address, and the first would still be a draft.
    expect(link).to_have_attribute("href", "/journal/saved-and-sent/")


def test_an_essay_that_has_saved_itself_is_published(seeded, open_context):
    page = open_context().new_page()
    desk = Desk(page, seeded.address)
    desk.sign_in(email=seeded.editor, password=PASSWORD)
    desk.begin_essay("Saved twice over")
    form = page.locator("form[data-edit-form]")
    for standfirst in ("Once.", "Once, and again.", "And a third time."):
        # The first makes the page, the second a draft of it, and the third writes over that one.
        with page.expect_response(
            lambda answer: answer.request.headers.get("accept") == "application/json"
        ) as saved:
            desk.fill_in("Standfirst", standfirst)
            form.dispatch_event("w-unsaved:add")
        assert saved.value.json()["success"]
        page.wait_for_function(IS_SAVED, arg=form.element_handle())
    desk.publish()
