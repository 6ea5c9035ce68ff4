"""Every odd way in which a post can come: one of few statuses, never a traceback."""

from unittest import mock

from django.db import IntegrityError
from django.test import Client, override_settings

from blog.comments import views
from blog.comments.models import Comment
from blog.comments.submission import submit_comment
from blog.lib.tickets import issue_ticket
from tests.factories.comments import make_comment
from tests.factories.posts import make_private

from .posting import SAME_ORIGIN, PostingTestCase

FORM = "application/x-www-form-urlencoded"
KNOWN = {200, 303, 403, 404, 410, 413, 422}


class RawTests(PostingTestCase):
    def raw(self, body, content_type=FORM, **extra):
        if isinstance(body, str):
            body = body.encode()
        url = f"/comments/{self.post.pk}/"
        # Unlike post(), this sends what it is given. What would be a 500 is raised here.
        return self.client.generic("POST", url, body, content_type, headers=SAME_ORIGIN, **extra)

    def fields(self, **changes):
        ticket = issue_ticket(f"comment on {self.post.pk}")
        words = {"name": "Orla", "email": "o%40mail.example", "body": "Chairs", "ticket": ticket}
        return "&".join(f"{name}={value}" for name, value in (words | changes).items())

    def test_bytes_that_are_no_utf8_are_shown_as_what_they_are_not(self):
        for broken in ("%FF%FE", "%ED%A0%80", "%C3%28", "%F8%88%80%80%80", "%"):
            response = self.raw(self.fields(body=f"Chairs+{broken}"))
            self.assertEqual(response.status_code, 303, broken)
        self.assertTrue(all("Chairs" in comment.body for comment in Comment.objects.all()))

    def test_another_content_type_holds_no_fields(self):
        for content_type in ("application/json", "text/plain", "", "*/*", "x", "multipart/mixed"):
            response = self.raw('{"body": "Chairs"}', content_type)
            self.assertContains(response, "Three things to fix", status_code=422)

    def test_another_encoding_is_refused_in_words(self):
        for charset in ("utf-16", "utf-7", "latin-1"):
            response = self.raw(self.fields(), f"{FORM}; charset={charset}")
            self.assertContains(response, "This could not be read", status_code=422)
        self.assertEqual(self.raw(self.fields(), f"{FORM}; charset=nonsense").status_code, 303)

    def test_half_a_multipart_form_is_refused_in_words(self):
        half = '--x\r\nContent-Disposition: form-data; name="body"\r\n\r\nCha'
        for content_type in (
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=é",
        ):
            response = self.raw(half, content_type)
            self.assertContains(response, "This could not be read", status_code=422)
        self.assertEqual(self.raw(half, "multipart/form-data; boundary=x").status_code, 422)

    def test_a_whole_multipart_form_is_as_good_and_files_are_left_alone(self):
        ticket = issue_ticket(f"comment on {self.post.pk}")
        parts = {"name": "Orla", "email": "o@mail.example", "body": "Chairs", "ticket": ticket}
        lines = [
            f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in parts.items()
        ]
        file = '--x\r\nContent-Disposition: form-data; name="body"; filename="a.txt"\r\n\r\nBAD\r\n'
        response = self.raw("".join([*lines, file, "--x--\r\n"]), "multipart/form-data; boundary=x")
        self.assertEqual(response.status_code, 303)
        self.assertEqual(Comment.objects.get().body, "Chairs")

    @override_settings(DATA_UPLOAD_MAX_NUMBER_FIELDS=20, DATA_UPLOAD_MAX_NUMBER_FILES=1)
    def test_too_many_fields_or_files_are_too_much(self):
        self.assertEqual(self.raw("&".join(["x=1"] * 21)).status_code, 413)
        file = '--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nx\r\n'
        response = self.raw(file * 2 + "--x--\r\n", "multipart/form-data; boundary=x")
        self.assertEqual(response.status_code, 413)

    def test_a_length_that_lies_is_believed_before_anything_is_read(self):
        for length in ("300000", "9" * 30, "9" * 5000):
            self.assertEqual(self.raw("x=1", CONTENT_LENGTH=length).status_code, 413)

    def test_of_a_field_that_comes_twice_the_last_counts_and_unknown_ones_do_not(self):
        self.raw(self.fields() + "&body=Last+chairs&status=published&is_proved=1&page=1&body_=x")
        comment = Comment.objects.get()
        self.assertEqual((comment.body, comment.status), ("Last chairs", "pending"))
        self.assertFalse(comment.is_proved)

    def test_nothing_at_all(self):
        for body in ("", "&&&", "=", "===&=", "\0", "%00=%00"):
            self.assertEqual(self.raw(body).status_code, 422, body)

    def test_only_a_post_is_a_post(self):
        for method in ("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"):
            response = self.client.generic(method, f"/comments/{self.post.pk}/")
            self.assertEqual(response.status_code, 405, method)

    def test_an_unknown_button_posts(self):
        self.assertEqual(self.send(action="</x>").status_code, 303)
        self.assertEqual(self.send(action=None, body="More chairs.").status_code, 303)

    def test_a_receipt_is_as_patient(self):
        url = self.send().url
        for fields in ({}, {"action": "x"}, {"body": "\0"}, {"rating": "11", "body": "a"}):
            response = self.client.post(url, fields, headers=SAME_ORIGIN)
            self.assertIn(response.status_code, KNOWN, fields)
        response = self.client.post(url, b"\xff", content_type="text/plain", headers=SAME_ORIGIN)
        self.assertEqual(response.status_code, 422)
        self.assertEqual(self.client.head(url).status_code, 200)
        self.assertEqual(self.client.put(url).status_code, 405)
        for token in ("%00", "é", "x" * 2000, "a:b:c", "%F0%9F%8E%9E"):
            self.assertEqual(self.client.get(f"/comments/mine/{token}/").status_code, 404, token)


