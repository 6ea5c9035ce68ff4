"""“Watched tonight”: the short form on the first page of the admin."""

from datetime import timedelta
from uuid import uuid4

from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from blog.accounts.actions import ensure_author
from blog.films.diary.actions import FilmGoneError, note_viewing
from blog.films.diary.forms import WatchedForm
from blog.films.models import FilmStanding, Viewing
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.films import make_film, make_viewing


class WatchedTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.library = lay_out_journal().films
        cls.film = make_film(cls.library, "Aftersun", 2022)
        cls.author = UserFactory(groups=["Author"])
        cls.today = timezone.localdate()

    def setUp(self):
        self.client.force_login(self.author)

    def fields(self, **changes):
        fields = {"film": self.film.pk, "when": str(self.today), "key": str(uuid4())}
        return fields | changes

    def post(self, fields=None, **changes):
        return self.client.post(reverse("viewing:watched"), fields or self.fields(**changes))


class RefusalTests(WatchedTestCase):
    def refuse(self, sentence, fields=None, **changes):
        changes.setdefault("public_note", "Words <that> stay")
        response = self.post(fields, **changes)
        self.assertEqual(response.status_code, 422)
        self.assertContains(response, sentence, status_code=422, html=False)
        if not fields:
            self.assertContains(response, escape(changes["public_note"]), status_code=422)
        self.assertFalse(Viewing.objects.exists())

    def test_without_the_token_of_the_form_nothing_is_noted(self):
        client = Client(enforce_csrf_checks=True)
        client.force_login(self.author)
        self.assertEqual(client.post(reverse("viewing:watched"), self.fields()).status_code, 403)
        self.assertFalse(Viewing.objects.exists())

    def test_a_moderator_and_a_reader_note_nothing_and_see_no_form(self):
        moderator = UserFactory(groups=["Moderator"])
        self.client.force_login(moderator)
        self.assertNotContains(self.client.get(reverse("wagtailadmin_home")), "Watched tonight")
        self.assertEqual(self.post().status_code, 302)
        self.client.logout()
        self.assertIn("/login/", self.post().url)
        self.assertFalse(Viewing.objects.exists())

    def test_no_film(self):
        self.refuse("Choose the film.", film="")

    def test_a_film_that_is_gone_or_never_was(self):
        for film in (10**9, 10**30, "x", "\0"):
            with self.subTest(film=film):
                self.refuse("not in the library any more", film=film)

    def test_a_day_that_is_missing_unreadable_or_to_come(self):
        tomorrow = self.today + timedelta(days=1)
        self.refuse("Write the day, or say that it is not known.", when="day")
        self.refuse("Enter a valid date.", when="day", day="the day after")
        self.refuse("That day has not come yet.", when="day", day=str(tomorrow))
        for when in ("", str(tomorrow), "tonight", "\0", "9999-99-99"):
            with self.subTest(when=when):
                self.refuse('id="watched-when-error"', when=when)

    def test_a_day_before_there_were_films_is_refused(self):
        for day in ("0026-05-03", "0202-11-22", "1869-12-31"):
            with self.subTest(day=day):
                self.refuse("before there were films", when="day", day=day)
                self.refuse("Select a valid choice", when=day)

    def test_the_number_of_no_film_is_refused(self):
        for number in ("0", "-1", "9" * 25, "x", "\0"):
            with self.subTest(number=number):
                self.refuse("not in the library any more", film=number)

    def test_stars_that_do_not_exist(self):
        for stars in ("0", "11", "4.5", "x", "²"):
            with self.subTest(stars=stars):
                self.refuse('id="watched-half_stars-error"', half_stars=stars)

    def test_a_note_without_end(self):
        self.refuse("at most 10000 characters", public_note="a" * 10_001)

    def test_nothing_at_all(self):
        self.refuse("Choose the film.", fields={"public_note": ""})


