"""The files that the editor loads for our buttons."""

CSS = {"all": ["css/admin-richtext.css"]}


def scripts(name):
    """Return the scripts of one button, Wagtail's editor and the small dialog first."""
    return [
        "wagtailadmin/js/draftail.js",
        "js/admin/dialog.js",
        "js/admin/entities.js",
        f"js/admin/{name}.js",
    ]
