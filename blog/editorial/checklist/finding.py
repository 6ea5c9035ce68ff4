"""One thing that an author may want to look at before readers do."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """code: which check found it. words: a whole sentence, translated. path: of the field.

    path: Wagtail's content path, such as "title" or "body.<id of a block>.image". where: the field
    or block in words.
    """

    code: str
    words: str
    path: str
    where: str

    @property
    def anchor(self):
        """What follows the editor's address to lead to the field."""
        return f"#:w:contentpath={self.path}"
