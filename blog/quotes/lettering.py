"""Words drawn in the journal's own type, whichever of its files holds a letter."""

import logging
import unicodedata

from django.contrib.staticfiles import finders
from PIL import ImageFont

logger = logging.getLogger(__name__)

SERIF = ("newsreader", "newsreader-latin1", "newsreader-latinext")
SANS = ("instrument-sans", "instrument-sans-latin1")
NO_LETTER = "\uffff"
VARIATIONS = "\ufe0e\ufe0f"  # whether a sign is drawn as text or as emoji
# Letters, their marks and numbers belong to words; the rest is ornament.
_WORD_CATEGORIES = ("L", "M", "N")


class Lettering:
    """The files of one typeface in any size; make one for each drawing.

    A file is read when a letter is asked of it, as unpacking one takes longer than drawing. When
    the first cannot be read, Pillow's own face stands in and the log says why.
    """

    def __init__(self, names):
        self.names = names
        self._faces = {}
        self._places = {}

    def face(self, place, size):
        """Return the FreeType font of one of the files, in pixels; None when it is not readable."""
        if (place, size) not in self._faces:
            face = _open(self.names[place], size)
            if face is None and place == 0:
                face = ImageFont.load_default(size)
            self._faces[place, size] = face
        return self._faces[place, size]

    def _place(self, char, size):
        """Return which of the files has a letter for `char`, or None."""
        if char not in self._places:
            faces = ((place, self.face(place, size)) for place in range(len(self.names)))
            having = (place for place, face in faces if face and _has_letter(face, char))
            self._places[char] = next(having, None)
        return self._places[char]

    def drawable(self, text, size):
        """Return `text` without ornaments that the typeface lacks; "" when it lacks a letter."""
        kept = []
        for char in unicodedata.normalize("NFC", text):
            category = unicodedata.category(char)
            if char.isspace():
                kept.append(" ")
            elif category.startswith("C") or char in VARIATIONS:
                continue  # direction marks, joiners of emoji and the like draw nothing
            elif self._place(char, size) is not None:
                kept.append(char)
            elif category[0] in _WORD_CATEGORIES:
                return ""
        return " ".join("".join(kept).split())

    def runs(self, text, size):
        """Yield (face, words) for pieces of `text` that one file can draw."""
        piece, place = "", 0
        for char in text:
            # Only the first file of a face has a space.
            found = 0 if char == " " else self._place(char, size)
            if found is None:
                continue
            if found != place and piece:
                yield self.face(place, size), piece
                piece = ""
            place, piece = found, piece + char
        if piece:
            yield self.face(place, size), piece

    def length(self, text, size):
        """Return the width of one line in pixels."""
        return sum(face.getlength(words) for face, words in self.runs(text, size))

    def draw(self, canvas, place, text, size, fill):
        """Draw one line on a PIL ImageDraw; place: (x, y) of the start of its base line."""
        x, y = place
        for face, words in self.runs(text, size):
            canvas.text((x, y), words, font=face, fill=fill, anchor="ls")
            x += face.getlength(words)


def _open(name, size):
    path = finders.find(f"fonts/{name}.woff2")
    try:
        return ImageFont.truetype(path, size)
    except (OSError, TypeError, ValueError) as error:
        logger.warning("The font %s.woff2 cannot be read, so it draws nothing: %s", name, error)
        return None


def _has_letter(face, char):
    try:
        return bytes(face.getmask(char)) != bytes(face.getmask(NO_LETTER))
    except (OSError, ValueError):
        return False


def wrap(lettering, text, size, width):
    """Return `text` in lines that are no wider than `width` pixels; long words are cut."""
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if lettering.length(longer, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        while lettering.length(word, size) > width:
            end = _longest_start(lettering, word, size, width)
            lines.append(word[:end])
            word = word[end:]
        line = word
    return [*lines, line] if line else lines


def _longest_start(lettering, word, size, width):
    """Return how many letters of `word` fit into `width` pixels, at least one."""
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        if lettering.length(word[:middle], size) <= width:
            low = middle
        else:
            high = middle - 1
    return low
