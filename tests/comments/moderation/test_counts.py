"""How much waits, wherever it is told; and the list as a file."""

from io import BytesIO

from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from blog.comments.models import Comment
from blog.comments.moderation.counts import count_waiting
from blog.comments.moderation.differences import mark_differences
from blog.films.models import FilmIndexPage
from tests.factories.comments import make_comment
from tests.factories.films import make_film

from .desk import DeskTestCase, change_words, report


class CountTests(DeskTestCase):
    def test_the_sentence(self):
        self.assertEqual(count_waiting().sentence, "2 wait, the oldest since 4\xa0weeks")
        report(self.own_published)
        with self.assertNumQueries(1):
            self.assertEqual(
                count_waiting().sentence, "3 wait, the oldest since 4\xa0weeks, 1 reported"
            )
        Comment.objects.filter(status="pending").delete()
        self.assertEqual(count_waiting().sentence, "1 waits, since 0\xa0minutes, 1 reported")
        Comment.objects.update(reported_at=None)
        self.assertEqual(count_waiting().sentence, "Nothing waits.")

    def test_the_first_page_tells_replies_reviews_spoilers_and_reports_apart(self):
        film = make_film(FilmIndexPage.objects.get())
        make_comment(film, half_stars=8, body="He ||leaves||.", status="pending")
        make_comment(self.post, "He leaves.", masked=["leaves"], status="pending")
        make_comment(self.post, "Decided, with ||marks||.")
        report(self.own_published)
        self.assertEqual(
            count_waiting().lines, ["4 replies", "1 review", "2 marked as a spoiler", "1 reported"]
        )
        self.enter("moderator")
        response = self.client.get("/admin/")
        self.assertContains(response, "<li>1 review</li>", html=True)
        self.assertContains(response, "The oldest has waited 4\xa0weeks.")
        Comment.objects.filter(half_stars=None).delete()
        self.assertEqual(count_waiting().lines, ["1 review", "1 marked as a spoiler"])
        Comment.objects.all().delete()
        self.assertEqual((count_waiting().lines, count_waiting().age), ([], ""))

    def test_new_words_count_from_when_they_were_written(self):
        Comment.objects.filter(status="pending").delete()
        change_words(self.own_published)
        waiting = count_waiting()
        self.assertEqual(waiting.number, 1)
        self.assertLess((timezone.now() - waiting.oldest_at).days, 1)

    def test_an_essay_says_in_its_editor_what_was_said_there(self):
        report(make_comment(self.own, "Another.", minutes=5))
        url = reverse("wagtailadmin_pages:edit", args=[self.own.pk])
        for role in ("author", "editor", "owner"):
            self.enter(role)
            response = self.client.get(url)
            self.assertContains(response, "2 replies, 1 waits")
            self.assertContains(response, f"?page={self.own.pk}")

    def test_an_essay_of_somebody_else_or_without_words_says_nothing(self):
        self.enter("author")
        journal = self.client.get(reverse("wagtailadmin_explore", args=[self.journal.pk]))
        self.assertNotContains(journal, "?page=")
        Comment.objects.filter(page=self.own).delete()
        url = reverse("wagtailadmin_pages:edit", args=[self.own.pk])
        self.assertNotContains(self.client.get(url), f"?page={self.own.pk}")


class LinkTests(DeskTestCase):
    def test_the_queue_leads_each_to_what_they_may_change(self):
        people, rules = reverse("comments_commenters"), "/admin/snippets/comments/wordrule/"
        settings = "/admin/settings/comments/commentsettings/"
        for role, links in {
            "author": [], "moderator": [people, rules], "owner": [people, rules, settings],
        }.items():  # fmt: skip
            self.enter(role)
            buttons = self.see().context["view"].header_more_buttons
            urls = [button.url for button in buttons]
            self.assertEqual([url for url in urls if "export" not in url], links, role)
            for url in links:
                self.assertEqual(self.client.get(url, follow=True).status_code, 200, url)


class ExportTests(DeskTestCase):
    def get_rows(self, query="?status=all&export=xlsx"):
        response = self.see(query)
        workbook = load_workbook(BytesIO(b"".join(response.streaming_content)))
        return [[cell.value for cell in row] for row in workbook.active.rows]

    def test_there_is_no_csv_whose_formulas_a_spreadsheet_would_run(self):
        self.enter("owner")
        response = self.see("?export=csv")
        self.assertTrue(response.headers["Content-Type"].startswith("text/html"))
        self.assertNotContains(self.see(), "export=csv")
        self.assertContains(self.see(), "export=xlsx")

    def test_the_file_holds_what_the_list_shows_as_words_without_addresses(self):
        make_comment(self.post, "=1+1\x0b", name="Orla", minutes=9)
        self.enter("owner")
        rows = self.get_rows()
        self.assertEqual(len(rows), 1 + Comment.objects.count())
        cells = [cell for row in rows for cell in row]
        self.assertIn("=1+1", cells)
        self.assertFalse([cell for cell in cells if "mail.example" in str(cell)])

    def test_an_author_takes_home_what_was_said_at_home(self):
        self.enter("author")
        self.assertEqual(len(self.get_rows("?export=xlsx")), 1 + 2)


class DifferenceTests(DeskTestCase):
    def test_the_parts_make_the_texts_again(self):
        for old, new in (
            ("", ""), ("", "New."), ("Old.", ""), ("a b c", "a x c"), ("One\n\ntwo", "One two"),
            ("😀 ja", "😀 nein"), ("a " * 2500, "b " * 2500),
        ):  # fmt: skip
            old_parts, new_parts = mark_differences(old, new)
            self.assertEqual("".join(part.text for part in old_parts), old)
            self.assertEqual("".join(part.text for part in new_parts), new)

    def test_only_what_changed_is_marked(self):
        old, new = mark_differences("The door was green.", "The door was very red.")
        self.assertEqual([part.text for part in old if part.is_changed], ["green"])
        self.assertEqual([part.text for part in new if part.is_changed], ["very red"])
