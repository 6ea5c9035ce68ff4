"""Words arrive as they were written, and nobody's words become a header."""

import smtplib
import ssl
from email import message_from_bytes, policy

import pytest
from django.core import mail as django_mail
from django.test import SimpleTestCase, override_settings

from blog.outbox.messages import clean_headers, make_message, message_id
from blog.outbox.models import Mail
from blog.outbox.refusals import in_words

HOSTILE = [
    "{% load nothing %}{% include '/etc/passwd' %}",
    "{{ settings.SECRET_KEY }} {# gone? #}",
    "Dörte Ærø 日本語 Ω",
    "‮txt.exe‬ אבג",
    "👩‍👩‍👧‍👦 é",
    "=?utf-8?q?not_a_subject?=",
    "=?utf-8?q?ü?= =?x",
    "<script>alert(1)</script> &amp; \"quoted\" 'single'",
    "a" * 150 + " " + "ü" * 30,
    "Bcc: all@mail.example",
    "%(name)s %s {0} ${x}",
]


def parse(mail):
    """Return the message of a row as a mail program reads it."""
    return message_from_bytes(make_message(mail).message().as_bytes(), policy=policy.default)


def mail(**changes):
    values = {"dedupe_key": "k", "recipient": "a@mail.example", "subject": "S", "text": "T"}
    return Mail(**values | changes)


@pytest.mark.once
class WordsTests(SimpleTestCase):
    def test_hostile_words_arrive_unchanged_and_add_no_header(self):
        names = sorted(parse(mail()).keys())
        for words in HOSTILE:
            with self.subTest(words=words):
                message = parse(mail(subject=words, text=f"{words}\n\n.\n{words}"))
                # A long one begins on the line after its name.
                self.assertEqual(message["Subject"].lstrip(), words)
                self.assertEqual(message.get_content().rstrip("\n"), f"{words}\n\n.\n{words}")
                self.assertEqual(sorted(message.keys()), names)
                self.assertEqual(message["To"], "a@mail.example")

    def test_long_lines_arrive_whole(self):
        text = "word " * 2000
        message = parse(mail(text=text))
        self.assertEqual(message.get_content().rstrip("\n"), text)
        longest = max(map(len, make_message(mail(text=text)).message().as_bytes().splitlines()))
        self.assertLess(longest, 999)

    def test_html_stands_beside_the_text(self):
        message = parse(mail(text="Words", html="<p>{{ words }}</p>"))
        self.assertEqual(message.get_body(("plain",)).get_content().strip(), "Words")
        self.assertEqual(message.get_body(("html",)).get_content().strip(), "<p>{{ words }}</p>")

    @override_settings(DEFAULT_FROM_EMAIL='"Künstler, Das" <journal@mail.example>')
    def test_name_of_the_sender_is_written_by_the_mail_package(self):
        sender = parse(mail())["From"].addresses[0]
        self.assertEqual(sender.addr_spec, "journal@mail.example")
        self.assertEqual(sender.display_name, "Künstler, Das")


@pytest.mark.once
class HeaderTests(SimpleTestCase):
    def test_each_mail_says_that_no_person_sent_it_and_when(self):
        message = parse(mail())
        self.assertEqual(message["Auto-Submitted"], "auto-generated")
        self.assertIsNotNone(message["Date"].datetime)
        self.assertNotIn("List-Unsubscribe", message)
        self.assertNotIn("List-Unsubscribe-Post", message)

    def test_headers_of_the_caller_stand_in_their_usual_spelling(self):
        headers = clean_headers(
            {
                "list-unsubscribe": "<https://journal.example/stop/" + "x" * 300 + "/>",
                "LIST-UNSUBSCRIBE-POST": "List-Unsubscribe=One-Click",
            }
        )
        message = parse(mail(headers=headers))
        self.assertEqual(message["List-Unsubscribe-Post"], "List-Unsubscribe=One-Click")
        self.assertEqual(message["List-Unsubscribe"].lstrip(), headers["List-Unsubscribe"])

    def test_message_id_is_always_the_same_for_a_key_and_another_for_another(self):
        self.assertEqual(message_id("notice:1"), message_id("notice:1"))
        self.assertNotEqual(message_id("notice:1"), message_id("notice:2"))
        self.assertEqual(parse(mail())["Message-ID"], message_id("k"))

    def test_message_id_names_the_journals_host_as_rfc_5322_wants_it(self):
        hosts = {
            "https://journal.example": "journal.example",
            "https://journal.example:8443": "journal.example",
            "http://127.0.0.1:8000": "127.0.0.1",
            "http://[::1]:8000": "[IPv6:::1]",
            "https://bücher.example": "xn--bcher-kva.example",
        }
        for address, host in hosts.items():
            with self.subTest(address), override_settings(SITE_URL=address):
                self.assertRegex(message_id("ключ {% x %}\r\n"), r"^<[0-9a-f]{40}@[!-;=?-~]+>$")
                self.assertEqual(message_id("k").partition("@")[2], f"{host}>")

    def test_mail_is_built_for_one_address_alone(self):
        message = make_message(mail())
        self.assertEqual(message.recipients(), ["a@mail.example"])
        self.assertFalse(django_mail.outbox)


@pytest.mark.once
class WordsOfFailureTests(SimpleTestCase):
    def test_what_a_server_says_is_short_and_plain(self):
        answer = b"5.1.1 <b>no</b>\r\nsuch\0 user \xff" + b"x" * 1000
        words = in_words(smtplib.SMTPRecipientsRefused({"a@mail.example": (550, answer)}))
        self.assertTrue(words.startswith("The mail server refuses this address: 550 5.1.1"), words)
        self.assertLess(len(words), 400)
        self.assertNotIn("\0", words)
        self.assertNotIn("\n", words)

    def test_every_failure_has_words(self):
        for error in (
            smtplib.SMTPAuthenticationError(535, b"No"),
            smtplib.SMTPServerDisconnected("timed out"),
            smtplib.SMTPDataError(554, b"No"),
            smtplib.SMTPSenderRefused(550, b"No", "journal@mail.example"),
            smtplib.SMTPNotSupportedError("no TLS"),
            TimeoutError(),
            ConnectionRefusedError(111, "Connection refused"),
            ssl.SSLError("bad certificate"),
            ValueError(),
        ):
            with self.subTest(type(error).__name__):
                self.assertTrue(in_words(error).strip())
