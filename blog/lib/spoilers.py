"""What a reader's words hide until somebody asks: between ||marks||, or where an editor drew it."""

import re

MARK = "||"
MOST_MARKED = 30  # curtains in a comment: 5,000 characters could make 400 kB of them
MASKED = "masked"  # hidden by an editor, not by the writer's own marks

CLOSING_MARKS = re.compile(r"[.,;:!?\u2026]+(?=\s|$)")
ONE_QUOTE_PREFIX = re.compile(r"(?:[ \t]*>)*[ \t]*")


def split_spoilers(source, masked=()):
    """Return source as [(hidden, text), …]; marks without a partner or words stay text.

    hidden: False, True, or MASKED for what stands among `masked`, passages as they are written
    in the source; what is no longer in it is ignored. Within a > quote the words after a spoiler
    go on as a quote. A full stop or its like right after a spoiler goes into it: it would stand
    on a line of its own.
    """
    spans = list(_read_marks(source))
    if masked:
        spans = list(_cover(spans, source, _find(source, masked)))
    parts = []
    for hidden, start, end in spans:
        text = source[start:end]
        if hidden:
            prefix = ONE_QUOTE_PREFIX.match(parts[-1][1].rpartition("\n")[2]).group()
            parts.append((hidden, prefix + text))
        elif parts:
            if closing := CLOSING_MARKS.match(text):
                was_hidden, words = parts[-1]
                parts[-1] = (was_hidden, words.rstrip() + closing.group())
                text = text[closing.end() :]
            parts.append((False, prefix + text if text.strip(" \t") else text))
        else:
            parts.append((False, text))
    return parts


def _read_marks(source):
    """Yield (is_spoiler, start, end), first what is shown, then in turn.

    The last of MOST_MARKED reaches to the last mark of all, so that nothing hidden is shown.
    """
    start = at = count = 0
    while True:
        opening = source.find(MARK, at)
        closing = source.find(MARK, opening + len(MARK)) if opening >= 0 else -1
        if closing < 0:
            yield False, start, len(source)
            return
        at = opening + len(MARK)
        if count == MOST_MARKED - 1:
            closing = source.rfind(MARK)
        if source[at:closing].strip():
            yield False, start, opening
            yield True, at, closing
            count += 1
            start = at = closing + len(MARK)


def _cover(spans, source, passages):
    """Yield the spans, those that are shown parted where a passage stands in them."""
    for hidden, start, end in spans:
        for first, last in () if hidden else passages:
            first, last = max(first, start), min(last, end)
            if source[first:last].strip():
                yield False, start, first
                yield MASKED, first, last
                start = last
        yield hidden, start, end


def _find(source, passages):
    """Return (start, end) of each place where a passage stands; those that touch are one."""
    spans = []
    for words in {passage.strip() for passage in passages} - {""}:
        start = source.find(words)
        while start >= 0:
            spans.append((start, start + len(words)))
            start = source.find(words, start + 1)
    merged = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
