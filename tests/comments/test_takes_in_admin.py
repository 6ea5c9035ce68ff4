"""Stars where somebody decides on a take."""

from django.urls import reverse

from tests.factories.comments import make_comment
from tests.factories.films import make_film

from .admin import LIST, AdminTestCase


class StarsInAdminTests(AdminTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        library = cls.journal.get_parent().get_children().get(slug="films").specific
        cls.film = make_film(library, "Paterson", 2016)
        cls.take = make_comment(
            cls.film, "", half_stars=9, status="pending", name="Tomasz",
            email="tomasz@mail.example",
            origin_name="Letterboxd", origin_url="https://letterboxd.com/tomasz/",
            reasons=[{"code": "policy", "detail": ""}, {"code": "rated_before", "detail": ""}],
        )  # fmt: skip

    def setUp(self):
        self.enter("moderator")

    def test_the_queue_and_the_page_of_a_take_show_stars_origin_and_why_it_waits(self):
        inspect = reverse("wagtailsnippets_comments_comment:inspect", args=[self.take.pk])
        for url in (reverse(LIST), inspect):
            response = self.client.get(url)
            self.assertContains(response, "4.5 out of 5", count=1)
            self.assertContains(response, "on Letterboxd</a>", count=1)
            self.assertContains(response, "<li>This film has stars already from the", count=1)

    def test_what_has_no_stars_shows_none(self):
        inspect = reverse("wagtailsnippets_comments_comment:inspect", args=[self.waiting.pk])
        self.assertNotContains(self.client.get(inspect), "out of 5")

    def test_deciding_on_many_shows_the_stars_of_those_without_words(self):
        url = f"/admin/bulk/comments/comment/approve/?id={self.take.pk}"
        self.assertContains(self.client.get(url), "(Waiting): 4.5 out of 5")

    def test_what_is_approved_counts_at_once(self):
        self.decide(self.take, "approve")
        self.assertContains(self.client.get(self.film.url), '<span class="big">4.5</span>')
