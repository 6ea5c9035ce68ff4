"""What stands in the mails: readers' words as they are, no spoiler, nothing from elsewhere."""

import tempfile
from html.parser import HTMLParser

import pytest
from django.core import mail

from blog.comments.models import Comment, CommentEdit, Commenter, ModeratorMail, Report
from blog.comments.notices.writing import note_edit_waits, note_reported, note_submitted
from tests.browser.nu import find_faults, require_checker
from tests.factories.comments import make_comment

from .ground import NoticesTestCase, mail_later, make_waiting, make_wish

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=https://evil.example/x.png onerror=alert(1)>",
    "{{ settings.SECRET_KEY }} {% load static %} {# gone #} {% include 'x' %}",
    "%(name)s %s {name} ${name} $name",
    "\u202egnirts\u202c \u200f\u2067x\u2069",
    "Bcc: victim@mail.example\r\nSubject: other\n.\nQUIT",
    "</blockquote></body></html><h1>After</h1>",
    "[x](javascript:alert(1)) javascript:alert(1)",
    "=?utf-8?q?=0ABcc:_x@mail.example?=",
    "💬 Ünïcödé ﷽ 漢字",
]


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


def read_tags(html):
    reader = Tags()
    reader.feed(html)
    return reader.seen


def html_of(message):
    [(html, kind)] = message.alternatives
    assert kind == "text/html"
    return html


class LettersTestCase(NoticesTestCase):
    def setUp(self):
        self.wish = make_wish(self.post, notify="all")

    def tell(self, body="A thought.", **fields):
        """Return the mail to the reader about a new comment, and to the moderator about another."""
        note_submitted(make_comment(self.post, body, **fields))
        note_submitted(make_waiting(self.post, body=body, **fields))
        told = {one.to[0]: one for one in mail_later()}
        return told["orla@mail.example"], told["moderator@mail.example"]


class HostileWordsTests(LettersTestCase):
    def test_words_and_names_arrive_as_they_are_and_do_nothing(self):
        for words in HOSTILE:
            Comment.objects.exclude(pk=self.wish.pk).delete()
            Commenter.objects.update(noticed_at=None)
            ModeratorMail.objects.all().delete()
            name = " ".join(words.split())[:80]
            with self.subTest(words):
                for message in self.tell(words, name=name):
                    tags = {tag for tag, _attrs in read_tags(html_of(message))}
                    self.assertEqual(
                        tags & {"script", "img", "h1", "iframe", "form", "style"}, set()
                    )
                    for line in words.split("\n"):
                        shown = " ".join(line.split())
                        self.assertIn(shown, " ".join(message.body.split()))
                    self.assertNotIn("only-for-tests", message.body + html_of(message))
                    raw = message.message()
                    self.assertEqual(raw.get_all("Subject"), [raw["Subject"]])
                    self.assertIsNone(raw["Bcc"])
                    self.assertEqual(len(message.recipients()), 1)

    def test_a_page_title_is_no_template(self):
        self.post.title = "{{ x }} <b>%(name)s</b>"
        self.post.save_revision().publish()
        for message in self.tell():
            self.assertIn("{{ x }} <b>%(name)s</b>", message.subject)
            self.assertIn("{{ x }} <b>%(name)s</b>", message.body)
            self.assertIn("{{ x }} &lt;b&gt;%(name)s&lt;/b&gt;", html_of(message))


class SpoilerTests(LettersTestCase):
    def test_what_a_reader_hid_stays_on_the_page(self):
        for message in self.tell("Before. ||Rosebud is a sled|| After."):
            for part in (message.body, html_of(message)):
                self.assertNotIn("Rosebud", part)
                self.assertIn("Before.", part)
                self.assertIn("After.", part)
            self.assertIn("Kept behind a curtain.", message.body)

    def test_what_an_editor_hid_stays_on_the_page(self):
        for message in self.tell("Before. Rosebud is a sled. After.", masked=["Rosebud is a sled"]):
            self.assertNotIn("Rosebud", message.body + html_of(message))


class FrameTests(LettersTestCase):
    def test_nothing_is_fetched_and_every_link_is_whole(self):
        for message in self.tell("See https://films.example/x for *more*."):
            for tag, attrs in read_tags(html_of(message)):
                self.assertNotIn("src", attrs)
                self.assertNotIn("style", attrs)
                self.assertNotIn(tag, ("link", "script", "img", "style", "iframe"))
                if "href" in attrs:
                    self.assertRegex(attrs["href"], r"^https?://")
            self.assertNotRegex(message.body, r"<(?!https?://)")

    def test_a_reader_can_end_the_mails_with_one_click(self):
        message, _other = self.tell()
        address = message.extra_headers["List-Unsubscribe"]
        self.assertRegex(address, r"^<http://127\.0\.0\.1:8000/comments/stop/[\w:-]+/>$")
        self.assertEqual(
            message.extra_headers["List-Unsubscribe-Post"], "List-Unsubscribe=One-Click"
        )
        self.assertIn(address, message.body)

    def test_mails_on_one_thread_lie_together(self):
        thread = make_comment(self.post)
        headers = []
        for number in range(2):
            note_submitted(make_comment(self.post, f"Thought {number}.", parent=thread))
            [message] = [
                one for one in mail_later(minutes=12 * number) if one.to == ["orla@mail.example"]
            ]
            headers.append(message.extra_headers)
        self.assertNotEqual(headers[0]["Message-ID"], headers[1]["Message-ID"])
        self.assertEqual(headers[0]["In-Reply-To"], headers[1]["In-Reply-To"])
        self.assertEqual(headers[0]["References"], headers[1]["References"])
        self.assertIn(headers[0]["In-Reply-To"], headers[0]["References"])

    def test_another_readers_mails_have_other_threads(self):
        make_wish(self.post, "ana@mail.example")
        note_submitted(make_comment(self.post))
        first, second = (one.extra_headers["References"] for one in mail_later())
        self.assertNotEqual(first, second)

    def test_stars_are_told(self):
        comment = make_comment(self.post)
        Comment.objects.filter(pk=comment.pk).update(half_stars=9, body="")
        note_submitted(self.reload(comment))
        [message] = mail_later()
        self.assertIn("> 4.5 out of 5", message.body)


@pytest.mark.once
class ValidHtmlTests(LettersTestCase):
    def test_the_html_of_every_mail_is_valid(self):
        require_checker()
        reported = make_comment(self.post, "> A quote\n\nand ||a spoiler||.")
        Report.objects.create(comment=reported, reason="other", text="Look & see.")
        Comment.objects.filter(pk=reported.pk).update(reported_at=reported.created_at)
        note_reported(self.reload(reported))
        edited = make_comment(self.post)
        CommentEdit.objects.create(comment=edited, body="New words.")
        note_edit_waits(edited)
        self.tell("*One*\n\n> two\n\nhttps://films.example/ ||three||", masked=["One"])
        pages = {one.to[0]: html_of(one).encode() for one in mail.outbox}
        self.assertEqual(len(pages), 2)
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(find_faults(pages, folder), [])
