"""The words of the demo journal as they stand in its TOML files."""

import tomllib
from pathlib import Path

CONTENT = Path(__file__).parent / "content"


class ContentError(Exception):
    """Content that cannot be loaded; the message says which file, where, and what to do."""


class Table:
    """One table of a content file, which knows where it stands."""

    def __init__(self, file, values, keys, required=(), place=""):
        """keys: the names that may stand here; required: those that must."""
        self.file, self.values, self.place = file, values, place
        for key in values:
            if key not in keys:
                self.fail(key, f"is not known; the keys here are {', '.join(sorted(keys))}.")
        for key in sorted(required):
            if values.get(key) in (None, ""):
                self.fail(key, "is missing; write it.")

    def __getitem__(self, key):
        return self.values[key]

    def get(self, key, default=None):
        return self.values.get(key, default)

    def only(self, *keys):
        """Return those of the keys that are given, as a dict."""
        return {key: self.values[key] for key in keys if key in self.values}

    def fail(self, key, problem):
        """Raise ContentError; problem: the rest of a sentence that begins with the key."""
        where = f"{self.file}, {self.place}" if self.place else self.file
        raise ContentError(f"{where}: {key} {problem}")


def read(file):
    """Return a content file as a dict. Raises ContentError when it is not there or not TOML."""
    try:
        return tomllib.loads((CONTENT / file).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ContentError(f"{file}: there is no such file in {CONTENT}; put it back.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(f"{file}: not readable as TOML ({error}); correct it.") from None


def read_rows(file, name, keys, required=(), by=None):
    """Return the tables of the array `name` in a file; by: the key that may not stand twice."""
    rows, seen = [], set()
    for number, values in enumerate(read(file).get(name, []), start=1):
        row = Table(file, values, keys, required, place=f"{name} {number}")
        if by and (mark := row.get(by)) is not None:
            if mark in seen:
                row.fail(by, f"“{mark}” stands twice; choose another.")
            seen.add(mark)
        rows.append(row)
    return rows


def read_folder(folder, keys, required=()):
    """Return the files of a folder as {name without .toml: Table}, in the order of the names."""
    found = {}
    for path in sorted((CONTENT / folder).glob("*.toml")):
        file = f"{folder}/{path.name}"
        found[path.stem] = Table(file, read(file), keys, required)
    return found
