"""Blocks of rows: a row that says nothing is not printed, nor is a heading over none."""

from wagtail import blocks

from blog.lib.links import web_address


class RowsValue(blocks.StructValue):
    """A block of rows; what says nothing is not printed."""

    @property
    def rows(self):
        return [row for row in self.get("items") or () if row.says_something]


def group_rows(rows, key):
    """Return [(what `key` says of them, rows)], in the order in which each is said first.

    A list of definitions names nothing twice.
    """
    groups_by_key = {}
    for row in rows:
        groups_by_key.setdefault(key(row), []).append(row)
    return list(groups_by_key.items())


class KindsValue(RowsValue):
    """A block of rows that each say of which kind they are."""

    @property
    def by_kind(self):
        """The rows by kind: a list of (label, rows)."""
        return group_rows(self.rows, lambda row: row.kind_label)


class RowValue(blocks.StructValue):
    """One row. `needed` names the fields without which it says nothing."""

    needed = ()

    @property
    def says_something(self):
        return all(self.get(name) not in (None, "") for name in self.needed)

    @property
    def href(self):
        """Where the row links to, "" when its address is not fit to print."""
        return web_address(self.get("url"))
