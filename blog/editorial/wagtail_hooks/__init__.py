"""Where the desk hangs in Wagtail's admin, one module a topic; importing them registers them."""

from . import (
    calendar,  # noqa: F401
    checklist,  # noqa: F401
    corrections,  # noqa: F401
    desk,  # noqa: F401
    editing,  # noqa: F401
    ideas,  # noqa: F401
    notices,  # noqa: F401
    previews,  # noqa: F401
    report,  # noqa: F401
    running,  # noqa: F401
    trash,  # noqa: F401
    undo,  # noqa: F401
    workflow,  # noqa: F401
)
