"""Word rules in the admin: who may, what is refused, trying, files."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from blog.comments.models import WordRule
from tests.comments.admin import AdminTestCase
from tests.factories.comments import make_comment


def url(name, *args):
    return reverse(f"wagtailsnippets_comments_wordrule:{name}", args=args)


class WordRuleAdminTests(AdminTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.rule = WordRule.objects.create(words="casino")

    def setUp(self):
        self.enter("moderator")

    def write(self, address, **fields):
        fields = {"kind": "word", "words": "poker", "action": "hold", "is_active": "on"} | fields
        return self.client.post(address, {"note": ""} | fields)

    def test_only_those_who_decide_on_comments_come_in(self):
        for role, is_in in (("author", False), ("editor", True), ("owner", True)):
            self.enter(role)
            for address in ("list", "add", "import", "export"):
                with self.subTest(f"{role} {address}"):
                    self.assertEqual(self.client.get(url(address)).status_code == 200, is_in)
            self.assertEqual(self.write(url("import"), text="poker").status_code == 200, is_in)

    def test_a_rule_is_added_changed_and_deleted(self):
        self.assertEqual(self.write(url("add")).status_code, 302)
        added = WordRule.objects.get(words="poker")
        self.write(url("edit", added.pk), words="roulette", action="reject")
        self.assertEqual(WordRule.objects.get(pk=added.pk).action, "reject")
        self.client.post(url("delete", added.pk))
        self.assertFalse(WordRule.objects.filter(pk=added.pk).exists())

    def test_a_broken_pattern_is_refused_with_its_words_kept(self):
        for pattern, sentence in (("(oops", "no regular expression"), ("(a+)+$", "takes too long")):
            with self.subTest(pattern):
                response = self.write(url("add"), kind="pattern", words=pattern)
                self.assertContains(response, sentence)
                self.assertContains(response, pattern)
        self.assertEqual(WordRule.objects.count(), 1)

    def test_the_same_rule_twice_is_refused(self):
        self.assertContains(self.write(url("add"), words="casino"), "already exists")

    def test_trying_shows_what_would_be_found_and_stores_nothing(self):
        make_comment(self.own, "Win at the <b>poker</b> table.", status="spam")
        make_comment(self.own, "The best pokers are for fires.")
        for address in (url("add"), url("edit", self.rule.pk)):
            with self.subTest(address):
                response = self.write(address, **{"try": "1"})
                self.assertContains(response, "Of the last 5 comments 1 have it.")
                self.assertContains(response, "&lt;b&gt;poker")
                self.assertContains(response, 'value="poker"')
        self.assertEqual(list(WordRule.objects.values_list("words", flat=True)), ["casino"])

    def test_trying_what_is_refused_says_why(self):
        response = self.write(url("add"), kind="host", words="nowhere", **{"try": "1"})
        self.assertContains(response, "like a site")
        self.assertNotContains(response, "Of the last")

    def test_an_import_is_shown_first_and_stored_when_told(self):
        text = "poker\ncasino\nhost\n"
        lines = "word,poker\nhost,nowhere\nword,casino,reject\n"
        response = self.client.post(url("import"), {"text": lines, "action": "preview"})
        self.assertContains(response, "New: 1. Changed: 1. As they stand already: 0. Refused: 1.")
        self.assertContains(response, "host,nowhere")
        self.assertEqual(WordRule.objects.count(), 1)
        response = self.client.post(url("import"), {"text": lines, "action": "store"})
        self.assertContains(response, "2 rules stored")
        self.assertContains(response, "host, nowhere")
        self.assertNotContains(response, "poker")
        self.assertEqual(WordRule.objects.get(words="casino").action, "reject")
        response = self.client.post(url("import"), {"text": text, "action": "store"})
        self.assertRedirects(response, url("list"), status_code=303)

    def test_a_file_is_taken_and_bad_ones_are_refused_with_a_sentence(self):
        def send(content):
            file = SimpleUploadedFile("rules.csv", content)
            return self.client.post(url("import"), {"file": file, "action": "preview"})

        self.assertContains(send("kind,words\nword,žluťoučký\n".encode()), "New: 1.")
        cases = {b"\xff\xfe\x00w": "no text in UTF-8", b"x" * 300_001: "too large", b"": "empty"}
        for content, sentence in cases.items():
            with self.subTest(sentence):
                self.assertContains(send(content), sentence, status_code=422)

    def test_nothing_and_far_too_much_are_refused_with_a_sentence(self):
        for text, sentence in (("", "Choose a file"), ("x\n" * 1001, "more than 1000 lines")):
            with self.subTest(sentence):
                response = self.client.post(url("import"), {"text": text, "action": "store"})
                self.assertContains(response, sentence, status_code=422)

    def test_the_export_is_a_file_that_a_spreadsheet_reads(self):
        response = self.client.get(url("export"))
        self.assertEqual(response["Content-Type"], "text/csv; charset=utf-8")
        self.assertIn("attachment", response["Content-Disposition"])
        self.assertTrue(response.content.decode().startswith("\ufeffkind,words"))

    def test_the_list_asks_as_much_for_three_rules_as_for_thirteen(self):
        for count in (3, 13):
            while WordRule.objects.count() < count:
                WordRule.objects.create(words=f"word {WordRule.objects.count()}")
            self.client.get(url("list"))
            with self.subTest(count), self.assertNumQueries(13):
                self.client.get(url("list"))
