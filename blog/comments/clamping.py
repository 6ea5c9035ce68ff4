"""Which words are so many that a list shows only how they begin."""

from blog.lib.html import split_spoilers

LETTERS_A_LINE = 62  # in a column as wide as our measure
LONGEST_LINES = 12  # reviews.css shows eight: whatever is cut off is worth a click


def is_long(source):
    """Return whether a reader's words fill more lines than a list shows whole.

    A closed spoiler is one line, however long.
    """
    shown = "".join("\n" if hidden else words for hidden, words in split_spoilers(source))
    lines = sum(1 + len(line) // LETTERS_A_LINE for line in shown.split("\n"))
    return lines > LONGEST_LINES
