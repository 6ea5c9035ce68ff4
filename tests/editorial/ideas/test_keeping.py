"""Ideas are noted, changed, found and put away again, each by whoever keeps them."""

from datetime import date, timedelta
from unittest.mock import patch

from django.test import Client
from django.utils import timezone

from blog.editorial.models import PostIdea
from tests.factories.accounts import UserFactory

from .ground import IdeaTestCase, make_idea


class RefusalTests(IdeaTestCase):
    def test_a_moderator_keeps_no_ideas_and_is_offered_none(self):
        self.client.force_login(UserFactory(groups=["Moderator"]))
        idea = make_idea(self.author)
        for address in (self.address("index"), self.address("add"), self.address("edit", idea)):
            self.assertRedirects(self.client.get(address), "/admin/")
        self.client.post(self.address("index"), {"line": "A line"})
        self.assertEqual(PostIdea.objects.get(), idea)
        self.assertNotContains(self.client.get("/admin/"), self.address("index"))

    def test_without_the_token_of_the_form_nothing_is_noted(self):
        client = Client(enforce_csrf_checks=True)
        client.force_login(self.author)
        response = client.post(self.address("index"), {"line": "A line"})
        self.assertEqual(response.status_code, 403)
        self.assertFalse(PostIdea.objects.exists())

    def test_nobody_reads_changes_or_deletes_somebody_elses_idea(self):
        idea = make_idea(self.other, note="Zwiebelkuchen")
        self.assertNotContains(self.client.get(self.address("index")), idea.line)
        for name in ("edit", "delete", "history", "usage"):
            with self.subTest(name=name):
                response = self.client.get(self.address(name, idea), follow=True)
                self.assertNotContains(response, "Zwiebelkuchen")
                self.client.post(self.address(name, idea), self.form(line="Mine now"))
        self.assertEqual(PostIdea.objects.get().line, idea.line)

    def test_no_idea_at_somebody_elses_evening(self):
        address = self.address("add", viewing=self.others.pk)
        self.assertRedirects(self.client.get(address), "/admin/")
        sent = self.form(line="A line", viewing=self.others.pk)
        response = self.client.post(self.address("add"), sent)
        self.assertContains(response, "Select a valid choice")
        self.assertFalse(PostIdea.objects.exists())

    def test_what_cannot_be_kept_is_said_in_the_form(self):
        today = timezone.localdate()
        for field, value in (
            ("line", ""),
            ("line", "  \n "),
            ("line", "a\0b"),
            ("line", "x" * 201),
            ("note", "x" * 5001),
            ("note", "a\0b"),
            ("film", "x"),
            ("film", 10**40),
            ("film", self.site.journal.pk),
            ("quote", "x"),
            ("quote", 10**9),
            ("viewing", "\0"),
            ("viewing", 10**40),
            ("planned_on", "soon"),
            ("planned_on", today - timedelta(days=1)),
            ("planned_on", today + timedelta(days=21 * 366)),
        ):
            with self.subTest(field=field, value=str(value)[:20]):
                response = self.client.post(
                    self.address("add"), self.form(line="A line") | {field: value}
                )
                self.assertEqual(response.status_code, 200)
                self.assertIn(field, response.context["form"].errors)
        self.assertFalse(PostIdea.objects.exists())

    def test_an_evening_with_another_film_is_refused(self):
        work = type(self.film)(title="The Work", live=False)
        self.site.films.add_child(instance=work)
        sent = self.form(line="A line", film=work.pk, viewing=self.viewing.pk)
        self.assertContains(self.client.post(self.address("add"), sent), "with another film")

    def test_what_it_was_to_be_about_may_be_gone(self):
        for query in ({"film": 10**9}, {"quote": "x"}, {"viewing": 10**30}, {"film": "\0"}):
            with self.subTest(query=query):
                self.assertEqual(self.client.get(self.address("add", **query)).status_code, 200)


class QuickLineTests(IdeaTestCase):
    def note(self, line):
        return self.client.post(self.address("index"), {"line": line}, follow=True)

    def test_a_line_is_kept_as_it_was_written(self):
        for line in ("Fenster 🪟 und Züge", "קו אחד", "<b>bold</b>"):
            with self.subTest(line=line):
                response = self.note(line)
                idea = PostIdea.objects.get(line=line)
                self.assertEqual((idea.created_by, idea.post), (self.author, None))
                self.assertContains(response, "Noted:")
                self.assertNotContains(response, "<b>bold</b>")
        self.assertEqual(response.redirect_chain, [(self.address("index"), 303)])

    def test_lines_become_one(self):
        self.note(" one\r\ntwo   three ")
        self.assertEqual(PostIdea.objects.get().line, "one two three")

    def test_an_empty_line_is_asked_for_where_it_is_missing(self):
        for line in ("", " ", "x" * 201, "\0"):
            with self.subTest(line=line[:3]):
                response = self.note(line)
                self.assertContains(response, 'id="quick-idea-error"', status_code=422)
        self.assertFalse(PostIdea.objects.exists())

    def test_a_form_sent_twice_notes_it_once_and_an_hour_later_again(self):
        self.note("Again")
        self.note("Again")
        self.assertEqual(PostIdea.objects.count(), 1)
        PostIdea.objects.update(created_at=timezone.now() - timedelta(hours=1))
        self.note("Again")
        self.assertEqual(PostIdea.objects.count(), 2)

    def test_the_same_line_of_two_people_is_two_ideas(self):
        make_idea(self.other, "Again")
        self.note("Again")
        self.assertEqual(PostIdea.objects.filter(line="Again").count(), 2)


