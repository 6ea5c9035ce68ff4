"""A reader gives a film stars: what is refused, what is kept, and what is stored."""

import re
from datetime import timedelta

import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from blog.accounts.models import User
from blog.comments.actions import approve_comment, record_comment
from blog.comments.models import Comment
from blog.comments.receipts import get_receipt_url
from blog.comments.submission import submit_comment
from tests.factories.comments import make_comment
from tests.factories.films import make_film
from tests.factories.posts import make_post

from .posting import SAME_ORIGIN, PostingTestCase

CHECKED = re.compile(r'<input[^>]* name="rating"[^>]* value="(\d*)"[^>]* checked>')


def chosen(response):
    """Return the values of the rating that the page shows as chosen."""
    return CHECKED.findall(response.content.decode())


class TakeTestCase(PostingTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.film = make_film(cls.pages.films, "Paterson", 2016)

    def rate(self, rating="9", page=None, **fields):
        return self.send(page or self.film, rating=rating, **fields)


class RefusalTests(TakeTestCase):
    def test_a_draft_film_is_404(self):
        draft = make_film(self.pages.films, "A draft", 2020, live=False)
        self.assert_kept(self.rate(page=draft), 404)

    def test_an_essay_takes_no_stars_and_says_so(self):
        response = self.rate(page=self.post)
        self.assert_kept(response, 422)
        self.assertContains(response, "Stars are for a film", status_code=422)
        self.assertEqual(chosen(response), ["9"])
        self.assertContains(response, '<a href="#respond-r">', status_code=422)

    def test_an_answer_to_a_take_has_no_stars(self):
        parent = make_comment(self.film, half_stars=8)
        response = self.rate(parent=str(parent.pk))
        self.assert_kept(response, 422)
        self.assertContains(response, "Stars are for a film", status_code=422)
        self.assertContains(response, f'name="parent" value="{parent.pk}"', status_code=422)
        self.assertNotContains(response, "hidden disabled", status_code=422)
        self.assertEqual(self.rate("", parent=str(parent.pk)).status_code, 303)

    def test_what_is_no_rating_is_named_and_the_words_are_kept(self):
        for rating in ("0", "11", "-1", "4.5", "4,5", "½", "ten", "²", "٣", "9" * 400, "1e1", "\0"):
            with self.subTest(rating):
                response = self.rate(rating)
                self.assert_kept(response, 422)
                self.assertEqual(chosen(response), [""])
        self.assertContains(self.rate("11"), "half a star to five stars", status_code=422)

    def test_neither_stars_nor_words_is_one_thing_to_fix(self):
        for body in ("", " \n ", "\u200b"):
            response = self.rate("", body=body)
            self.assertContains(response, "Choose stars or write something", status_code=422)
            self.assertContains(response, "One thing to fix", status_code=422)

    def test_an_empty_answer_is_refused_as_everywhere(self):
        parent = make_comment(self.film)
        response = self.rate("", parent=str(parent.pk), body="")
        self.assertContains(response, "Write something first.", status_code=422)

    def test_a_closed_film_keeps_stars_and_words(self):
        closed = make_film(self.pages.films, "Closed", 2001, comments_state="closed")
        response = self.rate(page=closed)
        self.assert_kept(response, 422)
        self.assertEqual(chosen(response), ["9"])

    def test_another_error_keeps_the_stars(self):
        for rating in ("1", "7", "10"):
            self.assertEqual(chosen(self.rate(rating, email="nowhere")), [rating])

    def test_too_many_words_are_refused_beside_stars_too(self):
        self.assertEqual(self.rate(body="x" * 5001).status_code, 422)

    def test_actions_refuse_stars_where_none_belong(self):
        parent = make_comment(self.film)
        for page, answered in ((self.post, None), (self.film, parent)):
            with self.assertRaises(ValueError):
                submit_comment(page=page, parent=answered, body="x", half_stars=5, name="Orla")
            with self.assertRaises(ValueError):
                record_comment(page=page.page_ptr, parent=answered, name="Orla", body="x",
                               half_stars=5, created_at=timezone.now())  # fmt: skip
        self.assertEqual(Comment.objects.count(), 1)

    def test_the_database_refuses_what_must_never_be(self):
        parent = make_comment(self.film)
        take = make_comment(self.film, half_stars=5)
        impossible = [
            {"half_stars": 0},
            {"half_stars": 11},
            {"half_stars": 5, "parent": parent, "thread": parent},
            {"origin_url": "https://letterboxd.com/x/"},
            {"origin_name": "Letterboxd", "origin_url": "javascript:alert(1)"},
        ]
        for fields in impossible:
            with self.subTest(fields), self.assertRaises(IntegrityError), transaction.atomic():
                Comment.objects.filter(pk=take.pk).update(**fields)


class StoredTests(TakeTestCase):
    def test_stars_and_words_wait_together(self):
        self.assertEqual(self.rate("9").status_code, 303)
        take = Comment.objects.get()
        self.assertEqual((take.half_stars, take.body, take.status), (9, "Chairs again.", "pending"))
        self.assertEqual([reason["code"] for reason in take.reasons], ["policy"])

    def test_stars_alone_are_enough(self):
        self.assertEqual(self.rate("10", body="").status_code, 303)
        self.assertEqual(self.rate("1", body=None, email="b@mail.example").status_code, 303)
        self.assertEqual(
            set(Comment.objects.values_list("half_stars", "body")), {(10, ""), (1, "")}
        )

    def test_words_alone_are_enough(self):
        for rating in ("", None):
            self.assertEqual(self.rate(rating, body=f"Words {rating}.").status_code, 303)
        self.assertEqual(Comment.objects.rated().count(), 0)
        self.assertEqual(Comment.objects.count(), 2)

    def test_the_same_take_sent_twice_is_one_and_with_other_stars_another(self):
        self.rate("9")
        self.rate("9")
        self.assertEqual(Comment.objects.count(), 1)
        self.rate("8")
        self.assertEqual(Comment.objects.count(), 2)

    def test_an_answer_that_led_nowhere_may_become_a_take(self):
        response = self.rate("9", parent="999999")
        self.assert_kept(response, 422)
        self.assertEqual(chosen(response), ["9"])
        self.assertNotContains(response, "Stars are for", status_code=422)

    def test_someone_of_the_journal_rates_at_once(self):
        User.objects.create_superuser("ines@mail.example", "secret", display_name="Ines")
        self.client.force_login(User.objects.get())
        self.assertEqual(self.rate("6", body="").status_code, 303)
        take = Comment.objects.get()
        self.assertEqual((take.status, take.half_stars, take.name), ("published", 6, "Ines"))


class SecondRatingTests(TakeTestCase):
    def codes_of_second(self, **fields):
        self.rate("8", body="Changed my mind.", **fields)
        second = Comment.objects.get(half_stars=8)
        return [reason["code"] for reason in second.reasons]

    def test_the_same_address_is_told_to_the_moderator_and_to_nobody_else(self):
        with time_machine.travel(timezone.now() - timedelta(days=9)):
            self.rate("9")
        self.assertEqual(
            self.codes_of_second(email="ORLA@mail.example"), ["rated_before", "policy"]
        )
        second = Comment.objects.get(half_stars=8)
        response = self.client.get(get_receipt_url(second))
        self.assertContains(response, "A person reads every reply")
        self.assertNotContains(response, "has stars already")

    def test_the_same_visitor_under_another_address_is_told_too(self):
        self.rate("9")
        self.assertIn("rated_before", self.codes_of_second(email="other@mail.example"))

    def test_other_readers_other_films_and_refused_stars_are_no_second(self):
        other = make_film(self.pages.films, "Columbus", 2017)
        self.rate("9", page=other)
        make_comment(self.film, email="orla@mail.example", half_stars=2, status="spam")
        make_comment(self.film, email="orla@mail.example")
        make_comment(self.film, email="wren@mail.example", half_stars=3)
        self.assertEqual(self.codes_of_second(), ["spam_before", "policy"])

    def test_both_count_once_a_person_let_them_in(self):
        self.rate("9")
        self.rate("8")
        for take in Comment.objects.all():
            self.assertTrue(approve_comment(take))


class PreviewTests(TakeTestCase):
    def test_a_preview_shows_and_keeps_the_stars(self):
        response = self.rate("9", action="preview")
        self.assert_kept(response, 200)
        self.assertContains(response, "Rated 4.5 out of 5")
        self.assertEqual(chosen(response), ["9"])
        ticket = re.search(r'name="ticket" value="([^"]+)"', response.content.decode())[1]
        self.assertEqual(self.rate("9", ticket=ticket).status_code, 303)

    def test_a_post_without_a_script_goes_by_a_preview_that_keeps_the_stars(self):
        response = self.rate("3", body="", ticket="")
        self.assertContains(response, "Nothing has been posted yet.")
        self.assertContains(response, "Rated 1.5 out of 5")
        self.assertEqual(chosen(response), ["3"])
        self.assertFalse(Comment.objects.exists())

    def test_no_stars_are_shown_as_none(self):
        response = self.rate("", action="preview")
        self.assertNotContains(response, "out of 5</span>")
        self.assertEqual(chosen(response), [""])


class ReceiptTests(TakeTestCase):
    def setUp(self):
        self.rate("9")
        self.take = Comment.objects.get()
        self.url = get_receipt_url(self.take)

    def change(self, **fields):
        fields = {"action": "edit", "body": "Chairs again.", "rating": "9"} | fields
        response = self.client.post(self.url, fields, headers=SAME_ORIGIN)
        self.take.refresh_from_db()
        return response

    def test_a_bad_rating_changes_nothing_and_keeps_the_words(self):
        response = self.change(rating="12", body="Other words.")
        self.assertContains(response, "Other words.", status_code=422)
        self.assertEqual((self.take.half_stars, self.take.body), (9, "Chairs again."))

    def test_neither_stars_nor_words_is_refused(self):
        self.assertEqual(self.change(rating="", body=" ").status_code, 422)

    def test_too_late_a_change_of_the_stars_is_refused(self):
        approve_comment(self.take)
        written = timezone.now() - timedelta(minutes=16)
        Comment.objects.filter(pk=self.take.pk).update(created_at=written)
        self.assertEqual(self.change(rating="2").status_code, 422)
        self.assertEqual(self.take.half_stars, 9)

    def test_an_answer_gets_no_stars_by_an_edit(self):
        parent = make_comment(self.film)
        answer = make_comment(self.film, parent=parent, status="pending")
        Comment.objects.filter(pk=answer.pk).update(created_at=timezone.now())
        fields = {"action": "edit", "body": "x", "rating": "4"}
        response = self.client.post(get_receipt_url(answer), fields, headers=SAME_ORIGIN)
        self.assertContains(response, "Stars are for a film", status_code=422)

    def test_the_writer_sees_the_stars_and_changes_or_takes_them_back(self):
        response = self.client.get(self.url)
        self.assertContains(response, "Rated 4.5 out of 5")
        self.assertContains(response, "Withdraw my review")
        self.assertEqual(chosen(response), ["9"])
        self.assertRedirects(self.change(rating="4"), self.url, status_code=303)
        self.assertEqual(self.take.half_stars, 4)
        self.assertEqual(self.change(rating="").status_code, 303)
        self.assertIsNone(self.take.half_stars)

    def test_the_words_may_go_and_the_stars_stay(self):
        self.assertEqual(self.change(body="").status_code, 303)
        self.assertEqual((self.take.half_stars, self.take.body), (9, ""))

    def test_a_reply_to_an_essay_is_offered_no_stars(self):
        reply = make_comment(make_post(self.pages.journal, "An essay"), status="pending")
        Comment.objects.filter(pk=reply.pk).update(created_at=timezone.now())
        response = self.client.get(get_receipt_url(reply))
        self.assertContains(response, "Save the change")
        self.assertNotContains(response, 'name="rating"')
