"""What the rich text toolbar offers beyond Wagtail: quotations, footnotes and citations.

Each is an element of its own in the stored HTML:

    <q data-source="Roger Ebert" cite="https://…">words</q>
    <a linktype="footnote" data-note="The words of the note, with *emphasis*."></a>
    <a linktype="citation" kind="film" id="12" data-place="12:30"></a>

The last two hold no words, so that plain text and search see none that the author did not write
there. `apparatus.py` numbers the notes of a whole body and sets citations and references.
"""
