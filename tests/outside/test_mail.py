"""The letter: simpler HTML, and the same as plain text."""

from django.test import TestCase

from blog.blocks.outside import OutsideForm, outside_form
from blog.posts.blocks import PostBody
from tests.factories.site_body import as_stream, every_block

from .canary import ADDRESS, CANARY, UNSEEN, hide_words


class MailTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = hide_words()

    def mail(self, form, stream=None):
        stream = stream or self.site.post.body
        return outside_form(stream, form, address=ADDRESS, page=self.site.post)

    def test_what_a_spoiler_hides_is_in_neither(self):
        for form in (OutsideForm.MAIL, OutsideForm.MAIL_TEXT):
            for stream in (self.site.post.body, self.site.film.guide):
                with self.subTest(form=form):
                    text = self.mail(form, stream)
                    self.assertIn("How the film ends", text)
                    self.assertIn(ADDRESS, text)
                    self.assertNotIn(CANARY, text)
                    self.assertNotIn(UNSEEN, text)

    def test_content_notes_come_first_in_both(self):
        html, text = self.mail(OutsideForm.MAIL), self.mail(OutsideForm.MAIL_TEXT)
        self.assertTrue(html.startswith("<p><strong>Before you read</strong>: grief, discussed;"))
        self.assertTrue(text.startswith("Before you read: grief, discussed;"))

    def test_the_text_has_no_markup_and_says_where_links_lead(self):
        text = self.mail(OutsideForm.MAIL_TEXT)
        self.assertNotRegex(text, r"</?[a-z]+[ >]")
        self.assertIn("It stands on one leg.[1]", text)
        self.assertIn("1. Mostly the left.", text)
        self.assertIn(
            f"Still Water <http://127.0.0.1:8000/films/{self.site.film.slug}/> (2001)", text
        )
        self.assertIn("> You wait as one eats.", text)

    def test_pictures_are_no_wider_than_a_letter(self):
        body = every_block(film=self.site.film, image=self.site.image, quote=self.site.quote)
        html = self.mail(OutsideForm.MAIL, PostBody().to_python(as_stream(body)))
        self.assertIn('width="600"', html)
        self.assertNotIn("<figure", html)
