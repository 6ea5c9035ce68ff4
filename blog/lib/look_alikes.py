"""Words as an eye reads them: one form for all that looks the same."""

import unicodedata

# Cyrillic and Greek letters, and one Turkish, of which one case or the other looks like a Latin
# letter. Both cases become that one, else a word in capitals would be another word.
LOOK_ALIKES = str.maketrans(
    "авеѕіјкмнорстухһԁӏԛԝαβεζηικμνορτυχγı", "abesijkmhopctyxhdlqwabezhikmnoptyxyi"
)
# First and last of the blocks whose marks are letters or change them: the scripts of India and
# south-east Asia, and the voiced sounds of kana.
SPELLING_MARKS = [("\u0900", "\u109f"), ("\u1780", "\u17ff"), ("\u3099", "\u309a")]
UNSEEN = {"Mn", "Me", "Cf"}


def fold_look_alikes(text):
    """Return a text without case, accents, look-alike forms and what cannot be seen.

    "С\u200bАSINÓ", begun with Cyrillic letters, becomes "casino".
    """
    decomposed = unicodedata.normalize("NFKD", text).casefold().translate(LOOK_ALIKES)
    kept = (character for character in decomposed if _is_seen(character))
    return unicodedata.normalize("NFC", "".join(kept))


def _is_seen(character):
    if character.isascii():
        return True
    return unicodedata.category(character) not in UNSEEN or any(
        first <= character <= last for first, last in SPELLING_MARKS
    )
