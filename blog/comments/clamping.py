"""Which words are so many that a list shows only how they begin."""

from blog.lib.spoilers import split_spoilers

LETTERS_A_LINE = 80  # of a review in the widest column that there is
LONGEST_LINES = 10  # reviews.css shows eight: what is cut off must be worth a click


def is_long(source, masked=()):
    """Return whether a reader's words fill more lines than a list shows whole.

    A closed spoiler is one line, however long, also one that an editor marked.
    """
    shown = "".join("\n" if hidden else words for hidden, words in split_spoilers(source, masked))
    lines = sum(1 + len(line) // LETTERS_A_LINE for line in shown.split("\n"))
    return lines > LONGEST_LINES