class FormTests(IdeaTestCase):
    def test_an_idea_with_all_that_it_is_about(self):
        day = timezone.localdate() + timedelta(days=40)
        sent = self.form(
            line="The same sky",
            note="The rave.",
            viewing=self.viewing.pk,
            quote=self.quote.pk,
            planned_on=day,
        )
        self.assertEqual(self.client.post(self.address("add"), sent).status_code, 302)
        idea = PostIdea.objects.get()
        self.assertEqual(
            (idea.line, idea.note, idea.planned_on), ("The same sky", "The rave.", day)
        )
        self.assertEqual((idea.viewing, idea.quote), (self.viewing, self.quote))
        self.assertEqual((idea.film, idea.created_by), (self.film, self.author))

    def test_a_planned_day_that_passed_does_not_keep_the_rest_from_being_changed(self):
        idea = make_idea(self.author, planned_on=date(2024, 1, 1))
        sent = self.form(line="Another line", planned_on="2024-01-01")
        self.client.post(self.address("edit", idea), sent)
        idea.refresh_from_db()
        self.assertEqual((idea.line, idea.planned_on), ("Another line", date(2024, 1, 1)))

    def test_an_editor_changes_an_authors_idea_and_it_stays_the_authors(self):
        idea = make_idea(self.author, viewing=self.viewing, film=self.film)
        self.client.force_login(self.editor)
        self.assertContains(self.client.get(self.address("edit", idea)), str(self.viewing))
        sent = self.form(line="Another line", viewing=self.viewing.pk, film=self.film.pk)
        self.client.post(self.address("edit", idea), sent)
        idea.refresh_from_db()
        self.assertEqual((idea.line, idea.created_by), ("Another line", self.author))

    def test_prefilled_from_what_it_came_to_mind_at(self):
        for name, row in (("film", self.film), ("viewing", self.viewing), ("quote", self.quote)):
            with self.subTest(name=name):
                response = self.client.get(self.address("add", **{name: row.pk}))
                self.assertEqual(response.context["form"][name].value(), row.pk)

    def test_an_old_evening_that_the_list_leaves_out_can_be_begun_at(self):
        with patch("blog.editorial.ideas.forms.EVENINGS_OFFERED", 0):
            page = self.client.get(self.address("add", viewing=self.viewing.pk))
            self.assertContains(page, f'<option value="{self.viewing.pk}" selected>')
            sent = self.form(line="A line", viewing=self.viewing.pk)
            self.client.post(self.address("add"), sent)
        self.assertEqual(PostIdea.objects.get().viewing, self.viewing)

    def test_it_is_deleted_alone(self):
        idea = make_idea(self.author, film=self.film)
        self.client.post(self.address("delete", idea))
        self.assertFalse(PostIdea.objects.exists())
        self.film.refresh_from_db()

    def test_an_idea_outlives_what_it_is_about(self):
        idea = make_idea(
            self.author, film=self.film, viewing=self.viewing, quote=self.quote, note="Stays"
        )
        for row in (self.viewing, self.others, self.quote, self.film):
            row.delete()
        idea.refresh_from_db()
        self.assertEqual((idea.film, idea.viewing, idea.quote), (None, None, None))
        self.assertContains(self.client.get(self.address("index")), idea.line)


class OfferTests(IdeaTestCase):
    def addresses(self):
        return {
            f"/admin/pages/{self.film.pk}/edit/": {"film": self.film.pk},
            f"/admin/pages/{self.site.films.pk}/": {"film": self.film.pk},
            "/admin/snippets/quotes/quote/": {"quote": self.quote.pk},
            "/admin/diary/": {"viewing": self.viewing.pk},
            f"/admin/diary/edit/{self.viewing.pk}/": {"viewing": self.viewing.pk},
        }

    def test_offered_at_films_quotations_and_evenings(self):
        self.client.force_login(self.editor)
        for address, query in self.addresses().items():
            with self.subTest(address=address):
                response = self.client.get(address)
                self.assertContains(response, self.address("add", **query))

    def test_not_offered_to_who_keeps_none(self):
        editors = self.editor.groups.get()
        editors.permissions.remove(*editors.permissions.filter(codename__endswith="_postidea"))
        self.client.force_login(self.editor)
        for address in self.addresses():
            with self.subTest(address=address):
                self.assertNotContains(self.client.get(address), self.address("add"))
