"""Rich text without what a paste brings along, and its words as they are read out of the page."""

import re

BLANK_PARAGRAPH = re.compile(r"<p(?:\s[^>]*)?>(?:\s|&nbsp;|\u00a0|<br\s*/?>)*</p>")
TAG = re.compile(r"(<[^>]*>)")
# Marks doubled before or after a word: ““so””. Two apart from words are somebody's own affair.
DOUBLED_BEFORE = re.compile(r"([\"“”„‟«»])\1+(?=\w)")
DOUBLED_AFTER = re.compile(r"(?<=[\w.,;:!?…])([\"“”„‟«»])\1+")
# The page itself puts marks around an inline quotation.
MARKS_WITHIN = re.compile(r"(<q(?:\s[^>]*)?>)\s*[\"“„«]([^<]*)[\"”“»]\s*</q>")
MARK_BEFORE_STOP = re.compile(
    r' ?<a linktype="(?:citation|footnote)"[^>]*>\s*</a>(?=[.,;:!?)…])', re.IGNORECASE
)
QUOTED = re.compile(r"<(/?)q(?:\s[^>]*)?>")


def tidy(source):
    """Return stored rich text without blank paragraphs and doubled quotation marks.

    No word is lost: paragraphs keep their distance by the style sheet. What holds nothing but
    blank paragraphs is left as it is.
    """
    if not source:
        return source
    source = BLANK_PARAGRAPH.sub("", source) or source
    source = MARKS_WITHIN.sub(r"\1\2</q>", source)
    pieces = TAG.split(source)
    pieces[::2] = [
        DOUBLED_AFTER.sub(r"\1", DOUBLED_BEFORE.sub(r"\1", text)) for text in pieces[::2]
    ]
    return "".join(pieces)


def readable(source):
    """Return stored rich text whose words can be taken out of it.

    Quotations get the marks that the page would draw, and no space is left before a full stop
    where a citation stands between.
    """
    source = MARK_BEFORE_STOP.sub("", source or "")
    return QUOTED.sub(lambda tag: "”" if tag[1] else "“", source)