class MeanwhileTests(PostingTestCase):
    """The page was there when the form looked, and no more when the words were to be stored."""

    def send_while(self, happens, error=None, **fields):
        def submit(**kwargs):
            happens()
            if error:
                raise error
            return submit_comment(**kwargs)

        with mock.patch.object(views, "submit_comment", side_effect=submit):
            return self.send(**fields)

    def test_closed_meanwhile_keeps_the_words_in_the_form(self):
        def close():
            type(self.post).objects.filter(pk=self.post.pk).update(comments_state="closed")

        response = self.send_while(close, ValueError("takes no comments"))
        self.assert_kept(response, 422)
        self.assertContains(response, "Replies are closed here", status_code=422)

    def test_private_or_gone_meanwhile_gives_the_words_back_to_copy(self):
        self.assert_kept(self.send_while(lambda: make_private(self.post), ValueError("x")), 404)
        self.assert_kept(self.send_while(self.post.delete, IntegrityError("x")), 404)

    def test_an_answered_comment_that_goes_meanwhile_can_be_left(self):
        parent = make_comment(self.post)

        response = self.send_while(parent.delete, IntegrityError("x"), parent=str(parent.pk))
        self.assert_kept(response, 422)
        self.assertContains(response, "The reply that you answer is gone", status_code=422)

    def test_what_nobody_can_explain_is_not_swallowed(self):
        with self.assertRaises(IntegrityError):
            self.send_while(lambda: None, IntegrityError("x"))


class CrossSiteTests(PostingTestCase):
    def test_no_other_site_posts_edits_or_withdraws(self):
        url = self.send().url
        client = Client()
        for headers in (
            {"sec-fetch-site": "cross-site", "origin": "https://evil.example"},
            {"sec-fetch-site": "same-site", "origin": "https://other.testserver"},
            {"origin": "null"},
            {"referer": "https://evil.example/"},
        ):
            for target in (f"/comments/{self.post.pk}/", url):
                response = client.post(target, {"body": "Not mine", "action": "withdraw"},
                                       headers=headers)  # fmt: skip
                self.assertContains(response, "Not mine", status_code=403)
        self.assertEqual(Comment.objects.count(), 1)
