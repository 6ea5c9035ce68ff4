"""Marking what gives something away: the words stay their writer's."""

from tests.factories.comments import make_comment

from .desk import DeskTestCase

WORDS = "The door is green.\nIn the end *she* leaves."


class SpoilerTests(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.comment = make_comment(cls.post, WORDS)

    def setUp(self):
        self.enter("moderator")

    def mask(self, **fields):
        response = self.client.post(self.url("mask", self.comment.pk), fields)
        self.comment.refresh_from_db()
        return response

    def test_what_the_words_do_not_hold_is_refused_and_kept_in_the_form(self):
        for passage in ("In the end she leaves.", "<script>alert(1)</script>", "x" * 5001, "🚪"):
            response = self.mask(passage=passage)
            self.assertEqual(response.status_code, 422)
            self.assertNotContains(response, "<script>alert(1)", status_code=422)
            self.assertEqual(self.comment.masked, [])
        self.assertContains(response, "🚪</textarea>", status_code=422)
        self.assertContains(response, "Copy it as it was typed.", status_code=422)

    def test_an_empty_passage_or_one_that_no_field_takes_is_refused(self):
        for passage in ("", "   ", "door\0"):
            self.assertEqual(self.mask(passage=passage).status_code, 422)
        self.assertEqual(self.comment.masked, [])

    def test_an_erased_comment_is_gone(self):
        self.press(self.comment, "erase")
        self.assertEqual(
            self.client.post(self.url("mask", self.comment.pk), {"passage": "x"}).status_code, 404
        )

    def test_a_passage_over_two_lines_is_hidden_once_and_logged(self):
        for _time in range(2):
            self.assertEqual(self.mask(passage=" green.\r\nIn the end ").status_code, 303)
        self.assertEqual(self.comment.masked, ["green.\nIn the end"])
        self.assertEqual(self.comment.body, WORDS)
        self.assertEqual(self.log_of(self.comment), ["comments.masked"])

    def test_readers_see_a_curtain_and_moderators_the_words(self):
        self.mask(passage="In the end *she* leaves.")
        html = self.client.get(self.url("inspect", self.comment.pk)).content.decode()
        self.assertIn('<details class="spoiler" open>', html)
        self.client.logout()
        html = self.client.get(self.post.url).content.decode()
        self.assertIn('<details class="spoiler"><summary>', html)

    def test_it_is_shown_again(self):
        self.mask(passage="green")
        response = self.client.get(self.url("inspect", self.comment.pk))
        self.assertContains(response, 'name="unmask" value="green"')
        for said in ("The passage is shown again.", "It was not hidden."):
            url = self.mask(unmask="green").url
            self.assertContains(self.client.get(url), said)
            self.assertEqual(self.comment.masked, [])
        self.assertEqual(self.log_of(self.comment), ["comments.masked", "comments.unmasked"])
