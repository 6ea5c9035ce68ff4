"""What is hidden in a reader's words: by their own marks, and by an editor."""

import pytest

from blog.lib.html import plain_text, render_comment
from blog.lib.spoilers import MASKED, split_spoilers

LABEL = "<span>Spoiler marked by an editor</span>"


def hidden(source, *masked):
    return [text.strip() for kind, text in split_spoilers(source, masked) if kind == MASKED]


def shown(source, *masked):
    words = "".join(text for kind, text in split_spoilers(source, masked) if not kind)
    return " ".join(words.split())


@pytest.mark.parametrize("passage", ["", "  ", "not there", "He dies"])
def test_what_is_not_in_the_words_changes_nothing(passage):
    assert split_spoilers("In the end he dies.", [passage]) == [(False, "In the end he dies.")]


def test_a_passage_is_hidden_wherever_it_stands():
    assert hidden("he dies, and then he dies again", "he dies") == ["he dies,", "he dies"]
    assert shown("he dies, and then he dies again", "he dies") == "and then again"


def test_passages_that_touch_or_overlap_are_one():
    for masked in (["abc", "cde"], ["abc", "de"], ["abcde", "c"], ["aa"]):
        source = "x aaa y" if masked == ["aa"] else "x abcde y"
        assert hidden(source, *masked) == [source[2:-2]], masked


def test_what_its_writer_hid_already_stays_hidden_as_they_did_it():
    source = "I ||knew it|| at once. ||So|| did she"
    assert split_spoilers(source, ["knew"]) == split_spoilers(source)


def test_a_passage_across_the_writers_marks_hides_only_more():
    source = "One ||two|| three ||four|| five"
    assert hidden(source, "two|| three") == ["three"]
    assert shown(source, "two|| three ||four") == "One five"
    assert shown(source, "One ||two") == "three five"


def test_a_stray_mark_joins_no_curtain():
    assert shown("a || b secret c", "secret") == "a || b c"


def test_an_editors_curtain_says_whose_it_is():
    html = render_comment("Before. He leaves. After.", masked=["He leaves."])
    assert html.startswith('<p>Before.</p>\n<details class="spoiler"><summary>' + LABEL)
    assert "<div><p>He leaves.</p>" in html
    assert "<p>After.</p>" in html
    assert plain_text(html) == "Before. After."
    assert LABEL not in render_comment("||He leaves||", masked=["He leaves"])


def test_a_passage_may_span_paragraphs_and_quotes():
    html = render_comment("> one\n> two\n\nthree\n\nfour", masked=["two\n\nthree"])
    assert plain_text(html) == "one four"
    deep = ">" * 9 + " one\n" + ">" * 9 + " two"
    assert plain_text(render_comment(deep, masked=[deep])) == ""


def test_a_passage_cannot_bring_in_mark_up():
    html = render_comment("a <script>x</script> b", masked=["<script>x</script>"])
    assert "<script>" not in html
