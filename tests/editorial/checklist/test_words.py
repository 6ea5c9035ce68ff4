from .looking import ChecklistTestCase, prose

HIDDEN = "<p>In the last scene he puts the chair outside and <i>leaves</i> it there.</p>"


class WordsTests(ChecklistTestCase):
    def test_an_essay_with_which_nothing_is_wrong(self):
        self.assertEqual(self.find(prose()), [])

    def test_an_empty_essay_is_no_error(self):
        findings = self.find(title="", standfirst="", film=None, spoiler_note="")
        self.assertEqual(findings, ["no-title", "no-description", "no-film"])

    def test_either_sentence_is_a_description(self):
        self.assertEqual(self.find(standfirst="", search_description="Four days."), [])
        self.assertEqual(self.find_one(standfirst=" ").path, "standfirst")

    def test_words_that_the_essay_hides(self):
        spoiler = ("spoiler", {"label": "How it ends", "body": HIDDEN})
        row = {"question": "Why?", "answer": HIDDEN, "is_spoiler": True}
        answer = ("faq", {"title": "", "items": [{"type": "item", "id": "a", "value": row}]})
        told = "He puts the chair outside, and leaves it there"
        for block in (spoiler, answer):
            for name in ("title", "standfirst", "seo_title", "search_description"):
                with self.subTest(name=name, block=block[0]):
                    finding = self.find_one(block, **{name: told})
                    self.assertEqual((finding.code, finding.path), ("hidden-words", name))
        self.assertEqual(self.find(spoiler, standfirst="A chair, and the last scene."), [])

    def test_an_answer_that_gives_nothing_away_may_be_told(self):
        row = {"question": "Why?", "answer": HIDDEN, "is_spoiler": False}
        answer = ("faq", {"title": "", "items": [{"type": "item", "id": "a", "value": row}]})
        self.assertEqual(self.find(answer, standfirst="He puts the chair outside."), [])

    def test_words_that_tell_of_an_end(self):
        finding = self.find_one(standfirst="And it TURNS OUT he was his brother.")
        self.assertEqual(finding.code, "spoiler-word")
        self.assertIn("turns out", finding.words)
        self.assertEqual(self.find(standfirst="A painkiller; the endings of songs."), [])
        self.assertEqual(self.find(title="The twist"), [])

    def test_no_content_note(self):
        film = self.film
        finding = self.find_one(prose(), spoiler_note="")
        self.assertEqual((finding.code, finding.path), ("content-note", "content_notes"))
        finding = self.find_one(prose("<p>After his Suicide, nothing.</p>"), spoiler_note="")
        self.assertIn("suicide", finding.words)
        film.content_notes = [
            {"type": "note", "value": {"subject": "grief", "degree": "shown"}, "id": "n"}
        ]
        finding = self.find_one(prose(), spoiler_note="", film=film)
        self.assertIn("grief, shown", finding.words)

    def test_a_content_note_or_a_word_on_it_is_enough(self):
        note = {"type": "note", "value": {"subject": "grief", "degree": "shown"}, "id": "n"}
        self.assertEqual(self.find(prose(), spoiler_note="", content_notes=[note]), [])
        self.assertEqual(self.find(prose("<p>Suicide.</p>")), [])
        self.assertEqual(self.find(spoiler_note=""), [])
