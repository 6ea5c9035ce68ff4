from django.core.exceptions import ValidationError
from django.test import RequestFactory, TestCase

from home.menus import Link, get_menu
from home.models import MainMenuItem, SiteSettings
from home.setup import lay_out_journal


class MenuItemTests(TestCase):
    def test_an_item_without_target_is_refused(self):
        with self.assertRaises(ValidationError):
            MainMenuItem(label="Nowhere").clean()

    def test_an_item_with_two_targets_is_refused(self):
        with self.assertRaises(ValidationError):
            MainMenuItem(label="Both", page_id=1, address="/x/").clean()

    def test_a_script_address_is_refused(self):
        with self.assertRaises(ValidationError):
            MainMenuItem(label="Bad", address="javascript:alert(1)").clean()

    def test_an_address_without_label_is_refused(self):
        with self.assertRaises(ValidationError):
            MainMenuItem(address="/search/").clean()


class GetMenuTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()
        cls.settings = SiteSettings.for_site(cls.tree.site)
        cls.settings.main_menu.all().delete()
        MainMenuItem.objects.create(settings=cls.settings, page=cls.tree.journal, label="Essays")
        MainMenuItem.objects.create(settings=cls.settings, label="Search", address="/search/")

    def menu(self, path):
        return get_menu(RequestFactory().get(path, headers={"host": "127.0.0.1:8000"}), "main")

    def test_an_unknown_menu_is_a_key_error(self):
        with self.assertRaises(KeyError):
            get_menu(RequestFactory().get("/"), "side")

    def test_the_page_one_is_on_is_current(self):
        self.assertEqual(
            self.menu("/journal/"),
            [Link("Essays", "/journal/", "page"), Link("Search", "/search/", "")],
        )

    def test_a_section_is_current_on_the_pages_in_it(self):
        self.assertEqual(self.menu("/journal/held/")[0].current, "true")

    def test_a_page_that_is_not_live_is_left_out(self):
        self.tree.journal.unpublish()
        self.assertEqual([link.title for link in self.menu("/")], ["Search"])