class NotingTests(WatchedTestCase):
    def noted(self, **changes):
        response = self.post(**changes)
        self.assertRedirects(
            response, reverse("wagtailadmin_home"), 303, fetch_redirect_response=False
        )
        return Viewing.objects.order_by("-pk").first()

    def test_tonight_with_everything(self):
        viewing = self.noted(
            half_stars=9, is_loved="on", public_note="  The strobe.  ", is_rewatch="yes"
        )
        self.assertEqual(viewing.film, self.film)
        self.assertEqual(viewing.author.user, self.author)
        self.assertEqual(viewing.watched_on, self.today)
        self.assertEqual((viewing.half_stars, viewing.is_loved), (9, True))
        self.assertEqual(viewing.public_note, "The strobe.")
        self.assertTrue(viewing.is_rewatch)
        self.assertEqual(FilmStanding.objects.get(film=self.film).half_stars, 9)

    def test_yesterday_another_day_and_no_day(self):
        yesterday, long_ago = self.today - timedelta(days=1), self.today - timedelta(days=400)
        self.assertEqual(self.noted(when=str(yesterday)).watched_on, yesterday)
        self.assertEqual(self.noted(when="day", day=str(long_ago)).watched_on, long_ago)
        self.assertEqual(self.noted(when="unknown", day=str(long_ago)).watched_on, None)

    def test_a_page_left_open_overnight_notes_the_evening_that_it_named(self):
        two_days_ago = self.today - timedelta(days=2)
        self.assertEqual(self.noted(when=str(two_days_ago)).watched_on, two_days_ago)

    def test_odd_words_are_kept_as_they_are(self):
        for note in ("🎬 \u202eשלום", "<b>bold</b>", "a\r\nb"):
            self.assertEqual(self.noted(public_note=note).public_note, note)

    def test_success_says_so_and_offers_what_comes_next(self):
        response = self.client.post(reverse("viewing:watched"), self.fields(), follow=True)
        self.assertContains(response, "“Aftersun (2022)” is in the diary for")
        viewing = Viewing.objects.get()
        self.assertContains(response, reverse("viewing:edit", args=[viewing.pk]))
        self.assertContains(response, f"{reverse('posts_start')}?viewing={viewing.pk}")

    def test_the_diary_knows_what_was_seen_before(self):
        self.assertFalse(self.noted().is_rewatch)
        self.assertTrue(self.noted().is_rewatch)
        self.assertFalse(self.noted(is_rewatch="no").is_rewatch)
        earlier = str(self.today - timedelta(days=30))
        self.assertFalse(self.noted(when="day", day=earlier).is_rewatch)

    def test_what_another_author_saw_is_no_rewatch(self):
        make_viewing(self.film, author=ensure_author(UserFactory(groups=["Author"])))
        self.assertFalse(self.noted().is_rewatch)

    def test_the_form_stands_on_the_first_page_with_a_key_of_its_own(self):
        pages = [self.client.get(reverse("wagtailadmin_home")).content.decode() for _ in range(2)]
        keys = {page.split('name="key" value="')[1][:36] for page in pages}
        self.assertEqual(len(keys), 2)

    def test_the_form_of_the_first_page_can_be_sent(self):
        client = Client(enforce_csrf_checks=True)
        client.force_login(self.author)
        page = client.get(reverse("wagtailadmin_home")).content.decode()
        form = page.partition('class="watched"')[2].partition("</form>")[0]
        token = form.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
        fields = self.fields(csrfmiddlewaretoken=token)
        self.assertEqual(client.post(reverse("viewing:watched"), fields).status_code, 303)


class TwiceTests(WatchedTestCase):
    def test_a_form_sent_twice_notes_one_evening(self):
        fields = self.fields(half_stars=7, public_note="Once.")
        for _ in range(2):
            self.assertEqual(self.post(fields).status_code, 303)
        self.assertEqual(Viewing.objects.count(), 1)

    def test_two_tabs_note_two_evenings(self):
        self.post()
        self.post()
        self.assertEqual(Viewing.objects.count(), 2)

    def test_a_form_sent_again_with_other_words_asks_first(self):
        fields = self.fields(public_note="Once.")
        self.post(fields)
        response = self.post(fields | {"public_note": "Twice."})
        self.assertContains(response, "This form was sent before", status_code=422)
        self.assertContains(response, "Twice.", status_code=422)
        self.assertEqual(Viewing.objects.get().public_note, "Once.")
        key = response.context["form"]["key"].value()
        self.post(fields | {"public_note": "Twice.", "key": key})
        self.assertEqual(Viewing.objects.count(), 2)

    def test_a_key_that_is_none_counts_as_a_new_form(self):
        for key in ("", "x", "\0"):
            self.post(key=key)
        self.assertEqual(Viewing.objects.count(), 3)

    def test_a_film_that_goes_while_the_form_is_read(self):
        form = WatchedForm(self.fields())
        self.assertTrue(form.is_valid())
        film = form.cleaned_data["film"]
        self.film.delete()
        with self.assertRaises(FilmGoneError):
            note_viewing(user=self.author, **form.as_fields() | {"film": film})
        self.assertFalse(Viewing.objects.exists())
