"""A reader can say that a comment should not stand; it rises in the queue and stays where it is."""

from unittest.mock import patch

from blog.comments import actions
from blog.comments.models import Comment, Notice, Report
from blog.comments.reports import TooManyReportsError, report_comment
from tests.factories.accounts import UserFactory
from tests.factories.comments import make_chain, make_comment, make_in_every_state
from tests.factories.posts import make_post, make_private

from .posting import SAME_ORIGIN, PostingTestCase


class ReportingTestCase(PostingTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.comment = make_comment(cls.post, "Rude ||words||.", name="Wren")

    def report(self, comment=None, *, headers=SAME_ORIGIN, agent="Firefox", **fields):
        fields = {"reason": "rude", "text": ""} | fields
        pk = comment.pk if comment else self.comment.pk
        headers = headers | {"user-agent": agent}
        return self.client.post(f"/comments/{pk}/report/", fields, headers=headers)

    def open(self, comment):
        return self.client.get(f"/comments/{comment.pk}/report/")

    def thank(self, comment):
        return self.client.get(f"/comments/{comment.pk}/report/thanks/")


class RefusalTests(ReportingTestCase):
    def test_what_was_never_to_be_seen_is_as_unknown_as_what_never_was(self):
        states = make_in_every_state(self.post)
        for status in ("pending", "rejected", "spam", "noted"):
            with self.subTest(status=status):
                for answer in (self.open(states[status]), self.report(states[status])):
                    self.assertContains(answer, "There is no such comment", status_code=404)
                    self.assertNotContains(answer, f"A {status} comment", status_code=404)
        self.assertEqual(self.client.get("/comments/987654321/report/").status_code, 404)
        self.assertEqual(self.client.get(f"/comments/{'9' * 30}/report/").status_code, 404)
        self.assertFalse(Report.objects.exists())

    def test_nothing_can_be_reported_where_nobody_can_read_it(self):
        pages = {
            "draft": make_post(self.pages.journal, "Draft", live=False),
            "private": make_private(make_post(self.pages.journal, "Private")),
            "hidden": make_post(self.pages.journal, "Hidden", comments_state="hidden"),
        }
        for name, page in pages.items():
            with self.subTest(page=name):
                comment = make_comment(page)
                self.assertEqual(self.open(comment).status_code, 404)
                self.assertEqual(self.report(comment).status_code, 404)
                self.assertEqual(self.thank(comment).status_code, 404)

    def test_a_page_made_private_after_the_report_is_not_named(self):
        answer = self.report()
        make_private(self.post)
        thanks = self.client.get(answer.url)
        self.assertContains(thanks, "There is no such comment", status_code=404)
        self.assertNotContains(thanks, self.post.slug, status_code=404)

    def test_nobody_is_thanked_for_what_was_never_to_be_seen(self):
        states = make_in_every_state(self.post)
        for status in ("pending", "rejected", "spam", "noted"):
            self.assertEqual(self.thank(states[status]).status_code, 404, status)
        self.assertEqual(self.client.get("/comments/987654321/report/thanks/").status_code, 404)

    def test_what_is_gone_meanwhile_says_so_and_stores_nothing(self):
        first, _second = make_chain(self.post, 2)
        actions.hide_comment(first)
        self.assertContains(self.report(first), "off the page already", status_code=410)
        actions.erase_comment(first)
        self.assertContains(self.open(first), "off the page already", status_code=410)
        self.assertFalse(Report.objects.exists())
        with self.assertRaises(ValueError):
            report_comment(Comment.objects.get(pk=first.pk), "rude")

    def test_another_site_can_report_nothing(self):
        answer = self.report(headers={"sec-fetch-site": "cross-site"})
        self.assertEqual(answer.status_code, 403)
        self.assertFalse(Report.objects.exists())

    def test_a_reason_must_be_given_and_the_words_are_kept(self):
        for reason in ("", "dull", "rude\0", "rude\nspam"):
            with self.subTest(reason=reason):
                answer = self.report(reason=reason, text="It calls <b>her</b> a name.")
                if reason == "rude\0":  # nobody chose that sign
                    self.assertEqual(answer.status_code, 303)
                    Report.objects.all().delete()
                    continue
                self.assertContains(answer, "Choose what is wrong with it.", status_code=422)
                self.assertContains(
                    answer, "It calls &lt;b&gt;her&lt;/b&gt; a name.", status_code=422
                )
        self.assertFalse(Report.objects.exists())

    def test_words_are_limited_and_kept(self):
        answer = self.report(text="x" * 1001)
        self.assertContains(answer, "This is 1,001 characters long and 1,000 fit.", status_code=422)
        self.assertContains(answer, "x" * 1001, status_code=422)
        self.assertEqual(self.report(text="x" * 70_000).status_code, 413)
        self.assertFalse(Report.objects.exists())

    def test_other_methods_are_refused_and_looking_stores_nothing(self):
        self.assertEqual(self.client.put(f"/comments/{self.comment.pk}/report/").status_code, 405)
        self.open(self.comment)
        thanks = self.client.post(f"/comments/{self.comment.pk}/report/thanks/")
        self.assertEqual(thanks.status_code, 405)
        self.assertFalse(Report.objects.exists())


class StoredTests(ReportingTestCase):
    def test_the_page_shows_the_comment_with_its_curtains_closed(self):
        answer = self.open(self.comment)
        self.assertContains(answer, 'name="reason"', count=len(Report.Reason.choices))
        self.assertContains(answer, '<details class="spoiler"><summary>')
        self.assertIn("no-store", answer.headers["Cache-Control"])
        self.assertFalse(answer.cookies)
        self.assertContains(answer, '<meta name="robots" content="noindex">')

    def test_a_report_is_kept_with_its_words_and_changes_nothing_for_readers(self):
        answer = self.report(reason="spoiler", text="He says \0who\r\nleaves. 🎬")
        self.assertRedirects(answer, f"/comments/{self.comment.pk}/report/thanks/", status_code=303)
        report = Report.objects.get()
        self.assertEqual((report.reason, report.text), ("spoiler", "He says who\nleaves. 🎬"))
        self.assertNotIn("127.0", report.visitor_hash)
        self.comment.refresh_from_db()
        self.assertTrue(self.comment.is_published)
        self.assertIsNotNone(self.comment.reported_at)
        self.assertContains(self.client.get(self.post.url), "Rude")
        thanks = self.client.get(answer.url)
        self.assertContains(thanks, "Your report has arrived.")
        self.assertContains(thanks, f"?comment={self.comment.pk}#comment-{self.comment.pk}")

    def test_thanks_are_given_too_when_it_is_gone_meanwhile(self):
        answer = self.report()
        actions.hide_comment(self.comment)
        thanks = self.client.get(answer.url)
        self.assertContains(thanks, "Your report has arrived.", status_code=410)
        self.assertNotContains(thanks, "#comment-", status_code=410)

    def test_one_visitor_counts_once_and_is_thanked_again(self):
        for agent in ("Firefox", "Firefox", "Safari"):
            self.assertEqual(self.report(agent=agent).status_code, 303)
        self.assertEqual(Report.objects.count(), 2)

    def test_a_faster_twin_is_the_one(self):
        first = report_comment(self.comment, "rude", visitor_hash="a" * 64)
        found = iter([None, first])
        with patch(
            "blog.comments.reports.actions._find_earlier", side_effect=lambda *_: next(found)
        ):
            self.assertEqual(report_comment(self.comment, "spam", visitor_hash="a" * 64), first)
        self.assertEqual(Report.objects.count(), 1)

    def test_a_decision_closes_what_was_reported_and_a_new_report_opens_it_again(self):
        self.report()
        actions.hide_comment(self.comment)
        actions.approve_comment(self.comment)
        self.comment.refresh_from_db()
        self.assertIsNone(self.comment.reported_at)
        self.report(agent="Safari")
        self.comment.refresh_from_db()
        self.assertIsNotNone(self.comment.reported_at)

    def test_moderators_are_told_once(self):
        UserFactory(groups=["Moderator"])
        self.report()
        told = Notice.objects.filter(kind=Notice.Kind.REPORTED).count()
        self.assertGreater(told, 0)
        self.report(agent="Safari")
        self.assertEqual(Notice.objects.filter(kind=Notice.Kind.REPORTED).count(), told)

    def test_a_flood_is_told_so_and_keeps_the_words(self):
        comments = [make_comment(self.post, f"No. {number}") for number in range(11)]
        for comment in comments[:10]:
            self.assertEqual(self.report(comment).status_code, 303)
        answer = self.report(comments[10], text="The eleventh.")
        self.assertContains(answer, "Try again tomorrow", status_code=429)
        self.assertContains(answer, "The eleventh.", status_code=429)
        self.assertEqual(Report.objects.count(), 10)
        few = patch("blog.comments.reports.actions.MOST_IN_ALL", 3)
        with few, self.assertRaises(TooManyReportsError):
            report_comment(comments[10], "rude")


class LinkTests(ReportingTestCase):
    def test_every_comment_can_be_reported_also_where_replies_are_closed(self):
        for state in ("open", "closed"):
            type(self.post).objects.update(comments_state=state)
            html = self.client.get(self.post.url).content.decode()
            self.assertIn(
                f'<a href="/comments/{self.comment.pk}/report/" rel="nofollow">Report'
                '<span class="vh"> Wren’s comment</span></a>',
                html,
            )
            self.assertEqual("data-reply=" in html, state == "open")
