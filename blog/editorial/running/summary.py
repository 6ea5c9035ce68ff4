"""What one run of the timed work did."""

from dataclasses import dataclass, field


@dataclass
class Summary:
    """Lists of due items by what came of them; `failed` holds pairs of an item and the reason.

    dropped: publications that something newer had overtaken, or whose page is gone.
    """

    published: list = field(default_factory=list)
    expired: list = field(default_factory=list)
    unlisted: list = field(default_factory=list)
    dropped: list = field(default_factory=list)
    failed: list = field(default_factory=list)

    def note(self, outcome, item):
        """File `item` under its outcome, the name of a list; None, as a rival took it, is none."""
        if outcome:
            getattr(self, outcome).append(item)

    @property
    def counts(self):
        """The numbers in a line, “3 published, 0 expired”, with what else there was."""
        parts = [f"{len(self.published)} published", f"{len(self.expired)} expired"]
        for name in ("unlisted", "dropped", "failed"):
            if found := getattr(self, name):
                parts.append(f"{len(found)} {name}")
        return ", ".join(parts)
