"""Three kinds of documents, entered in the admin as an author does it: no HTML is ever typed.

A catalogue's page of a film, a long guide to one in some twenty sections, and a film's card over
reviews gathered from elsewhere. What is typed in each is then read as readers see it.
"""

import pytest
from playwright.sync_api import expect

from tests.factories.accounts import PASSWORD

from . import seeds
from .film_desk import FilmDesk

pytestmark = pytest.mark.needs("chromium")


@pytest.fixture
def desk(seeded, open_context):
    page = open_context(width=1400, height=1000).new_page()
    desk = FilmDesk(page, seeded.address)
    desk.sign_in(email=seeded.editor, password=PASSWORD)
    return desk


@pytest.fixture
def reader(open_context):
    return open_context(width=390, height=844, java_script_enabled=False).new_page()


def read(reader, address):
    """Return the words that can be seen on a page."""
    assert reader.goto(address).status == 200
    width = reader.locator("html").bounding_box()["width"]
    assert width <= 390, "the page is wider than the phone"
    return " ".join(reader.locator("main").inner_text().split())


def test_a_catalogues_page_and_a_long_guide_are_entered_and_read(desk, reader):
    seeds.enter_the_catalogue(desk)
    seeds.enter_the_guide(desk)
    address = desk.address + desk.publish()
    words = read(reader, address)
    for written in (*seeds.CATALOGUE, *seeds.GUIDE):
        assert written in words, f"{written!r} is not in: {words}"
    for hidden in seeds.HIDDEN:
        assert hidden not in words
    expect(reader.locator("a[rel~=sponsored]")).to_have_count(1)


def test_a_card_over_reviews_from_elsewhere_is_entered_and_read(desk, reader):
    seeds.enter_the_reviews(desk)
    words = read(reader, desk.address + desk.publish())
    for written in seeds.REVIEWS:
        assert written in words, f"{written!r} is not in: {words}"
    expect(reader.locator(".film-card[data-film]")).to_have_count(1)
    expect(reader.locator("details.spoiler[open]")).to_have_count(0)
