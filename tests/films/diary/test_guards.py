"""What may not be deleted by the way says so."""

from django.test import TestCase
from django.urls import reverse
from wagtail.models import Page

from blog.accounts.models import User
from blog.films.models import FilmPage, Person, Viewing
from blog.lib.trash import is_in_trash
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.films import make_film, make_person, make_viewing
from tests.factories.quotes import make_quote

STANDS = "“Aftersun (2022)” stands in the diary"


class KeptFilmTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = lay_out_journal()
        cls.film = make_film(cls.site.films, "Aftersun", 2022)
        cls.other = make_film(cls.site.films, "Zama", 2017)
        make_viewing(cls.film)
        cls.owner = User.objects.create_superuser("owner@example.org", "p")
        cls.editor = UserFactory(groups=["Editor"])

    def setUp(self):
        self.client.force_login(self.owner)

    def delete(self, page, **data):
        address = reverse("wagtailadmin_pages:delete", args=[page.pk])
        return self.client.post(address, data, follow=True)

    def delete_together(self, *pages):
        ids = "&".join(f"id={page.pk}" for page in pages)
        return self.client.post(f"/admin/bulk/wagtailcore/page/delete/?{ids}", follow=True)

    def assert_kept(self, response):
        self.assertContains(response, STANDS)
        self.assertContains(response, f"{reverse('viewing:index')}?film={self.film.pk}")
        self.assertTrue(FilmPage.objects.filter(pk=self.film.pk).exists())
        self.assertEqual(Viewing.objects.count(), 1)

    def test_a_film_of_the_diary(self):
        self.assert_kept(self.delete(self.film))

    def test_the_page_that_asks_says_so_already(self):
        address = reverse("wagtailadmin_pages:delete", args=[self.film.pk])
        self.assert_kept(self.client.get(address, follow=True))

    def test_the_pages_above_it(self):
        name = {"confirm_site_name": "Wellspring"}
        self.assert_kept(self.delete(self.site.films, **name))
        self.assert_kept(self.delete(self.site.home, **name))

    def test_among_others(self):
        self.assert_kept(self.delete_together(self.other, self.film))
        self.assertTrue(FilmPage.objects.filter(pk=self.other.pk).exists())
        self.assert_kept(self.delete_together(self.site.films))

    def test_an_editor_who_unpublishes_hears_nothing_and_one_who_deletes_does(self):
        self.client.force_login(self.editor)
        self.assert_kept(self.delete(self.film))
        self.client.post(reverse("wagtailadmin_pages:unpublish", args=[self.film.pk]))
        self.assertFalse(FilmPage.objects.get(pk=self.film.pk).live)

    def test_through_the_admin_api(self):
        address = f"/admin/api/main/pages/{self.film.pk}/action/delete/"
        self.client.raise_request_exception = False
        response = self.client.post(address)
        self.assertIn(response.status_code, (400, 403, 409), response.content[:500])
        self.assertTrue(FilmPage.objects.filter(pk=self.film.pk).exists())

    def test_many_films_are_counted_and_not_all_named(self):
        for n in range(5):
            make_viewing(make_film(self.site.films, f"A film {n}"))
        response = self.delete(self.site.films)
        self.assertContains(response, "So do 3 more.")

    def test_a_film_with_odd_words_is_named_as_it_is(self):
        film = make_film(self.site.films, "<b>A</b> {0}")
        make_viewing(film)
        self.assertContains(self.delete(film), "“&lt;b&gt;A&lt;/b&gt; {0}” stands")

    def test_a_film_outside_of_the_diary_goes_to_the_trash(self):
        self.delete(self.other)
        self.assertTrue(is_in_trash(Page.objects.get(pk=self.other.pk)))
        Viewing.objects.all().delete()
        self.delete_together(self.film)
        self.assertTrue(is_in_trash(Page.objects.get(pk=self.film.pk)))


class KeptPersonTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        site = lay_out_journal()
        make_film(site.films, "Aftersun", directors="Charlotte Wells")
        cls.person = Person.objects.get()
        cls.nobody = make_person("Nobody")
        cls.owner = User.objects.create_superuser("owner@example.org", "p")

    def setUp(self):
        self.client.force_login(self.owner)

    def delete(self, person):
        name = Person.snippet_viewset.get_url_name("delete")
        return self.client.post(reverse(name, args=[person.pk]), follow=True)

    def test_somebody_in_the_credits_of_a_film(self):
        response = self.delete(self.person)
        self.assertContains(response, "Charlotte Wells stands in 1 credit, so the entry")
        self.assertTrue(Person.objects.filter(pk=self.person.pk).exists())

    def test_somebody_who_is_quoted(self):
        make_quote("Words.", person=self.nobody)
        self.assertContains(self.delete(self.nobody), "Nobody stands in 1 quotation, so the entry")

    def test_among_others(self):
        address = "/admin/bulk/films/person/delete/"
        ids = f"?id={self.person.pk}&id={self.nobody.pk}"
        response = self.client.post(address + ids, follow=True)
        self.assertContains(response, "Charlotte Wells stands in 1 credit")
        self.assertEqual(Person.objects.count(), 2)

    def test_somebody_without_a_film_goes(self):
        self.delete(self.nobody)
        self.assertFalse(Person.objects.filter(pk=self.nobody.pk).exists())
