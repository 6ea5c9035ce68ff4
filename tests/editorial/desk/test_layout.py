"""Which panel stands beside which."""

from types import SimpleNamespace

from django.test import SimpleTestCase

from blog.editorial.desk.layout import Drawn, Place, lay_out, sort_panels


def draw(words):
    """Return Drawn panels: "W" wide, "t" tall, any other letter narrow."""
    return [Drawn(w, Place(0, is_wide=w.isupper(), is_tall=w == "t")) for w in words]


def read(rows):
    return [["".join(panel.html for panel in column) for column in row] for row in rows]


class LayOutTests(SimpleTestCase):
    def test_rows_of_one_or_two(self):
        cases = {
            "": [],
            "W": [["W"]],
            "ab": [["a", "b"]],
            "abWc": [["a", "b"], ["W"], ["c"]],
            # What would stand alone draws up the next that is as narrow.
            "aWb": [["a", "b"], ["W"]],
            "WaWWb": [["W"], ["a", "b"], ["W"], ["W"]],
            # A tall one has all the others beside it.
            "tabc": [["t", "abc"]],
            "t": [["t"]],
            "abWtcde": [["a", "b"], ["W"], ["t", "cde"]],
            "atbc": [["a", "b"], ["t", "c"]],
            "at": [["a"], ["t"]],
        }
        for words, rows in cases.items():
            with self.subTest(words):
                self.assertEqual(read(lay_out(draw(words))), rows)

    def test_our_order_and_then_wagtails(self):
        names = [("x", 5), ("recent_edits", 250), ("loose-ends", 100), ("y", 2)]
        names += [("attention", 100), ("continue-writing", 100), ("locked_pages", 300)]
        panels = [SimpleNamespace(name=name, order=order) for name, order in names]
        panels.append(SimpleNamespace())  # without a name or an order
        found = [getattr(panel, "name", "-") for panel in sort_panels(panels)]
        expected = ["attention", "continue-writing", "loose-ends", "-", "y", "x", "locked_pages"]
        self.assertEqual(found, expected)
