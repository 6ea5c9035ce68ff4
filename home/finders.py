"""Joins the style layers and the small scripts, so that a page links one sheet and one script.

There is no build step: the files are joined when they are asked for (while developing) or
collected (for production). A sheet's layer is its file's name, or its folder's.
"""

import tempfile
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.checks import Error
from django.core.files.storage import FileSystemStorage
from rcssmin import cssmin

# Later layers win, whatever the selector.
LAYERS = ("tokens", "base", "layout", "prose", "parts", "pages", "print")
# Linked in the head by itself, because it must run before the first paint.
BLOCKING_SCRIPT = "lights.js"


def join_styles(folder):
    """Return the one sheet: the fonts, the order of the layers, then each layer's files.

    folder: Path that holds `fonts.css` and, for each layer, `<layer>.css` or a folder `<layer>/`.
    """
    sheets = [_lean_css(folder / "fonts.css"), f"@layer {','.join(LAYERS)};"]
    for layer in LAYERS:
        sheets += [f"@layer {layer}{{{_lean_css(path)}}}" for path in _layer_files(folder, layer)]
    return "\n".join(sheets) + "\n"


def join_scripts(folder):
    """Return the one script; each file keeps its names to itself.

    folder: Path with one behaviour a file.
    """
    paths = sorted(path for path in folder.glob("*.js") if path.name != BLOCKING_SCRIPT)
    bodies = (_lean_script(path) for path in paths)
    return "".join(f"(() => {{\n{body}\n}})();\n" for body in bodies)


class BundleFinder(BaseFinder):
    """Finds `css/site.css` and `js/site.js`, joined from the files beside them."""

    joins = {"css/site.css": join_styles, "js/site.js": join_scripts}

    def __init__(self, app_names=None, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.source = Path(settings.STATICFILES_DIRS[0])
        self._folder = None

    def check(self, **kwargs):
        """Return an error for each folder that has nothing to join."""
        return [
            Error(f"{self.source / name} is missing.", hint="It holds what every page needs.")
            for name in ("css/fonts.css", "js")
            if not (self.source / name).exists()
        ]

    def find(self, path, find_all=False, **kwargs):
        """Return the address on disk of a freshly joined file, or [] for any other path."""
        if kwargs:
            find_all = self._check_deprecated_find_param(find_all=find_all, **kwargs)
        # runserver asks in the system's own separators.
        path = path.replace("\\", "/")
        if path not in self.joins:
            return []
        found = str(self._write(path))
        return [found] if find_all else found

    def list(self, ignore_patterns):
        """Yield each joined file with a storage that holds it, for collectstatic."""
        for path in self.joins:
            if not matches_patterns(path, ignore_patterns):
                self._write(path)
                yield path, FileSystemStorage(location=self._folder.name)

    def _write(self, path):
        """Join the sources of `path` anew; touch the file only when its text has changed."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="joined-static-")
        target = Path(self._folder.name) / path
        text = self.joins[path](self.source / Path(path).parent)
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        return target


def _layer_files(folder, layer):
    single = folder / f"{layer}.css"
    return [single] if single.exists() else sorted((folder / layer).glob("*.css"))


def _read(path):
    return path.read_text(encoding="utf-8")


def _lean_css(path):
    """Return a sheet without comments and the spaces that say nothing.

    Each file by itself: inside a layer the library would take "a :hover" for a declaration.
    """
    return cssmin(_read(path))


def _lean_script(path):
    """Return a script without indentation and without lines that are only a comment.

    Template literals of several lines would lose their indentation: ours have none.
    """
    lines = (line.strip() for line in _read(path).splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))
