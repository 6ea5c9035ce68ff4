"""Why a comment waits, as its writer reads it: they are spoken to, not of."""

from django.test import SimpleTestCase

from blog.comments.reasons import FOR_MODERATORS, WORDS, describe_reasons, make_reason

from .test_receipts import ReceiptTestCase


class WriterWordsTests(SimpleTestCase):
    def test_nothing_that_its_writer_reads_speaks_of_somebody_else(self):
        for code in WORDS:
            for sentence in describe_reasons([make_reason(code)], for_writer=True):
                self.assertNotIn(code, FOR_MODERATORS)
                self.assertNotRegex(sentence, r"(?i)\b(its writer|theirs|the same visitor)\b", code)

    def test_who_decides_reads_of_its_writer(self):
        for code in ("unproved", "withdrawn", "edited"):
            (sentence,) = describe_reasons([make_reason(code)])
            self.assertIn("Its writer", sentence)


class WriterReceiptTests(ReceiptTestCase):
    def test_an_address_that_is_not_proved_is_said_to_its_owner(self):
        self.set(reasons=[make_reason("unproved"), make_reason("private")])
        response = self.client.get(self.url)
        self.assertContains(response, "You have not shown yet that this e-mail address is yours.")
        self.assertContains(response, "You asked that only the author")
        self.assertNotContains(response, "Its writer")
