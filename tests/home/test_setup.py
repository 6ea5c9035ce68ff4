"""The first start lays everything out once; later ones find it, and lose nothing."""

from unittest import mock

from django.conf import settings
from django.test import TestCase, override_settings
from wagtail.models import Page, Site

from blog.accounts.models import User
from blog.posts.models import PostIndexPage
from home import first_start
from home.models import HomePage, SiteSettings
from home.setup import lay_out_journal


class LayOutTests(TestCase):
    def test_pages_stand_at_the_addresses_of_the_contract(self):
        journal = lay_out_journal()
        addresses = [
            page.get_url()
            for page in (journal.home, journal.journal, journal.films, journal.quotes)
        ]
        self.assertEqual(addresses, ["/", "/journal/", "/films/", "/quotes/"])
        self.assertTrue(all(page.live_revision for page in (journal.home, journal.about)))

    def test_wagtails_welcome_page_is_gone_and_the_site_is_not(self):
        lay_out_journal()
        self.assertEqual([page.slug for page in Page.objects.filter(depth=2)], ["home"])
        self.assertEqual(Site.objects.count(), 1)
        self.assertEqual(Page.find_problems(), ([], [], [], [], []))

    def test_second_time_changes_nothing(self):
        first, second = lay_out_journal(), lay_out_journal()
        self.assertEqual(vars(first), vars(second))

    def test_page_that_the_owner_renamed_is_found(self):
        journal = lay_out_journal().journal
        journal.title, journal.slug = "Essays", "essays"
        journal.save_revision().publish()
        self.assertEqual(lay_out_journal().journal.slug, "essays")
        self.assertEqual(PostIndexPage.objects.count(), 1)

    def test_quotations_that_the_owner_deleted_stay_deleted(self):
        lay_out_journal().quotes.delete()
        self.assertIsNone(lay_out_journal().quotes)

    def test_every_section_and_the_search_are_in_the_menu(self):
        lay_out_journal()
        lay_out_journal()
        for name, labels in {
            "main_menu": ["Essays", "Films", "Quotes", "About", "Search"],
            "footer_menu": ["Journal", "Diary", "Commonplace book", "About"],
        }.items():
            items = getattr(SiteSettings.objects.get(), name).all()
            self.assertEqual([str(item) for item in items], labels)

    def test_site_has_the_address_that_readers_use(self):
        for url, address in {
            "http://127.0.0.1:8123": ("127.0.0.1", 8123),
            "https://journal.example.org": ("journal.example.org", 443),
            "http://journal.example.org": ("journal.example.org", 80),
        }.items():
            with override_settings(SITE_URL=url):
                site = lay_out_journal().site
            self.assertEqual((site.hostname, site.port), address)
            self.assertEqual(site.root_url, url)

    def test_name_that_the_owner_gave_the_site_stays(self):
        lay_out_journal()
        Site.objects.update(site_name="The Walk Home")
        self.assertEqual(lay_out_journal().site.site_name, "The Walk Home")


class FirstStartTests(TestCase):
    def setUp(self):
        self.commands, self.lines = [], []
        for name, value in {
            "call_command": lambda name, **options: self.commands.append(name),
            "collect_static": lambda write: None,
        }.items():
            patch = mock.patch.object(first_start, name, value)
            patch.start()
            self.addCleanup(patch.stop)
        unfinished = settings.DATA_DIR / "first-start-unfinished"
        self.addCleanup(unfinished.unlink, missing_ok=True)

    def start(self, **options):
        self.lines.clear()
        first_start.set_up(self.lines.append, **options)
        return "\n".join(self.lines)

    def test_first_start_loads_the_demo_and_prints_how_to_sign_in(self):
        printed = self.start()
        self.assertEqual(self.commands, ["demo"])
        owner = User.objects.get(is_superuser=True)
        password = printed.split()[-1]
        self.assertIn(f"{settings.SITE_URL}/admin/ as {owner.email}", printed)
        self.assertTrue(owner.check_password(password))
        self.assertGreaterEqual(len(password), 16)

    def test_second_start_says_and_changes_nothing(self):
        self.start()
        hashed = User.objects.get().password
        self.commands.clear()
        self.assertEqual(self.start(), "")
        self.assertEqual((self.commands, User.objects.get().password), ([], hashed))

    def test_journal_that_holds_pages_never_gets_the_demo(self):
        lay_out_journal()
        self.start()
        self.assertEqual(self.commands, [])

    def test_start_without_the_demo_leaves_the_journal_empty(self):
        self.start(demo=False)
        self.start()
        self.assertEqual(self.commands, [])
        self.assertTrue(HomePage.objects.exists())

    def test_first_start_that_was_cut_short_is_gone_on_with(self):
        with (
            mock.patch.object(first_start, "collect_static", side_effect=KeyboardInterrupt),
            self.assertRaises(KeyboardInterrupt),
        ):
            self.start()
        self.assertIn("Sign in", self.start())
        self.assertEqual(self.commands, ["demo"])

    @override_settings(DEMO_PASSWORD="chosen by hand")
    def test_password_that_was_chosen_is_not_printed(self):
        printed = self.start()
        self.assertTrue(User.objects.get().check_password("chosen by hand"))
        self.assertIn("the password you chose", printed)
        self.assertNotIn("chosen by hand", printed)

    def test_static_state_changes_with_a_style(self):
        before = first_start.static_state()
        with mock.patch("importlib.metadata.version", return_value="8.0.2"):
            self.assertNotEqual(first_start.static_state(), before)
        self.assertEqual(first_start.static_state(), before)
