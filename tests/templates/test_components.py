from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.test import SimpleTestCase

from home.menus import Link

from .rendering import a_request, parse


def component(name, path="/", **context):
    return parse(render_to_string(f"components/{name}.html", context, a_request(path)))


class PagerTests(SimpleTestCase):
    def pager(self, number, path="/"):
        page = Paginator(range(30), 10).page(number)
        return component("pager", path, page_obj=page, newer="Newer", older="Older")

    def test_one_page_needs_no_pager(self):
        page = Paginator(range(3), 10).page(1)
        self.assertIsNone(component("pager", page_obj=page).find())

    def test_the_rest_of_the_query_is_kept(self):
        soup = self.pager(2, "/search/?q=well&page=2")
        self.assertEqual(soup.select_one("[rel=prev]")["href"], "?q=well&page=1")
        self.assertEqual(soup.select_one("[rel=next]")["href"], "?q=well&page=3")
        self.assertEqual(soup.select_one("[rel=next]").text, "Older →")

    def test_the_ends_have_one_link(self):
        self.assertEqual([a["rel"] for a in self.pager(1).select("a")], [["next"]])
        self.assertEqual([a["rel"] for a in self.pager(3).select("a")], [["prev"]])

    def test_it_says_which_page_this_is(self):
        self.assertIn("Page 2 of 3", self.pager(2).nav.text)


class MenuTests(SimpleTestCase):
    def test_an_empty_menu_prints_no_landmark(self):
        self.assertIsNone(component("menu", items=[], label="Main").find())

    def test_the_current_link_says_so(self):
        items = [Link("Essays", "/journal/", "page"), Link("Films", "/films/")]
        soup = component("menu", items=items, label="Main")
        self.assertEqual(soup.nav["aria-label"], "Main")
        self.assertEqual([a.get("aria-current") for a in soup.select("a")], ["page", None])


class ErrorPageTests(SimpleTestCase):
    def test_the_page_of_a_failure_needs_neither_database_nor_request(self):
        for name in ("400.html", "500.html"):
            soup = parse(render_to_string(name))
            self.assertEqual(len(soup.select("h1")), 1)
            self.assertEqual(soup.select("[style], style, form"), [])
